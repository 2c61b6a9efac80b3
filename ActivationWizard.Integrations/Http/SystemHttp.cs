using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ActivationWizard.Domain.Ports;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace ActivationWizard.Integrations.Http;

/// <summary>
/// Speaks to one system and says what became of it: no exception leaves it, other than the caller's own cancellation.
/// </summary>
internal sealed partial class SystemHttp(string system, HttpClient client, ErrorCode errorCode, ILogger logger)
{
    /// <summary>Asks. <paramref name="read"/> gets a 2xx or 4xx and gives null for one that is not in the contract.</summary>
    public async Task<Reply<T>> AskAsync<T>(
        SystemRequest request, Func<SystemResponse, Reply<T>?> read, CancellationToken cancellation) =>
        await ExchangeAsync(request, read, cancellation) switch
        {
            (Exchange.Answered, { } reply) => reply,
            (Exchange.NothingDone none, _) => new Reply<T>.NotAnswered(none.Why),
            (Exchange.Lost lost, _) => new Reply<T>.NotAnswered(lost.Why),
            _ => Nonsense(request, new Reply<T>.NotAnswered(FailureReason.Nonsense)),
        };

    /// <summary>
    /// Changes something. <paramref name="read"/> gets a 2xx or 4xx and gives null for one that it has no meaning for: a 4xx with
    /// the system's own error code then is a refusal, all else is unknown.
    /// </summary>
    public async Task<EffectOutcome<T>> DoAsync<T>(
        SystemRequest request, Func<SystemResponse, EffectOutcome<T>?> read, CancellationToken cancellation) =>
        await ExchangeAsync(request, response => read(response) ?? Refusal<T>(response), cancellation) switch
        {
            (Exchange.Answered, { } outcome) => outcome,
            (Exchange.NothingDone none, _) => new EffectOutcome<T>.NotDone(none.Why),
            (Exchange.Lost lost, _) => new EffectOutcome<T>.Unknown(lost.Why),
            _ => Nonsense(request, new EffectOutcome<T>.Unknown(FailureReason.Nonsense)),
        };

    private static EffectOutcome<T>? Refusal<T>(SystemResponse response) =>
        response.ErrorCode is { } code ? new EffectOutcome<T>.Refused(code) : null;

    private T Nonsense<T>(SystemRequest request, T result)
    {
        LogNonsense(Level, system, request.Operation, request.CorrelationId);
        return result;
    }

    private async Task<(Exchange, T?)> ExchangeAsync<T>(
        SystemRequest request, Func<SystemResponse, T?> read, CancellationToken cancellation)
        where T : class
    {
        if (!request.Path.IsSendable)
            return (new Exchange.NothingDone(FailureReason.Nonsense), null);

        using var message = Message(request);
        var exchange = await SendAsync(request, message, cancellation);
        try
        {
            return (exchange, exchange is Exchange.Answered answered ? read(answered.Answer) : null);
        }
        finally
        {
            // It may have held an activation code.
            Array.Clear(BodyOf(message));
        }
    }

    private async Task<Exchange> SendAsync(SystemRequest request, HttpRequestMessage message, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation);
            var elapsed = Stopwatch.GetElapsedTime(started);
            LogAnswered(system, request.Operation, (int)response.StatusCode, elapsed, request.CorrelationId);
            return AllAttempts(message, Exchange.Of(response, BodyOf(message), errorCode));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure) when (failure is HttpRequestException or BrokenCircuitException or TimeoutRejectedException
            or OperationCanceledException or ResponseTooLongException)
        {
            LogSilent(Level, system, request.Operation, failure.GetType().Name, request.CorrelationId);
            return AllAttempts(message, Exchange.Of(failure));
        }
    }

    private static HttpRequestMessage Message(SystemRequest request)
    {
        var message = new HttpRequestMessage(request.Method, request.Path.ToUri());
        message.Options.Set(Resilience.MayRepeat, request.MayRepeat);
        message.Options.Set(ObservedCalls.Operation, request.Operation);
        message.Options.Set(BoundedResponses.Bound, request.LongestResponse);
        message.Options.Set(BoundedResponses.IsCutOff, request.IsCutOff);
        message.Headers.Add("X-Correlation-Id", request.CorrelationId);
        if (request.Key is { } key)
            message.Headers.Add("Idempotency-Key", key.ToString());
        if (request.IfMatch is { } version)
            message.Headers.TryAddWithoutValidation("If-Match", version);
        foreach (var (name, value) in request.Headers)
            message.Headers.Add(name, value);
        message.Content = ContentOf(request);
        return message;
    }

    private static ByteArrayContent? ContentOf(SystemRequest request)
    {
        // What has no content, the framework sends again by itself when a kept connection turns out to be closed.
        if (request.Text is { } text)
            return new ByteArrayContent(Encoding.ASCII.GetBytes(text)) { Headers = { ContentType = new("text/plain") } };
        if (request.Body is not { } body)
            return request.Method == HttpMethod.Get ? null : new ByteArrayContent([]);

        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), SystemJson.Options));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }

    private static byte[] BodyOf(HttpRequestMessage message) =>
        message.Options.TryGetValue(BoundedResponses.Body, out var body) ? body : [];

    // What the last attempt did not do, an earlier one may have done.
    private static Exchange AllAttempts(HttpRequestMessage message, Exchange last) =>
        last is Exchange.NothingDone && message.Options.TryGetValue(Resilience.EarlierAttemptLost, out var lost) && lost
            ? new Exchange.Lost(FailureReason.Unreachable)
            : last;

    [LoggerMessage(LogLevel.Debug, "{System} answered {Operation} with {Status} in {Elapsed} ({CorrelationId})")]
    private partial void LogAnswered(string system, string operation, int status, TimeSpan elapsed, string correlationId);

    private static LogLevel Level => CallerTells.IsSo ? LogLevel.Debug : LogLevel.Warning;

    [LoggerMessage("{System} gave no answer to {Operation}: {Failure} ({CorrelationId})")]
    private partial void LogSilent(LogLevel level, string system, string operation, string failure, string correlationId);

    [LoggerMessage("{System} answered {Operation} with what is not in the contract ({CorrelationId})")]
    private partial void LogNonsense(LogLevel level, string system, string operation, string correlationId);
}
