using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Integrations.Http;

/// <summary>Posts a small document of JSON to an address that keeps it; all that comes back is whether it was taken.</summary>
public sealed class DocumentPost(IHttpClientFactory clients)
{
    internal const string Client = "document";

    /// <summary>
    /// Null when it was taken, else why not: a status, or the kind of error. A redirect is none; nothing is tried again.
    /// </summary>
    public Task<string?> SendAsync(Uri address, ReadOnlyMemory<byte> json, CancellationToken cancellation) =>
        SendAsync(address, json, null, cancellation);

    /// <summary>The same with a header.</summary>
    public async Task<string?> SendAsync(
        Uri address, ReadOnlyMemory<byte> json, (string Name, string Value)? header, CancellationToken cancellation)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var content = new ReadOnlyMemoryContent(json);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            if (header is { } given)
                request.Headers.Add(given.Name, given.Value);
            // What the answer says beside its status is of no interest, and is not read.
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return answer.IsSuccessStatusCode ? null : $"status {(int)answer.StatusCode}";
        }
        catch (HttpRequestException failure)
        {
            return $"{failure.HttpRequestError}";
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "no answer in time";
        }
    }
}

/// <summary>Adds what posts documents.</summary>
public static class DocumentPostRegistration
{
    // For the whole of a call.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Adds it; where a document goes is said with each.</summary>
    public static IServiceCollection AddDocumentPost(this IServiceCollection services)
    {
        services.AddHttpClient(DocumentPost.Client, client => client.Timeout = Limit)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        return services.AddSingleton<DocumentPost>();
    }
}
