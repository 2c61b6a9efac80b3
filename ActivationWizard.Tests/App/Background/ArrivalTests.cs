using ActivationWizard.App.Background;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Background;

/// <summary>Requests are looked up as they come in, beside the work that somebody waits for.</summary>
public sealed class ArrivalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Arrived_NobodyHasIt_IsInTheListAsNewWithItsProposal()
    {
        using var app = new TestApp();
        var number = await app.NumberOfAsync("E. Mailstra");
        await app.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);

        var row = (await app.Queries.WorkListAsync(DemoPeople.Sanne, WorkListFilter.New, Cancellation))
            .Single(one => one.Number == number);

        Assert.Equal((Route.EmailTenant, (Actor?)null), (row.Route, row.Handler));
    }

    [Fact]
    public async Task Arrived_HeldByTheWizard_CountsAsNewAndNotAsWaiting()
    {
        using var app = new TestApp();
        var held = await HeldAsync(app);

        Assert.DoesNotContain(held.Number, await NumbersAsync(app, WorkListFilter.OnHold));
        Assert.Contains(held.Number, await NumbersAsync(app, WorkListFilter.New));

        await app.DeskOf(DemoPeople.Sanne).TakeAsync(held.Number);
        Assert.Contains(held.Number, await NumbersAsync(app, WorkListFilter.OnHold));
        Assert.Equal(1, (await app.Queries.CountsAsync(DemoPeople.Sanne, Cancellation)).Waiting);
    }

    [Fact]
    public async Task Arrived_OnTwoInstances_IsLookedUpByOne()
    {
        var (underWay, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        var journal = new WatchedJournal();
        using var one = journal.Start();
        using var other = new TestApp(new() { Beside = one, Settings = { ["Work:SweepIntervalSeconds"] = "60" } });
        var seed = await one.UntilAsync(
            await one.NumberOfAsync("E. Mailstra"), activation => activation.State is ActivationState.AwaitingDecision);
        var number = await one.Runner.OpenAsync(seed.Request, Actor.Wizard, null, Cancellation);
        journal.Writing = now =>
        {
            if (now.Number != number || now.State is not ActivationState.GatheringFacts)
                return Task.CompletedTask;
            underWay.TrySetResult();
            return goOn.Task;
        };

        await one.Services.GetRequiredService<CaseSweep>().RunOnceAsync(Cancellation);
        await underWay.Task.WaitAsync(Waiting.Limit, Cancellation);
        var second = await other.Runner.ContinueAsync(number, Cancellation);
        goOn.SetResult();

        Assert.NotNull(second!.Again);
        var proposed = await one.UntilAsync(number, activation => activation.State is ActivationState.AwaitingDecision);
        Assert.Equal(seed.Version, proposed.Version);
    }

    [Fact]
    public async Task Arrived_ManyAtOnce_DoNotKeepAnAnswerWaiting()
    {
        using var app = new TestApp();
        var desk = app.DeskOf(DemoPeople.Sanne);
        var mine = await app.NumberOfAsync("E. Mailstra");
        var proposed = await app.UntilAsync(mine, one => one.State is ActivationState.AwaitingDecision);
        await desk.TakeAsync(mine);
        var burst = new List<CaseNumber>();
        for (var at = 0; at < 150; at++)
            burst.Add(
                await app.Runner.OpenAsync(proposed.Request with { Name = $"Burst {at}" }, Actor.Wizard, null, Cancellation));
        foreach (var number in burst)
            app.Services.GetRequiredService<WaitingCases>().AddArrived(number);

        Assert.IsType<Decision.Taken>(
            (await desk.AnswerAsync(mine, proposed.Version + 1, new AcceptProposal(new Acceptance()))).Decision);
        await app.UntilAsync(mine, one => one.State.IsFinal);

        Assert.Equal(ActivationState.Opened, (await app.Runner.LoadAsync(burst[^1], Cancellation))!.State);
    }

    [Fact]
    public async Task Received_ByTheDesk_IsLookedUpAlsoWhenNobodyTakesIt()
    {
        using var app = new TestApp();

        var opened = await app.DeskOf(DemoPeople.Sanne).OpenAsync(Requests.Fields(), "form-1");

        var looked = await app.UntilAsync(
            Assert.IsType<IntakeOutcome.Received>(opened).Number,
            one => one.State is not (ActivationState.Opened or ActivationState.GatheringFacts));
        Assert.Null(looked.Handler);
    }

    private static async Task<ActivationCase> HeldAsync(TestApp app)
    {
        foreach (var summary in await app.Queries.WorkListAsync(DemoPeople.Sanne, WorkListFilter.All, Cancellation))
        {
            var seen = await app.UntilAsync(
                summary.Number, one => one.State is not (ActivationState.Opened or ActivationState.GatheringFacts));
            if (seen.State is ActivationState.OnHold)
                return seen;
        }

        throw new InvalidOperationException("No seeded request is held.");
    }

    private static async Task<IEnumerable<CaseNumber>> NumbersAsync(TestApp app, WorkListFilter filter) =>
        (await app.Queries.WorkListAsync(DemoPeople.Sanne, filter, Cancellation)).Select(one => one.Number);
}
