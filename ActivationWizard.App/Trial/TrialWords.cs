using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Words;

namespace ActivationWizard.App.Trial;

/// <summary>A case that was tried out, in words.</summary>
public static class TrialWords
{
    /// <summary>What kind of thing was proposed.</summary>
    public static string Of(TrialKind kind) => TrialText.ResourceManager.Word($"Kind{kind}");

    /// <summary>What was proposed, with its ground.</summary>
    public static string Proposed(TrialCase one) => one switch
    {
        { Hold: { } hold } => TrialText.KindHoldFor.With(VerdictWords.HoldOf(hold)),
        { Ground: { } ground } => TrialText.KindRefusalFor.With(StepWords.Of(ground)),
        _ => Of(TrialKinds.Of(one)),
    };

    /// <summary>What was done.</summary>
    public static string Done(TrialCase one) => one switch
    {
        { IsDifferent: false } => TrialText.Agreed,
        { Practice: { } practice } => PracticeWords.Of(practice),
        _ => $"{TrialText.Different}, {TrialText.Gone}",
    };

    /// <summary>Why it was done differently; null where it was not, and where that cannot be read any more.</summary>
    public static string? Why(TrialCase one) =>
        one.Practice is { Reason: { } reason, Note: var note } ? PracticeWords.Why(reason, note) : null;
}
