using ActivationWizard.App.Words;
using Microsoft.AspNetCore.HostFiltering;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// Refuses a request for a host that is not in <c>AllowedHosts</c>, as the framework does, in a sentence that says what a proxy
/// has to send.
/// </summary>
public sealed class HostNames
{
    private volatile string[] _names = ["*"];

    /// <summary>Takes the names from the framework's own filter, which lets every host through from then on.</summary>
    public static void AddTo(IServiceCollection services) => services.AddSingleton<HostNames>()
        .AddOptions<HostFilteringOptions>().PostConfigure<HostNames>((options, names) =>
        {
            names._names = [.. options.AllowedHosts];
            options.AllowedHosts = ["*"];
        });

    /// <summary>Answers whoever asks for another host with 400.</summary>
    public Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        // A request without a host is none of a browser, and the framework lets it through as well.
        if (_names.Contains("*") || !context.Request.Host.HasValue
            || HostString.MatchesAny(context.Request.Host.Host, [.. _names]))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(ErrorsText.WrongHost);
    }
}
