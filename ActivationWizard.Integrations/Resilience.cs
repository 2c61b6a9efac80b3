using System.Net;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace ActivationWizard.Integrations;

/// <summary>
/// The one policy for every system: a total deadline, repeats of calls that may be repeated, a circuit breaker, a deadline per
/// attempt. Whatever takes longer than that is the runner's.
/// </summary>
internal static class Resilience
{
    /// <summary>Set on a request that the system may see twice.</summary>
    public static readonly HttpRequestOptionsKey<bool> MayRepeat = new("ActivationWizard.MayRepeat");

    /// <summary>Set when an attempt before the last may have been carried out.</summary>
    public static readonly HttpRequestOptionsKey<bool> EarlierAttemptLost = new("ActivationWizard.EarlierAttemptLost");

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    public static void Build(
        ResiliencePipelineBuilder<HttpResponseMessage> pipeline, SystemOptions options, TimeProvider time, SystemMeter meter,
        ForeignSystem system)
    {
        meter.Breaks(system, isOpen: false);
        pipeline.TimeProvider = time;
        pipeline.AddTimeout(TimeSpan.FromSeconds(options.TimeoutSeconds));
        if (options.Retries > 0)
            pipeline.AddRetry(Counted(Repeats(options, time), () => meter.Retried(system)));
        pipeline
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = 0.5,
                MinimumThroughput = options.CircuitMinimumCalls,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(options.CircuitBreakSeconds),
                OnOpened = _ => Breaks(isOpen: true),
                OnClosed = _ => Breaks(isOpen: false),
                ShouldHandle = args => ValueTask.FromResult(
                    args.Outcome.Result is { } response ? IsOutage(response.StatusCode) : IsFailure(args.Outcome.Exception)),
            })
            .AddTimeout(TimeSpan.FromSeconds(options.AttemptTimeoutSeconds));

        ValueTask Breaks(bool isOpen)
        {
            meter.Breaks(system, isOpen);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>The connection was never made, so that nothing was sent.</summary>
    public static bool NeverSent(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static RetryStrategyOptions<HttpResponseMessage> Repeats(SystemOptions options, TimeProvider time) => new()
    {
        MaxRetryAttempts = options.Retries,
        Delay = TimeSpan.FromSeconds(options.RetryPauseSeconds),
        MaxDelay = LongestPause,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = args => ValueTask.FromResult(
            MayBeRepeated(args.Context) && IsWorthRepeating(args.Outcome)
            && !(Asked(args.Outcome.Result, time) > TimeSpan.FromSeconds(options.RetryAfterCapSeconds))),
        DelayGenerator = args => ValueTask.FromResult(Asked(args.Outcome.Result, time)),
        OnRetry = args =>
        {
            if (!DidNothing(args.Outcome))
                args.Context.GetRequestMessage()?.Options.Set(EarlierAttemptLost, true);
            return ValueTask.CompletedTask;
        },
    };

    private static RetryStrategyOptions<HttpResponseMessage> Counted(
        RetryStrategyOptions<HttpResponseMessage> repeats, Action count)
    {
        var before = repeats.OnRetry!;
        repeats.OnRetry = args =>
        {
            count();
            return before(args);
        };
        return repeats;
    }

    private static bool MayBeRepeated(ResilienceContext context) =>
        context.GetRequestMessage() is { } request && request.Options.TryGetValue(MayRepeat, out var may) && may;

    private static bool IsWorthRepeating(Outcome<HttpResponseMessage> outcome) => outcome.Result is { } response
        ? IsOutage(response.StatusCode) || response.StatusCode is HttpStatusCode.TooManyRequests
        : IsFailure(outcome.Exception);

    private static bool IsOutage(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;

    private static bool IsFailure(Exception? failure) => failure is HttpRequestException or TimeoutRejectedException;

    private static bool DidNothing(Outcome<HttpResponseMessage> outcome) => outcome.Result is { } response
        ? response.StatusCode is HttpStatusCode.TooManyRequests
        : outcome.Exception is HttpRequestException failure && NeverSent(failure);

    /// <summary>The pause the system asked for, in seconds or as a date; null for none, and for one that is over.</summary>
    private static TimeSpan? Asked(HttpResponseMessage? response, TimeProvider time)
    {
        var after = response?.Headers.RetryAfter;
        var asked = after?.Delta ?? after?.Date - time.GetUtcNow();
        return asked > TimeSpan.Zero ? asked : null;
    }
}
