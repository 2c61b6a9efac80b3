using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Integrations.Sandbox.Seeds;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>A route, the seeded person whose case takes it, and the effects it then has, in order.</summary>
internal sealed record RouteCase(string Name, string Scenario, params EffectKind[] Effects)
{
    /// <summary>Every route of the instruction, with every effect that can stand in it.</summary>
    public static IReadOnlyList<RouteCase> All { get; } =
    [
        new("letter", "first code by letter, no account yet",
            EffectKind.CreateAccount, EffectKind.ActivateAccount, EffectKind.ReadCode, EffectKind.DispatchLetter,
            EffectKind.ConfirmDispatch, EffectKind.RegisterLetter),
        new("letter, new code", "new code by letter, account active",
            EffectKind.DeleteAccount, EffectKind.CreateAccount, EffectKind.ActivateAccount, EffectKind.ReadCode,
            EffectKind.DispatchLetter, EffectKind.ConfirmDispatch, EffectKind.RegisterLetter),
        new("e-mail", "first code, e-mail matches everywhere", EffectKind.ActivateAccount, EffectKind.RegisterContact),
        new("e-mail, no account", "first code, no account yet",
            EffectKind.CreateAccount, EffectKind.ActivateAccount, EffectKind.RegisterContact),
        new("e-mail, new code", "new code, e-mail matches, account active",
            EffectKind.DeleteAccount, EffectKind.CreateAccount, EffectKind.ActivateAccount, EffectKind.RegisterContact),
        new("administrator", "no account; privé is empty: correct it",
            EffectKind.CorrectContacts, EffectKind.SetPreference, EffectKind.CreateAccount, EffectKind.ActivateAccount,
            EffectKind.RegisterContact),
        new("administrator, account active", "account active: recreate",
            EffectKind.SetPreference, EffectKind.DeleteAccount, EffectKind.CreateAccount, EffectKind.ActivateAccount,
            EffectKind.RegisterContact),
        new("administrator, blocked", "account blocked: unblock",
            EffectKind.SetPreference, EffectKind.UnblockAccount, EffectKind.DeleteAccount, EffectKind.CreateAccount,
            EffectKind.ActivateAccount, EffectKind.RegisterContact),
        new("refusal", "arrangement active", EffectKind.SendReply, EffectKind.RegisterContact),
        new("refusal, block", "under bewind, account registered: propose to block",
            EffectKind.BlockAccount, EffectKind.SendReply, EffectKind.RegisterContact),
    ];

    /// <summary>The seeded request. A scenario's words may stand under a tenant and under an administrator.</summary>
    public SeededRequest Seed => SandboxSeeds.Requests.First(one => one.Scenario == Scenario && one.Aanvrager == Requester);

    private string Requester => Name.StartsWith("administrator", StringComparison.Ordinal) ? "bewindvoerder" : "huurder";

    /// <summary>The route with this name.</summary>
    public static RouteCase Named(string name) => All.Single(one => one.Name == name);

    public override string ToString() => Name;
}
