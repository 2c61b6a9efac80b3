using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>For how long personal data is kept: the section <c>Retention</c> of the settings.</summary>
public sealed record RetentionTerms
{
    private const string Section = "Retention";

    private static readonly Setting<int> Done = Term("DoneDays", "of a case in which a code was sent", 365);
    private static readonly Setting<int> Refused = Term("RefusedDays", "of a refused request", 365);
    private static readonly Setting<int> Withdrawn = Term("WithdrawnDays", "of a withdrawn request", 365);

    private static readonly Setting<int> AccessLog = new($"{Section}:AccessLogDays", Days, 730)
    {
        Meaning = "How long it is kept who looked at which case.",
    };

    private static readonly Setting<int> Messages = new($"{Section}:MessageDays", Days, 365)
    {
        Meaning = "How long it is kept that a message came in to the mailbox and what became of it, after it was read. One that "
            + "waits for somebody is kept; a mailbox that is put back from longer ago is read as new, and opens no second case.",
    };

    private static readonly Setting<int> AtHour = new($"{Section}:Hour", Kinds.Whole(0, 23, "hours"), 3)
    {
        Meaning = "When what is past its term is erased, every night, by the clock in Amsterdam. An app that did not run then "
            + "does it when it starts.",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        Section, "For how long personal data is kept. Figures stay.", [Done, Refused, Withdrawn, AccessLog, Messages, AtHour]);

    /// <summary>Days after the end of a case in which a code was sent.</summary>
    public int DoneDays { get; init; } = Done.Standard;

    /// <summary>Days after a refusal.</summary>
    public int RefusedDays { get; init; } = Refused.Standard;

    /// <summary>Days after a withdrawal.</summary>
    public int WithdrawnDays { get; init; } = Withdrawn.Standard;

    /// <summary>Days after somebody looked at a case.</summary>
    public int AccessLogDays { get; init; } = AccessLog.Standard;

    /// <summary>Days after a message of the mailbox was read.</summary>
    public int MessageDays { get; init; } = Messages.Standard;

    /// <summary>The hour in Amsterdam, 0 to 23.</summary>
    public int Hour { get; init; } = AtHour.Standard;

    private static SettingKind<int> Days => Kinds.Whole(1, 36_500, "days");

    /// <summary>Reads the section.</summary>
    public static RetentionTerms Read(SettingsReader read) => new()
    {
        DoneDays = read.Of(Done),
        RefusedDays = read.Of(Refused),
        WithdrawnDays = read.Of(Withdrawn),
        AccessLogDays = read.Of(AccessLog),
        MessageDays = read.Of(Messages),
        Hour = read.Of(AtHour),
    };

    /// <summary>The moment before which something is past its term.</summary>
    public static DateTimeOffset Before(DateTimeOffset now, int days) => DutchCalendar.DaysAfter(now, -days);

    private static Setting<int> Term(string name, string whose, int days) => new($"{Section}:{name}", Days, days)
    {
        Meaning = $"How long after its end the personal data {whose} is kept.",
    };
}
