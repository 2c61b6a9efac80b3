using ActivationWizard.Domain.Reviews;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>How many finished cases are reviewed: the section <c>Review</c> of the settings.</summary>
public static class SampleSettings
{
    private const string Section = "Review";

    private static readonly Setting<int> Email = PerWeek("EmailPerWeek", "in which a code was sent by e-mail", 3);
    private static readonly Setting<int> Letter = PerWeek("LetterPerWeek", "in which a code was sent by letter", 3);
    private static readonly Setting<int> Refused = PerWeek("RefusedPerWeek", "in which no code was sent", 3);
    private static readonly Setting<int> Withdrawn = PerWeek("WithdrawnPerWeek", "that were closed without effect", 2);

    private static readonly Setting<bool> Deviations = new($"{Section}:Deviations", Kinds.Switch, true)
    {
        Meaning = "Whether every case in which a person chose otherwise than was proposed is reviewed, beside those numbers.",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        Section, "Which finished cases a team lead reviews. They are drawn when the week is over.",
        [Email, Letter, Refused, Withdrawn, Deviations]);

    /// <summary>What it is without settings.</summary>
    public static SampleSize Standard { get; } = new(
        Email.Standard, Letter.Standard, Refused.Standard, Withdrawn.Standard, Deviations.Standard);

    /// <summary>Reads the section.</summary>
    public static SampleSize Read(SettingsReader read) => new(
        read.Of(Email), read.Of(Letter), read.Of(Refused), read.Of(Withdrawn), read.Of(Deviations));

    private static Setting<int> PerWeek(string name, string which, int count) => new(
        $"{Section}:{name}", Kinds.Whole(0, 200), count)
    {
        Meaning = $"How many cases {which} are drawn to be reviewed, each week; 0 for none.",
    };
}
