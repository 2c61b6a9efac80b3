using ActivationWizard.App.Background;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Background;

/// <summary>What one instance wrote is on the pages of the other, by the clock that they really have.</summary>
public sealed class FeedInstancesTests
{
    [Fact]
    public async Task Watch_TakenOnAnotherInstance_TellsEveryPage()
    {
        using var one = new TestApp();
        using var other = new TestApp(new() { Beside = one });
        var number = await one.NumberOfAsync("E. Mailstra");
        var feed = other.Services.GetRequiredService<CaseFeed>();
        var told = new int[200];
        var pages = Enumerable.Range(0, told.Length).Select(page => feed.Watch(FeedPart.Cases, () => Task.FromResult(
            told[page] = feed.View.Open.Any(summary => summary.Number == number && summary.Handler?.Id == DemoPeople.Tom.Id)
                ? 1 : 0))).ToList();

        await one.DeskOf(DemoPeople.Tom).TakeAsync(number);

        await Waiting.ForAsync("every page to be told", () => told.All(page => page is 1));
        pages.ForEach(page => page.Dispose());
        Assert.Equal(0, feed.Watchers);
    }

    [Fact]
    public async Task TakeNextAsync_SkippedByTheSameEmployee_ComesLastAndToAnotherFirst()
    {
        using var app = new TestApp();
        var (sanne, tom) = (app.DeskOf(DemoPeople.Sanne), app.DeskOf(DemoPeople.Tom));
        var first = (await sanne.TakeNextAsync())!;
        await sanne.AnswerAsync(first, 1, new SkipCase(SkipReason.AskColleague, null));

        Assert.NotEqual(first, await sanne.TakeNextAsync());
        Assert.Equal(first, await tom.TakeNextAsync());
    }
}
