using ActivationWizard.Domain.Effects;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>The calls of the contracts and what can go wrong with each.</summary>
internal static class CallFaults
{
    /// <summary>As often as a call is repeated before anybody hears of it.</summary>
    private const int Attempts = 3;

    private static readonly string[] RetryAfter = ["1", "date", "absent", "99999999999"];
    private static readonly RouteCase Letter = RouteCase.Named("letter, new code");
    private static readonly RouteCase Administrator = RouteCase.Named("administrator");

    /// <summary>Every question, with a route in which it is asked.</summary>
    public static IReadOnlyList<(RouteCase Route, EffectCall Call)> Reads { get; } =
    [
        (Letter, new("viewpoint", "GET", "/bvg/v4/eenheden")),
        (Letter, new("viewpoint", "GET", "/bog/v4/overeenkomsten")),
        (Letter, new("viewpoint", "GET", "/brg/v4/relaties/*")),
        (Letter, new("viewpoint", "GET", "/brg/v4/relaties")),
        (Administrator, new("viewpoint", "GET", "/brg/v4/relaties")),
        (Letter, new("viewpoint", "GET", "/brg/v4/signaleringen")),
        (Letter, new("viewpoint", "GET", "/inc/v4/betalingsregelingen")),
        (Letter, new("viewpoint", "GET", "/bdo/v4/dossiers")),
        (Letter, new("umbrella", "GET", "/api/v1/klanten")),
        (Letter, new("umbrella", "GET", "/api/v1/klanten/*/account")),
        (Letter, new("umbrella", "GET", "/api/v1/klanten/*/account/activatiecode")),
        (Letter, new("postex", "GET", "/rest/v2/recipients/*/preferences")),
        (Letter, new("postex", "GET", "/rest/v2/generator-sessions/*")),
    ];

    /// <summary>Every call that changes something, with a route in which it stands.</summary>
    public static IReadOnlyList<(RouteCase Route, EffectKind Effect)> Writes { get; } =
    [
        (Letter, EffectKind.DeleteAccount), (Letter, EffectKind.CreateAccount), (Letter, EffectKind.ActivateAccount),
        (RouteCase.Named("e-mail"), EffectKind.ActivateAccount), (Letter, EffectKind.DispatchLetter),
        (Letter, EffectKind.RegisterLetter),
        (RouteCase.Named("e-mail"), EffectKind.RegisterContact), (Administrator, EffectKind.CorrectContacts),
        (Administrator, EffectKind.SetPreference), (RouteCase.Named("administrator, blocked"), EffectKind.UnblockAccount),
        (RouteCase.Named("refusal, block"), EffectKind.BlockAccount),
    ];

    /// <summary>What can go wrong with a question.</summary>
    public static IReadOnlyList<FaultRule> OfReads { get; } =
    [
        .. OfAny,
        Of(FaultKind.Duplicate),
        Of(FaultKind.UnknownCode) with { Fields = ["status", "soort", "detailSoort", "channel"] },
        Of(FaultKind.MissingFields) with { Fields = ["status", "id", "klantId", "code", "relaties", "data", "channel"] },
    ];

    /// <summary>What can go wrong with a call that changes something.</summary>
    public static IEnumerable<FaultRule> OfWrites(EffectKind effect) =>
    [
        .. OfAny,
        Of(FaultKind.TimeoutAfter), Of(FaultKind.ResetAfter),
        Of(FaultKind.ErrorAfter), Of(FaultKind.ErrorAfter) with { Status = 503 },
        // Late, but within the quiet period: that is what it is for. Said at once, or not said at all.
        new() { Fault = FaultKind.LateEffect, Delay = TimeSpan.FromSeconds(0.8) },
        new() { Fault = FaultKind.LateEffect, Delay = TimeSpan.FromSeconds(1.8), Status = 0 },
        Of(FaultKind.MissingFields) with { Fields = ["status", "accountId", "data", "channel", "code"] },
        .. effect is EffectKind.ActivateAccount ? [Of(FaultKind.NotSent), Of(FaultKind.EmailInUse)] : Array.Empty<FaultRule>(),
        .. effect is EffectKind.DispatchLetter ? [Of(FaultKind.SessionError)] : Array.Empty<FaultRule>(),
    ];

    private static IEnumerable<FaultRule> OfAny =>
    [
        Of(FaultKind.Delay) with { Delay = TimeSpan.FromSeconds(0.3) },
        Of(FaultKind.TimeoutBefore), Of(FaultKind.ResetBefore),
        Of(FaultKind.ErrorBefore), Of(FaultKind.ErrorBefore) with { Status = 502 },
        Of(FaultKind.HalfBody), Of(FaultKind.SlowDrip) with { Delay = TimeSpan.FromSeconds(0.2) }, Of(FaultKind.MalformedJson),
        Of(FaultKind.LoginPage), Of(FaultKind.WrongSubject),
        Of(FaultKind.Unauthorized), Of(FaultKind.Forbidden), Of(FaultKind.NotFoundHtml),
        Of(FaultKind.Conflict), Of(FaultKind.Oversize), Of(FaultKind.TooDeep), Of(FaultKind.Redirect),
        .. from header in RetryAfter
           select Of(FaultKind.TooManyRequests) with { RetryAfter = header },
    ];

    private static FaultRule Of(FaultKind fault) => new() { Fault = fault, Times = Attempts };
}
