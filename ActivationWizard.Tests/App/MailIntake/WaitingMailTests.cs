using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.MailIntake;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Mailbox;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace ActivationWizard.Tests.App.MailIntake;

/// <summary>Mail that waits: to be taken in, and again for somebody.</summary>
public sealed class WaitingMailTests(TestApp app, Dovecot server) : IClassFixture<TestApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Backlog_OfWhatCannotBeReadYet_IsMeasuredUntilAnotherTakesItIn()
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        using var arrived = new MetricCollector<int>(bench.Meters, MailMeter.Name, MailMeter.ArrivedName);
        using var taken = new MetricCollector<double>(bench.Meters, MailMeter.Name, MailMeter.TakenName);
        await bench.DeliverAsync(MailRoundBench.Free("backlog-1").ToBytes(), MailRoundBench.Free("backlog-2").ToBytes());
        var unread = (await bench.HeadsAsync(bench.Options.Folder))[1].Key;
        var round = bench.Round(over: new DeafStore(bench.Store) { CannotRead = key => key == unread });

        await round.RunAsync(() => Task.FromResult(true), () => { }, Cancellation);
        arrived.RecordObservableInstruments();

        Assert.Equal(1, arrived.LastMeasurement!.Value);
        Assert.Equal(("Free", "Open"), (taken.LastMeasurement!.Tags["kind"], taken.LastMeasurement.Tags["state"]));
        Assert.InRange(taken.LastMeasurement.Value, 0, TimeSpan.FromHours(1).TotalSeconds);

        round.LeaveToOthers();
        arrived.Clear();
        arrived.RecordObservableInstruments();
        Assert.Null(arrived.LastMeasurement);
    }

    [Fact]
    public async Task Declined_AndTakenBack_LiesWhereItCameInAgain()
    {
        using var bench = await MailRoundBench.StartAsync(app, server);
        var letter = MailRoundBench.Free("taken-back");
        await bench.PutAsync(letter);
        await bench.RunAsync();
        var (desk, id) = (bench.Desk(), (await bench.RowAsync(letter)).Id);
        await desk.NoRequestAsync(id, 0, NoRequestReason.Other, DemoPeople.Sanne, Cancellation);
        await bench.RunAsync();
        Assert.Single(await bench.InAsync(bench.Options.Done));

        var opened = await desk.ReadAsync(id, DemoPeople.Tom, Cancellation);
        Assert.Equal(
            MessageDecision.Taken,
            await desk.TakeBackAsync(opened, 1, TakeBackReason.IsRequest, DemoPeople.Tom, Cancellation));
        Assert.Equal(new RoundEnd(null, null), await bench.RunAsync());
        Assert.Equal(new RoundEnd(null, null), await bench.RunAsync());

        Assert.Equal(["taken-back@mail.example"], await bench.InAsync(bench.Options.Folder));
        Assert.Empty(await bench.InAsync(bench.Options.Done));
        var row = await bench.RowAsync(letter);
        Assert.Equal((nameof(MessageState.Open), nameof(MessageFiling.None)), (row.State, row.Filing));
        Assert.IsType<MessageOpening.Opened>(await desk.ReadAsync(id, DemoPeople.Tom, Cancellation));
    }
}
