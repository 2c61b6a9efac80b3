using ActivationWizard.App.Background;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Background;

/// <summary>
/// Two instances of the app on one database: one acts, the other keeps off; and a whole heap of cases after a restart.
/// </summary>
public sealed class TwoInstancesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // With no way to recover it, an instance that meddled would send the case to controle nodig at once.
    [Fact]
    [Nightly("a call of eight seconds, in real time")]
    public async Task Sweep_WhileTheOtherInstanceIsInTheMiddleOfACall_KeepsOff()
    {
        using var one = new TestApp(new()
        {
            Settings =
            {
                ["Umbrella:Recovery:Activate"] = "None",
                ["Umbrella:AttemptTimeoutSeconds"] = "40",
                ["Umbrella:TimeoutSeconds"] = "60",
            },
        });
        using var other = new TestApp(new() { Beside = one, Settings = { ["Umbrella:Recovery:Activate"] = "None" } });
        var number = await one.NumberOfAsync("E. Mailstra");
        one.Sandbox.Script(new FaultRule
        {
            Fault = FaultKind.Delay,
            System = "umbrella",
            Method = "POST",
            Path = "**/activatie",
            // In real time, for that is what is tested: longer than the right to act for a case lasts by itself.
            Delay = TimeSpan.FromSeconds(8),
        });
        await AcceptedAsync(one, number, new Acceptance());
        await one.UntilAsync(number, activation => activation.Pending is ActivationRequested);

        var ended = await Waiting.ForAsync(
            $"the end of {number}", SweepAndLookAsync, activation => activation.State.IsFinal || activation.Trouble is not null,
            last => $"{last.State}");

        Assert.Equal(ActivationState.SentByEmail, ended.State);
        Assert.Single(one.Sandbox.Ledger, entry => entry.Effect == SandboxEffects.MailCode);
        Assert.DoesNotContain(
            one.Log.GetSnapshot().Concat(other.Log.GetSnapshot()), line =>
                line.Message.Contains("could not go on", StringComparison.Ordinal));

        async Task<ActivationCase> SweepAndLookAsync()
        {
            await other.Services.GetRequiredService<CaseSweep>().RunOnceAsync(Cancellation);
            return await one.CaseAsync(number);
        }
    }

    [Fact]
    [Nightly("two hundred cases; the fault suite recovers forty at once every day")]
    public async Task Start_TwoHundredCasesInFlight_AllMove()
    {
        const int Cases = 200;
        List<CaseNumber> numbers = [];
        using (var first = new TestApp(new() { Folder = _folder.Path, Settings = { ["Work:SweepIntervalSeconds"] = "60" } }))
        {
            for (var at = 0; at < Cases; at++)
                numbers.Add(await InFlightAsync(first, at));
        }

        using var second = new TestApp(new() { Folder = _folder.Path });
        foreach (var number in numbers)
            await second.UntilAsync(number, activation => activation.State is ActivationState.Refused);
    }

    public void Dispose() => _folder.Dispose();

    // Agreed to, and then nobody went on with it.
    private static async Task<CaseNumber> InFlightAsync(TestApp app, int at)
    {
        var seed = (await app.Runner.LoadAsync(CaseNumber.Of(2026, 1), Cancellation))!.Request;
        var request = seed with { Requester = Requester.SomebodyElse, Name = $"Aanvrager {at}" };
        var number = await app.Runner.OpenAsync(request, Actor.Wizard, null, Cancellation);
        await app.Runner.AnswerAsync(number, 1, new TakeNewCase(), DemoPeople.Sanne, Cancellation);
        var proposed = (await app.Runner.ContinueAsync(number, Cancellation))!.Case;
        var drafted = (ReplyComposed)proposed.Composed!;
        var accept = new AcceptProposal(new Acceptance { Reply = drafted.Text, Template = drafted.Template });
        Assert.IsType<Decision.Taken>(await app.Runner.AnswerAsync(
            number, proposed.Version, accept, DemoPeople.Sanne, Cancellation));
        return number;
    }

    private static async Task AcceptedAsync(TestApp app, CaseNumber number, Acceptance acceptance)
    {
        var desk = app.DeskOf(DemoPeople.Sanne);
        await desk.TakeAsync(number);
        var proposed = await app.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);
        Assert.IsType<Decision.Taken>(
            (await desk.AnswerAsync(number, proposed.Version, new AcceptProposal(acceptance))).Decision);
    }
}
