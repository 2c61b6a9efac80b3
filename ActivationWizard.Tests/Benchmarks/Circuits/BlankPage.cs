using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActivationWizard.Tests.Benchmarks.Circuits;

/// <summary>
/// The least that Blazor on the server can be: a page with a button that counts. Public, as Blazor finds pages among exported
/// types.
/// </summary>
public static class BlankPage
{
    /// <summary>An app with that page at its root, on a free port of loopback.</summary>
    public static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseKestrelCore().UseStaticWebAssets();
        builder.Logging.ClearProviders();
        builder.Services.AddRouting();
        builder.Services.AddRazorComponents()
            .AddInteractiveServerComponents(options => options.DisconnectedCircuitMaxRetained = 0);
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<Document>().AddInteractiveServerRenderMode();
        await app.StartAsync();
        return app;
    }

    [Route("/")]
    public sealed class Counter : ComponentBase
    {
        private int _count;

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "button");
            builder.AddAttribute(1, "onclick", EventCallback.Factory.Create(this, () => _count++));
            builder.AddContent(2, _count.ToString(CultureInfo.InvariantCulture));
            builder.CloseElement();
        }
    }

    public sealed class Document : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, "<!DOCTYPE html><base href=\"/\">");
            builder.OpenComponent<Counter>(1);
            builder.AddComponentRenderMode(RenderMode.InteractiveServer);
            builder.CloseComponent();
        }
    }
}
