using ActivationWizard.Domain.Ports;
using Polly.CircuitBreaker;

namespace ActivationWizard.Integrations.Http;

/// <summary>What became of one call, before anybody has read the answer. Closed.</summary>
internal abstract record Exchange
{
    private Exchange()
    {
    }

    /// <summary>The verdict on an answer by its status alone.</summary>
    public static Exchange Of(HttpResponseMessage response, byte[] body, ErrorCode errorCode) => (int)response.StatusCode switch
    {
        401 or 403 => new NothingDone(FailureReason.NotAllowed),
        429 => new NothingDone(FailureReason.Unreachable),
        408 or >= 500 => new Lost(FailureReason.Unreachable),
        >= 200 and < 300 => new Answered(new SystemResponse(response.StatusCode, body, response.Headers, null)),
        >= 400 => new Answered(new SystemResponse(response.StatusCode, body, response.Headers, errorCode.In(body))),
        _ => new Lost(FailureReason.Nonsense),
    };

    /// <summary>The verdict on a call that gave no answer.</summary>
    public static Exchange Of(Exception failure) => failure switch
    {
        TrialRunException => new NothingDone(FailureReason.TrialRun),
        BrokenCircuitException => new NothingDone(FailureReason.Unreachable),
        HttpRequestException http when Resilience.NeverSent(http) => new NothingDone(FailureReason.Unreachable),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded }
            or ResponseTooLongException => new Lost(FailureReason.Nonsense),
        _ => new Lost(FailureReason.Unreachable),
    };

    /// <summary>The system answered; whether it makes sense is for the reader.</summary>
    public sealed record Answered(SystemResponse Answer) : Exchange;

    /// <summary>It is certain that nothing happened there.</summary>
    public sealed record NothingDone(FailureReason Why) : Exchange;

    /// <summary>No usable answer, and what happened there is not known.</summary>
    public sealed record Lost(FailureReason Why) : Exchange;
}
