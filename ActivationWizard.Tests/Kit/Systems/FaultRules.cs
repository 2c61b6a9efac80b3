using ActivationWizard.Integrations.Sandbox.Faults;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>Faults by the words that tests use for them; each meets every call.</summary>
internal static class FaultRules
{
    public static FaultRule Of(string words, int times = 0) => (words switch
    {
        "timeout before" => Rule(FaultKind.TimeoutBefore),
        "timeout after" => Rule(FaultKind.TimeoutAfter),
        "500 before" => Rule(FaultKind.ErrorBefore),
        "500 after" => Rule(FaultKind.ErrorAfter),
        "503" => Rule(FaultKind.ErrorBefore) with { Status = 503 },
        "reset before" => Rule(FaultKind.ResetBefore),
        "reset after" => Rule(FaultKind.ResetAfter),
        "429 at once" => Busy("0"),
        "429 a date" => Busy("date") with { Delay = TimeSpan.Zero },
        "429 absent" => Busy("absent"),
        "429 tomorrow" => Busy("86400"),
        "429 absurd" => Busy("99999999999999999999"),
        "401" => Rule(FaultKind.Unauthorized),
        "403" => Rule(FaultKind.Forbidden),
        "redirect" => Rule(FaultKind.Redirect),
        "login page" => Rule(FaultKind.LoginPage),
        "404 html" => Rule(FaultKind.NotFoundHtml),
        "409" => Rule(FaultKind.Conflict),
        "half a body" => Rule(FaultKind.HalfBody),
        "slow drip" => Rule(FaultKind.SlowDrip) with { Delay = SilenceClock.Silence },
        "malformed" => Rule(FaultKind.MalformedJson),
        "oversize" => Rule(FaultKind.Oversize),
        "too deep" => Rule(FaultKind.TooDeep),
        "missing fields" => Rule(FaultKind.MissingFields) with { Fields = ["klantId", "accountId", "recipientId", "id"] },
        "wrong subject" => Rule(FaultKind.WrongSubject),
        _ => throw new ArgumentOutOfRangeException(nameof(words), words, null),
    }) with
    {
        Times = times,
    };

    private static FaultRule Rule(FaultKind kind) => new() { Fault = kind };

    private static FaultRule Busy(string retryAfter) => Rule(FaultKind.TooManyRequests) with { RetryAfter = retryAfter };
}
