using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>Something happens to the employee's browser at the moment in which a case is sent.</summary>
[Nightly("each disturbance takes three routes to their end in a browser")]
public sealed class BrowserTests(BrowserHost browser)
{
    [Theory]
    [InlineData("websocket lost just after the click")]
    [InlineData("signed out midway")]
    [InlineData("two tabs")]
    public async Task Sending_BrowserIsDisturbed_HappensOnceAndIsShownToTheEnd(string name)
    {
        await using var world = await FaultWorld.StartAsync();
        RouteCase[] routes = [RouteCase.Named("letter, new code"), RouteCase.Named("e-mail"), RouteCase.Named("refusal, block")];

        var row = await BrowserCells.RunAsync(world, browser, BrowserCells.All.Single(one => one.Name == name), routes);

        FaultPart.Note(row);
        Assert.Empty(row.Findings);
    }
}
