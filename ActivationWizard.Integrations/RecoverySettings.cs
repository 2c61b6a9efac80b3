using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.Integrations;

/// <summary>
/// How each effect is recovered: <c>Recovery</c> in the section of its system, such as <c>Umbrella:Recovery:Create</c>. What the
/// contract cannot carry is refused.
/// </summary>
public static class RecoverySettings
{
    /// <summary>
    /// Every effect that can be recovered, with the system's section, the key under which it is set, and the effect in words.
    /// </summary>
    public static IReadOnlyList<(string System, string Key, EffectKind Effect, string Meaning)> Keys { get; } =
    [
        ("Umbrella", "Create", EffectKind.CreateAccount, "making an account"),
        ("Umbrella", "Activate", EffectKind.ActivateAccount, "activating an account"),
        ("Umbrella", "Delete", EffectKind.DeleteAccount, "deleting an account"),
        ("Umbrella", "Block", EffectKind.BlockAccount, "blocking an account"),
        ("Umbrella", "Unblock", EffectKind.UnblockAccount, "unblocking an account"),
        ("Viewpoint", "Contacts", EffectKind.CorrectContacts, "correcting a tenant's addresses"),
        ("Viewpoint", "LetterRegistration", EffectKind.RegisterLetter, "registering a letter"),
        ("Viewpoint", "ContactRegistration", EffectKind.RegisterContact, "registering a contact"),
        ("Postex", "Preference", EffectKind.SetPreference, "setting a preference"),
        ("Postex", "Dispatch", EffectKind.DispatchLetter, "sending a letter"),
        ("Mailbox", "Reply", EffectKind.SendReply, "sending a reply"),
    ];

    private static readonly Setting<TimeSpan> KeyHours = new(
        "Umbrella:Recovery:KeyHours", Kinds.Hours(0.1, 8760), RecoveryPlan.Standard.KeyLifetime)
    {
        Meaning = "How long Umbrella honours a key. Nothing is asked again under a key that is older.",
    };

    private static readonly Dictionary<EffectKind, Setting<RecoveryCapability?>> Declared =
        Keys.ToDictionary(one => one.Effect, Declare);

    /// <summary>The settings of one system.</summary>
    internal static IReadOnlyList<Setting> Of(string system) =>
    [
        .. Keys.Where(one => one.System == system).Select(one => Declared[one.Effect]),
        .. system is "Umbrella" ? [KeyHours] : Array.Empty<Setting>(),
    ];

    /// <summary>What can be seen of a reply follows from the way it goes.</summary>
    internal static SettingsRule ReplyCanBeAsked { get; } = new(
        Declared[EffectKind.SendReply],
        "must be State or None over Graph, Query or None with Mailbox:ImapHost and Mailbox:SentIsFiled, else None",
        read => read.Of(Declared[EffectKind.SendReply]) is null or RecoveryCapability.None
            || read.Of(Declared[EffectKind.SendReply]) == MailboxOptions.Read(read).Recovery);

    /// <summary>The plan of this installation.</summary>
    public static RecoveryPlan Read(SettingsReader read) => Keys.Aggregate(
        RecoveryPlan.Standard with { KeyLifetime = read.Of(KeyHours) },
        (plan, one) => plan.With(one.Effect, read.Of(Declared[one.Effect]) ?? Standard(read, one.Effect)));

    private static RecoveryCapability Standard(SettingsReader read, EffectKind effect) =>
        effect is EffectKind.SendReply ? MailboxOptions.Read(read).Recovery : effect.Recoverable[0];

    private static Setting<RecoveryCapability?> Declare(
        (string System, string Key, EffectKind Effect, string Meaning) one) =>
        new($"{one.System}:Recovery:{one.Key}", Kinds.Optional(Kinds.Choice([.. one.Effect.Recoverable])), null)
        {
            Meaning = $"How {one.Meaning} is recovered when the answer was lost; lower than the contract only.",
            DefaultInWords = one.Effect is EffectKind.SendReply
                ? "`State` over Graph and in sandbox mode, `Query` with `Mailbox:ImapHost` "
                    + "and `Mailbox:SentIsFiled`, else `None`"
                : $"`{one.Effect.Recoverable[0]}`",
            DefaultFrom = read => $"{Standard(read, one.Effect)}",
        };
}
