using ActivationWizard.Domain.Effects;
using ActivationWizard.Integrations.Sandbox.Faults;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>A call of the contracts, so that a fault can be scripted for it.</summary>
internal sealed record EffectCall(string System, string Method, string Path)
{
    private static readonly EffectCall[] None = [];

    /// <summary>The call that carries the effect out, and the one by which a recovery looks for it.</summary>
    public static IReadOnlyList<EffectCall> Of(EffectKind effect) => effect switch
    {
        EffectKind.CreateAccount => [new("umbrella", "POST", "/api/v1/klanten/*/account")],
        EffectKind.DeleteAccount => [new("umbrella", "DELETE", "/api/v1/klanten/*/account")],
        EffectKind.ActivateAccount => [new("umbrella", "POST", "/api/v1/klanten/*/account/activatie")],
        EffectKind.BlockAccount => [new("umbrella", "PUT", "/api/v1/klanten/*/account/blokkade")],
        EffectKind.UnblockAccount => [new("umbrella", "DELETE", "/api/v1/klanten/*/account/blokkade")],
        EffectKind.CorrectContacts => [new("viewpoint", "PATCH", "/brg/v4/relaties/*")],
        EffectKind.SetPreference => [new("postex", "PUT", "/rest/v2/recipients/*/preferences")],
        EffectKind.DispatchLetter =>
            [new("postex", "POST", "/rest/v2/generators/*/raw"), new("postex", "GET", "/rest/v2/generator-sessions")],
        EffectKind.RegisterLetter =>
            [new("viewpoint", "POST", "/bdo/v4/informatieobjecten"), new("viewpoint", "GET", "/bdo/v4/informatieobjecten")],
        EffectKind.RegisterContact =>
            [new("viewpoint", "POST", "/brg/v4/contactmomenten"), new("viewpoint", "GET", "/brg/v4/contactmomenten")],
        EffectKind.SendReply => [new("mailbox", "POST", "/v1.0/users/*/messages/*/send")],
        _ => None,
    };

    /// <summary>A fault in this call, for calls about any of these texts.</summary>
    public FaultRule Meets(FaultKind fault, params string[] about) =>
        new() { Fault = fault, System = System, Method = Method, Path = Path, About = about };

    public override string ToString() => $"{System} {Method} {Path}";
}
