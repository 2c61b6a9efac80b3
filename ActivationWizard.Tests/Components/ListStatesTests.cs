using ActivationWizard.App.Search;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Components;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>Every list says that it is coming, that there is nothing, and that something was wrong.</summary>
public sealed class ListStatesTests : Screen
{
    [Theory]
    [InlineData("WorkList/WorkPage.razor")]
    [InlineData("Search/SearchResults.razor")]
    [InlineData("Finished/CasesPage.razor")]
    [InlineData("Messages/MessagesPage.razor")]
    [InlineData("AccessLog/AccessLogPage.razor")]
    [InlineData("Trial/TrialPage.razor")]
    [InlineData("Overview/OverviewPage.razor")]
    [InlineData("Templates/TemplatesPage.razor")]
    public void Page_WithAList_IsDrawnWhileItComes(string page) =>
        Assert.Contains(
            "<Skeleton />",
            File.ReadAllText(Path.Combine(Product.Root, "ActivationWizard.App", page)),
            StringComparison.Ordinal);

    [Fact]
    public void SearchResults_WhileItLooks_SaysSo()
    {
        var results = Drawn(null, isLooking: true);

        Assert.Contains("Zoeken…", results.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(results.FindAll(".aw-late"));
    }

    [Fact]
    public void SearchResults_NothingFound_SaysWhatToTry()
    {
        var results = Drawn(new Findings("xyz", new FoundCases([], false), FoundTenants.Nobody), isLooking: false);

        Assert.Contains("We vinden niemand bij", results.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Empty(results.FindAll("table"));
    }

    [Fact]
    public void SearchResults_ViewpointSilent_OffersToTryAgain()
    {
        var results = Drawn(
            new Findings("xyz", new FoundCases([], false), new FoundTenants([], FailureReason.Unreachable)), isLooking: false);

        Assert.Equal("Probeer opnieuw", results.Find("#viewpoint-stil button").TextContent.Trim());
    }

    private IRenderedComponent<SearchResults> Drawn(Findings? found, bool isLooking) => Render<SearchResults>(with => with
        .Add(one => one.Found, found)
        .Add(one => one.IsLooking, isLooking)
        .Add(one => one.Reader, found is null ? null : DemoPeople.Els)
        .Add(one => one.OnAgain, () => { }));
}
