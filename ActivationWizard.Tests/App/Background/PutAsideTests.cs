using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Background;

/// <summary>A case that was put aside comes back by the sweep of any instance, and once.</summary>
public sealed class PutAsideTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunOnceAsync_TheDayHasCome_OneInstanceBringsItBackAndItsEmployeeIsTold()
    {
        var clock = new MovedTime();
        using var one = new TestApp(new() { Clock = clock });
        using var other = new TestApp(new() { Beside = one, Clock = clock });
        var number = await one.NumberOfAsync("E. Mailstra");
        var desk = one.DeskOf(DemoPeople.Sanne);
        await desk.TakeAsync(number);
        await Waiting.ForAsync(
            "the proposal", () => one.CaseAsync(number), now => now.State is ActivationState.AwaitingDecision,
            now => $"{now.State}");
        var tomorrow = DutchCalendar.Today(clock).AddDays(1);
        var put = await desk.AnswerAsync(
            number, (await one.CaseAsync(number)).Version, new PutCaseAside(tomorrow, "Zij belt terug"));
        Assert.IsType<Decision.Taken>(put.Decision);
        await SweepAsync(one);
        Assert.NotNull((await one.CaseAsync(number)).Aside);

        clock.By = DutchCalendar.StartOf(tomorrow) - TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(1);
        await Task.WhenAll(SweepAsync(one), SweepAsync(other));

        await Waiting.ForAsync(
            "the case to come back", () => one.CaseAsync(number), now => now.Aside is null, now => $"{now.Aside}");
        await SweepAsync(other);
        var entries = (await one.Services.GetRequiredService<CaseReading>().ReadAsync(number, Cancellation)).Entries;
        var back = Assert.Single(entries, entry => entry.Event is CaseCameBack);
        Assert.Equal((Actor.Wizard, DemoPeople.Sanne.Id), (back.Actor, (await other.CaseAsync(number)).Handler!.Id));
        var feed = await other.Services.GetRequiredService<CaseFeed>().LookAsync(Cancellation);
        Assert.Equal([InboxKind.BackFromAside], feed.InboxOf(DemoPeople.Sanne).Select(item => item.Kind));
    }

    private static Task<int> SweepAsync(TestApp app) => app.Services.GetRequiredService<CaseSweep>().RunOnceAsync(Cancellation);
}
