using System.Net;
using System.Net.Http.Headers;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>A line to a system that is cut short: each attempt gets the next ending, at once.</summary>
internal sealed class ScriptedLine(params Func<CancellationToken, Task<HttpResponseMessage>>[] endings) : HttpMessageHandler
{
    /// <summary>How many attempts there were; after the last ending it is given again.</summary>
    public int Attempts { get; private set; }

    public static Func<CancellationToken, Task<HttpResponseMessage>> Answer(
        int status, string? retryAfter = null, string body = "") =>
        _ =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)status)
            {
                Content = new StringContent(body, new MediaTypeHeaderValue("application/json")),
            };
            if (retryAfter is not null)
                answer.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
            return Task.FromResult(answer);
        };

    public static Func<CancellationToken, Task<HttpResponseMessage>> Failure(HttpRequestError error) =>
        _ => Task.FromException<HttpResponseMessage>(new HttpRequestException(error));

    public static Func<CancellationToken, Task<HttpResponseMessage>> FailureReason() => async cancellation =>
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        throw new InvalidOperationException("FailureReason does not end.");
    };

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        endings[Math.Min(Attempts++, endings.Length - 1)](cancellationToken);
}
