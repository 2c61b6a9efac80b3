using System.Globalization;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// The section <c>Activation</c> of the settings: what an installation chooses where the instruction is silent.
/// </summary>
public static class ActivationSection
{
    private const string Name = "Activation";

    private static readonly Setting<bool> Trial = new($"{Name}:Trial", Kinds.Switch, false)
    {
        Meaning = "Whether the wizard is tried out: requests are looked up and proposed, and nothing is written to any system. "
            + "Employees work the old way and say what they did (`docs/trial.md`). `false` is live.",
    };

    private static readonly Setting<ArrangementPolicy> Arrangement = new(
        $"{Name}:ArrangementBlocksAdministrator", Kinds.Choice<ArrangementPolicy>(), ArrangementPolicy.Ask)
    {
        Meaning = "Whether a payment arrangement stands in the way of an administrator (rule D14); `Ask` leaves it to a person.",
    };

    private static readonly Setting<int> CodeDays = new($"{Name}:MinimumCodeDays", Kinds.Whole(1, 365, "days"), 7)
    {
        Meaning = "How long a code in a letter must still be valid.",
    };

    private static readonly Setting<int> RecentDays = new($"{Name}:RecentCodeWorkingDays", Kinds.Whole(0, 60, "working days"), 5)
    {
        Meaning = "Within how many working days a second code for the same tenant has to be confirmed.",
    };

    private static readonly Setting<TimeSpan> Interval = new(
        $"{Name}:ConfirmationIntervalSeconds", Kinds.Seconds(0.01, 60), TimeSpan.FromSeconds(2))
    {
        Meaning = "Time between two questions to Postex whether a letter is done.",
        InDemo = TimeSpan.FromSeconds(0.1),
    };

    private static readonly Setting<TimeSpan> Limit = new(
        $"{Name}:ConfirmationLimitSeconds", Kinds.Seconds(1, 3600), TimeSpan.FromMinutes(10))
    {
        Meaning = "Time after which a person looks at a letter that is not done.",
    };

    private static readonly Setting<TimeSpan> Quiet = new(
        $"{Name}:QuietPeriodSeconds", Kinds.Seconds(0, 3600), TimeSpan.FromSeconds(60))
    {
        Meaning = "Time after which an effect whose answer was lost, and which is not there, is asked for again.",
        InDemo = TimeSpan.FromSeconds(2),
    };

    private static readonly Setting<RetrySchedule> Pauses = new(
        $"{Name}:RetryPausesSeconds",
        new("numbers, commas between", "one or more numbers of seconds up to 86400, with commas between them", TryReadPauses)
        {
            Unit = "seconds",
            Write = schedule => string.Join(',', schedule.Pauses.Select(pause => pause.TotalSeconds)),
        },
        RetrySchedule.Standard)
    {
        Meaning = "Pauses between attempts while a system cannot be reached, each up to 86400; the last one stays.",
    };

    private static readonly Setting<TimeSpan> Recovery = new(
        $"{Name}:RecoveryLimitHours", Kinds.WholeHours(1, 720), TimeSpan.FromHours(24))
    {
        Meaning = "How long the wizard keeps asking what became of an effect before a person looks.",
    };

    private static readonly Setting<TimeSpan> TakeOver = new(
        $"{Name}:TakeOverSeconds", Kinds.Seconds(0, 3600), TimeSpan.FromSeconds(60))
    {
        Meaning = "How long whoever has a case can answer a colleague who wants to take it over.",
    };

    private static readonly Setting<TimeSpan> FactsAge = new(
        $"{Name}:FactsMaxAgeMinutes", Kinds.WholeMinutes(1, 1440), TimeSpan.FromMinutes(15))
    {
        Meaning = "Age after which facts are read again when somebody takes or resumes a case.",
    };

    /// <summary>The key of the fingerprints of codes.</summary>
    public static readonly Setting<byte[]?> Fingerprint = new(
        $"{Name}:FingerprintKey", Kinds.Bytes(FingerprintKeyFile.Length), null)
    {
        Meaning = "The key of the fingerprints of codes; the same for the life of the installation, and not the master key.",
        IsSecret = true,
        DefaultInWords = "made at the first start in Demo",
        RequiredWhen = SettingCondition.Production,
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        Name,
        "What an installation chooses where the instruction is silent.",
        [Trial, Arrangement, CodeDays, RecentDays, Interval, Limit, Quiet, Pauses, Recovery, TakeOver, FactsAge, Fingerprint]);

    /// <summary>Reads the section. A demonstration without a key for fingerprints makes its own.</summary>
    public static ActivationSettings Read(SettingsReader read, Installation installation, RecoveryPlan recovery) => new()
    {
        Trial = read.Of(Trial),
        ArrangementBlocksAdministrator = read.Of(Arrangement),
        MinimumCodeDays = read.Of(CodeDays),
        RecentCodeWorkingDays = read.Of(RecentDays),
        ConfirmationInterval = read.Of(Interval),
        ConfirmationLimit = read.Of(Limit),
        QuietPeriod = read.Of(Quiet),
        Retries = read.Of(Pauses),
        RecoveryLimit = read.Of(Recovery),
        Recovery = recovery,
        TakeOverPatience = read.Of(TakeOver),
        FactsMaxAge = read.Of(FactsAge),
        FingerprintKey = read.Of(Fingerprint) ?? FingerprintKeyFile.ReadOrMake(installation.DataFolder),
    };

    private static bool TryReadPauses(string text, out RetrySchedule schedule)
    {
        schedule = RetrySchedule.Standard;
        List<double> pauses = [];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pause)
                || pause is not (> 0 and <= 86_400))
                return false;
            pauses.Add(pause);
        }

        schedule = RetrySchedule.Seconds(pauses);
        return true;
    }
}
