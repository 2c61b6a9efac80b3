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
        401 or 403 => new NothingDone(Silence.NotAllowed),
        429 => new NothingDone(Silence.Unreachable),
        408 or >= 500 => new Lost(Silence.Unreachable),
        >= 200 and < 300 => new Answered(new SystemAnswer(response.StatusCode, body, response.Headers, null)),
        >= 400 => new Answered(new SystemAnswer(response.StatusCode, body, response.Headers, errorCode.In(body))),
        _ => new Lost(Silence.Nonsense),
    };

    /// <summary>The verdict on a call that gave no answer.</summary>
    public static Exchange Of(Exception failure) => failure switch
    {
        BrokenCircuitException => new NothingDone(Silence.Unreachable),
        HttpRequestException http when Resilience.NeverSent(http) => new NothingDone(Silence.Unreachable),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded }
            or AnswerTooLongException => new Lost(Silence.Nonsense),
        _ => new Lost(Silence.Unreachable),
    };

    /// <summary>The system answered; whether it makes sense is for the reader.</summary>
    public sealed record Answered(SystemAnswer Answer) : Exchange;

    /// <summary>It is certain that nothing happened there.</summary>
    public sealed record NothingDone(Silence Why) : Exchange;

    /// <summary>No usable answer, and what happened there is not known.</summary>
    public sealed record Lost(Silence Why) : Exchange;
}
