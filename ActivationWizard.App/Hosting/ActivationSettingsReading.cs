using System.Globalization;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Integrations;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// The section <c>Activation</c> of the settings: what an installation chooses where the instruction is silent.
/// </summary>
public static class ActivationSettingsReading
{
    public const string Section = "Activation";
    private const string RetryPauses = "RetryPausesSeconds";
    private const string FingerprintKey = nameof(ActivationSettings.FingerprintKey);

    /// <summary>
    /// Reads the section; throws when a key is wrong or, in production, when the secret is missing. A demonstration asks and
    /// waits for less long, and makes its own secret.
    /// </summary>
    public static ActivationSettings Read(IConfiguration configuration, Installation installation)
    {
        var settings = new SettingsReader(configuration.GetSection(Section));
        var read = new ActivationSettings
        {
            ArrangementBlocksAdministrator = settings.Choice(
                nameof(ActivationSettings.ArrangementBlocksAdministrator), Domain.Rules.ArrangementPolicy.Ask),
            MinimumCodeDays = settings.Number(nameof(ActivationSettings.MinimumCodeDays), 7, 1, 365),
            RecentCodeWorkingDays = settings.Number(nameof(ActivationSettings.RecentCodeWorkingDays), 5, 0, 60),
            ConfirmationInterval = settings.Seconds("ConfirmationIntervalSeconds", installation.IsDemo ? 0.1 : 2, 0.01, 60),
            ConfirmationLimit = settings.Seconds("ConfirmationLimitSeconds", 600, 1, 3600),
            QuietPeriod = settings.Seconds("QuietPeriodSeconds", installation.IsDemo ? 2 : 60, 0, 3600),
            RecoveryLimit = TimeSpan.FromHours(settings.Number("RecoveryLimitHours", 24, 1, 720)),
            Retries = Pauses(settings),
            TakeOverPatience = settings.Seconds("TakeOverSeconds", 60, 0, 3600),
            FactsMaxAge = TimeSpan.FromMinutes(settings.Number("FactsMaxAgeMinutes", 15, 1, 1440)),
            FingerprintKey = Key(settings, installation),
        };
        settings.ThrowWhenWrong();
        return read with { Recovery = RecoveryReading.Read(configuration) };
    }

    private static RetrySchedule Pauses(SettingsReader settings)
    {
        if (settings.Text(RetryPauses) is not { Length: > 0 } text)
            return RetrySchedule.Standard;

        List<double> pauses = [];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pause) && pause is > 0 and <= 86_400)
                pauses.Add(pause);
            else
                pauses = [];
            if (pauses is [])
                break;
        }

        if (pauses is [])
            settings.Wrong(RetryPauses, "must be one or more numbers of seconds up to 86400, with commas between them.");
        return pauses is [] ? RetrySchedule.Standard : RetrySchedule.Seconds(pauses);
    }

    private static byte[] Key(SettingsReader settings, Installation installation)
    {
        if (settings.Text(FingerprintKey) is not { Length: > 0 } text && installation.IsDemo)
            return FingerprintKeyFile.ReadOrMake(installation.DataFolder);

        var key = new byte[FingerprintKeyFile.Length];
        if (!Convert.TryFromBase64String(settings.Text(FingerprintKey), key, out var length) || length != key.Length)
        {
            settings.Wrong(
                FingerprintKey,
                $"must be {FingerprintKeyFile.Length} random bytes in base64, the same for the life of the installation.");
        }

        return key;
    }
}
