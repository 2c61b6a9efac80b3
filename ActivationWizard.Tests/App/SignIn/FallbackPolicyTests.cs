using System.Net;
using ActivationWizard.App;
using ActivationWizard.Tests.Kit.App;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>What somebody who is not signed in can reach: a short list, and nothing that was added without a thought.</summary>
public sealed class FallbackPolicyTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Open =
    [
        Urls.SignIn, Urls.DemoSignIn, Urls.SignOut, Urls.Theme, Urls.Language, Urls.Health, Urls.Alive, Urls.Ready,
        Urls.Failure, Urls.NotFound, Urls.NoAccess, Urls.TooManyTabs, "/api/v1/aanvragen",
    ];

    [Fact]
    public void Endpoints_OpenToEverybody_AreTheseAndStaticFiles()
    {
        var open = Endpoints()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(Path)
            .Where(path => !IsFile(path))
            .Distinct();
        Assert.Equal(Open.Order(), open.Order());
    }

    [Fact]
    public async Task Endpoint_NotOnTheList_SendsAStrangerToTheSignIn()
    {
        using var visitor = app.Visitor();
        var closed = Endpoints().Select(Path).Where(path => !Open.Contains(path) && !IsFile(path))
            .Select(path => path.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal))
            .Append("/bestaat-niet").Append("/api/v1/zaken").Distinct().ToList();
        Assert.Contains("/_blazor", closed);
        Assert.Contains("/_blazor/negotiate", closed);
        foreach (var path in closed)
        {
            using var got = await visitor.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.True(IsRefusal(got), $"GET {path}: {got.StatusCode}");
            using var posted = await visitor.Http.PostAsync(path, null, TestContext.Current.CancellationToken);
            Assert.True(IsRefusal(posted), $"POST {path}: {posted.StatusCode}");
        }
    }

    private static bool IsRefusal(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized
        || (answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.AbsolutePath == Urls.SignIn);

    private static bool IsFile(string path) => System.IO.Path.HasExtension(path);

    private static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private IEnumerable<RouteEndpoint> Endpoints() =>
        app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
}
