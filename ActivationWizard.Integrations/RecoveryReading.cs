using System.Globalization;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Integrations.Mailbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations;

/// <summary>
/// How each effect is recovered: <c>Recovery</c> in the section of its system, such as <c>Umbrella:Recovery:Create</c>. What the contract cannot carry is refused.
/// </summary>
public static class RecoveryReading
{
    internal const string Section = "Recovery";
    private const string KeyHours = "KeyHours";

    /// <summary>Every effect that can be recovered, with the system's section and the key under which it is set.</summary>
    public static IReadOnlyList<(string System, string Key, EffectKind Effect)> Keys { get; } =
    [
        ("Umbrella", "Create", EffectKind.CreateAccount),
        ("Umbrella", "Activate", EffectKind.ActivateAccount),
        ("Umbrella", "Delete", EffectKind.DeleteAccount),
        ("Umbrella", "Block", EffectKind.BlockAccount),
        ("Umbrella", "Unblock", EffectKind.UnblockAccount),
        ("Viewpoint", "Contacts", EffectKind.CorrectContacts),
        ("Viewpoint", "LetterRegistration", EffectKind.RegisterLetter),
        ("Viewpoint", "ContactRegistration", EffectKind.RegisterContact),
        ("Postex", "Preference", EffectKind.SetPreference),
        ("Postex", "Dispatch", EffectKind.DispatchLetter),
        ("Mailbox", "Reply", EffectKind.SendReply),
    ];

    /// <summary>The plan. Throws <see cref="OptionsValidationException"/>, naming the keys and no value, when it cannot work.</summary>
    public static RecoveryPlan Read(IConfiguration configuration)
    {
        List<string> wrong = [.. Unknown(configuration)];
        var plan = RecoveryPlan.Standard;
        if (Lifetime(configuration) is { } hours)
            plan = plan with { KeyLifetime = hours };
        else
            wrong.Add($"Umbrella:{Section}:{KeyHours} must be a number of hours from 0.1 to 8760.");
        foreach (var (system, key, effect) in Keys)
        {
            var may = Carried(configuration, effect);
            var text = configuration[$"{system}:{Section}:{key}"]?.Trim();
            if (string.IsNullOrEmpty(text))
                plan = plan.With(effect, may[0]);
            else if (Enum.TryParse<RecoveryCapability>(text, ignoreCase: true, out var asked) && may.Contains(asked) && !char.IsDigit(text[0]))
                plan = plan.With(effect, asked);
            else
                wrong.Add($"{system}:{Section}:{key} must be {string.Join(" or ", may)}.");
        }

        return wrong.Count is 0 ? plan : throw new OptionsValidationException(Section, typeof(RecoveryPlan), wrong);
    }

    // A mailbox of which nobody can read the Sent folder cannot be asked anything.
    private static IReadOnlyList<RecoveryCapability> Carried(IConfiguration configuration, EffectKind effect)
    {
        if (effect is not EffectKind.SendReply)
            return effect.Recoverable;
        var mailbox = new MailboxOptions();
        MailboxSettings.Read(configuration.GetSection(MailboxOptions.Section), mailbox);
        return mailbox is { ModeInUse: MailboxMode.Sandbox } or { ImapHost.Length: > 0 } ? effect.Recoverable : [RecoveryCapability.None];
    }

    private static TimeSpan? Lifetime(IConfiguration configuration) => configuration[$"Umbrella:{Section}:{KeyHours}"]?.Trim() switch
    {
        null or "" => RecoveryPlan.Standard.KeyLifetime,
        var text when double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours is >= 0.1 and <= 8760 =>
            TimeSpan.FromHours(hours),
        _ => null,
    };

    private static IEnumerable<string> Unknown(IConfiguration configuration) =>
        from system in Keys.Select(one => one.System).Distinct()
        from child in configuration.GetSection($"{system}:{Section}").GetChildren()
        where !Keys.Any(one => one.System == system && one.Key.Equals(child.Key, StringComparison.OrdinalIgnoreCase))
            && !(system is "Umbrella" && child.Key.Equals(KeyHours, StringComparison.OrdinalIgnoreCase))
        select $"{system}:{Section}:{child.Key} is not a setting.";
}
