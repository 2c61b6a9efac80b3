using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.WorkList;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Background;

/// <summary>One look at the list for all pages, and what another instance did is in it.</summary>
public sealed class WorkWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ChangedAsync_TakenOnAnotherInstance_TellsEveryPageAndSharesOneList()
    {
        using var one = new DeskApp(_folder.Path);
        using var other = new DeskApp(_folder.Path, null, ("Sandbox:Address", new Uri(one.Sandbox.Umbrella, "..").AbsoluteUri));
        await QuietAsync(one);
        var watch = other.Services.GetRequiredService<WorkWatch>();
        var seen = await watch.LookAsync(Cancellation);
        var pages = Enumerable.Range(0, 200).Select(_ => watch.ChangedAsync(seen, Cancellation)).ToList();

        var number = await one.NumberOfAsync("E. Mailstra");
        await one.DeskOf(DemoPeople.Tom).TakeAsync(number);

        var looks = await Task.WhenAll(pages);
        Assert.Single(looks.Distinct());
        Assert.Equal(DemoPeople.Tom.Id, looks[0].Cases.Single(summary => summary.Number == number).Handler!.Id);
        Assert.Equal(0, watch.Watchers);
    }

    [Fact]
    public async Task LookAsync_NothingChanged_IsTheVeryListOfBefore()
    {
        using var app = new DeskApp(_folder.Path);
        await QuietAsync(app);
        var watch = app.Services.GetRequiredService<WorkWatch>();

        Assert.Same(await watch.LookAsync(Cancellation), await watch.LookAsync(Cancellation));
    }

    [Fact]
    public async Task TakeNextAsync_SkippedByTheSameEmployee_ComesLastAndToAnotherFirst()
    {
        using var app = new DeskApp(_folder.Path);
        var (sanne, tom) = (app.DeskOf(DemoPeople.Sanne), app.DeskOf(DemoPeople.Tom));
        var first = (await sanne.TakeNextAsync())!;
        await sanne.AnswerAsync(first, 1, new SkipCase(SkipReason.AskColleague, null));

        Assert.NotEqual(first, await sanne.TakeNextAsync());
        Assert.Equal(first, await tom.TakeNextAsync());
    }

    public void Dispose() => _folder.Dispose();

    private static async Task QuietAsync(DeskApp app)
    {
        foreach (var summary in await app.Queries.WorkListAsync(DemoPeople.Sanne, WorkListFilter.All, Cancellation))
        {
            await app.UntilAsync(summary.Number, one => !one.State.WaitsForSystem
                && (one.State is not ActivationState.AwaitingDecision || one.Composed is not null || Proposal.Of(one) is not { Refusal: not null, Email: not null }));
        }
    }
}
