using ActivationWizard.App;
using ActivationWizard.App.Shell;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.Components;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.JSInterop;

namespace ActivationWizard.Tests.Components;

/// <summary>What a page that fails leaves behind.</summary>
public sealed class CalmBoundaryTests : Screen
{
    private readonly FakeLogCollector _log;

    public CalmBoundaryTests()
    {
        Services.AddLogging(logging => logging.AddFakeLogging());
        _log = Services.GetFakeLogCollector();
    }

    [Fact]
    public void Page_Fails_IsLoggedUnderTheReferenceThatIsShown()
    {
        var page = RenderFailing(new InvalidOperationException());

        var entry = Assert.Single(_log.GetSnapshot(), one => one.Level is LogLevel.Error);
        Assert.IsType<InvalidOperationException>(entry.Exception);
        Assert.Contains(entry.GetStructuredStateValue("Reference")!, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_LeftWhileItStillSpokeToItsBrowser_HasNotFailed()
    {
        RenderFailing(new JSDisconnectedException("The circuit has disconnected."));

        Assert.DoesNotContain(_log.GetSnapshot(), one => one.Level >= LogLevel.Warning);
    }

    [Fact]
    public void Page_WhoseSessionIsOver_LeavesAndHasNotFailed()
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var leaving = JSInterop.SetupVoid("location.assign", _ => true);

        RenderFailing(new SessionOverException());

        Assert.Equal([Urls.ForSignIn("/").InPage()], leaving.Invocations.Select(one => one.Arguments.Single()));
        Assert.DoesNotContain(_log.GetSnapshot(), one => one.Level >= LogLevel.Warning);
    }

    private IRenderedComponent<CalmBoundary> RenderFailing(Exception exception) =>
        Render<CalmBoundary>(boundary => boundary.AddChildContent<Failing>(page => page.Add(one => one.With, exception)));

    private sealed class Failing : ComponentBase
    {
        [Parameter, EditorRequired]
        public required Exception With { get; set; }

        protected override void OnInitialized() => throw With;
    }
}
