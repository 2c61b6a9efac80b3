using System.Collections.Concurrent;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

/// <summary>A Viewpoint on a real socket that says what a test wants, for answers that the simulator never gives.</summary>
internal sealed class CannedViewpoint : IAsyncDisposable
{
    private readonly LoopbackSite _site;
    private readonly ServiceProvider _services;

    private CannedViewpoint(LoopbackSite site, ServiceProvider services) => (_site, _services) = (site, services);

    public IViewpoint Viewpoint => _services.GetRequiredService<IViewpoint>();

    public ITenantLookup Lookup => _services.GetRequiredService<ITenantLookup>();

    /// <summary>Path and query of every request, in the order they came.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Every list and message is <paramref name="body"/>.</summary>
    public static Task<CannedViewpoint> StartAsync(string body) => StartAsync(context => context.Response.WriteAsync(body));

    public static async Task<CannedViewpoint> StartAsync(Func<HttpContext, Task> answer)
    {
        CannedViewpoint? canned = null;
        var site = await LoopbackSite.StartAsync(app => app.Run(context =>
        {
            canned!.Requests.Enqueue(context.Request.Path + context.Request.QueryString);
            return answer(context);
        }));
        var services = ViewpointBench.Services(
            ("BaseAddress", site.Address.AbsoluteUri), ("ApiKey", "sleutel"), ("Retries", "0"));
        return canned = new(site, services.BuildServiceProvider());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _site.DisposeAsync();
    }
}
