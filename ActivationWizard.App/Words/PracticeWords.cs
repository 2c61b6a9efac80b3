using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Words;

/// <summary>What was done the old way while the wizard was tried out, and why, in words.</summary>
public static class PracticeWords
{
    /// <summary>What was done.</summary>
    public static string Of(PracticeRecorded recorded) => Of(recorded.Practice, recorded.Ground);

    /// <summary>The same; the ground is that of a refusal.</summary>
    public static string Of(Practice practice, RefusalGround? ground) =>
        PracticeText.ResourceManager.Word($"Practice{practice}").With(ground is { } known ? StepWords.Of(known) : FactsText.None);

    /// <summary>Why it was not what was proposed.</summary>
    public static string Of(PracticeReason reason) => PracticeText.ResourceManager.Word($"Reason{reason}");

    /// <summary>The same, with what was noted.</summary>
    public static string Why(PracticeReason reason, string? note) =>
        note is null ? Of(reason) : PracticeText.ReasonWithNote.With(Of(reason), note);

    /// <summary>All of it in a sentence or two.</summary>
    public static string Told(PracticeRecorded recorded) => recorded.Reason is { } reason
        ? PracticeText.ToldWhy.With(Of(recorded), Why(reason, recorded.Note))
        : PracticeText.Told.With(Of(recorded));
}
