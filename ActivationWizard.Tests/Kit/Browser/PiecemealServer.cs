using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>
/// Stands before an app and passes its pages on in small pieces with a pause between them, as a slow network does. No circuits.
/// </summary>
internal sealed class PiecemealServer : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
    });
    private readonly WebApplication _app;
    private readonly int _piece;

    private PiecemealServer(Uri behind, int piece)
    {
        _piece = piece;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(context => PassAsync(context, behind));
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Before this app, with pieces of so many bytes.</summary>
    public static async Task<PiecemealServer> StartAsync(Uri behind, int piece)
    {
        var server = new PiecemealServer(behind, piece);
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task PassAsync(HttpContext context, Uri behind)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(behind, context.Request.Path + context.Request.QueryString));
        request.Headers.TryAddWithoutValidation("Cookie", context.Request.Headers.Cookie.ToString());
        using var answer = await _http.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        var body = await answer.Content.ReadAsByteArrayAsync(context.RequestAborted);
        var isPage = answer.Content.Headers.ContentType?.MediaType is "text/html";
        foreach (var part in isPage ? body.Chunk(_piece) : [body])
        {
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            if (isPage) await Task.Delay(Pause, context.RequestAborted);
        }
    }
}
