using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActivationWizard.Tests.App.Background;

/// <summary>What is left when the app stops, and what goes on when it starts again in the same folder.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Start_Twice_SeedsOnceAndKeepsWhatWasDone()
    {
        CaseNumber number;
        using (var first = new TestApp(new() { Folder = _folder.Path }))
        {
            number = await first.NumberOfAsync("E. Mailstra");
            await SendAsync(first, number);
            await first.UntilAsync(number, one => one.State is ActivationState.SentByEmail);
        }

        using var second = new TestApp(new() { Folder = _folder.Path });
        var open = await second.Queries.WorkListAsync(DemoPeople.Sanne, WorkListFilter.All,
            TestContext.Current.CancellationToken);
        Assert.Equal(SandboxSeeds.Requests.Count - 1, open.Count);
        Assert.Equal(ActivationState.SentByEmail,
            (await second.Runner.LoadAsync(number, TestContext.Current.CancellationToken))!.State);
        Assert.Single(second.Sandbox.Ledger, entry => entry.Effect == SandboxEffects.MailCode);
    }

    [Fact]
    public async Task Start_AfterASeededCaseWasErasedAndAnotherBroken_GoesOnWithTheRest()
    {
        CaseNumber erased, broken;
        using (var first = new TestApp(new() { Folder = _folder.Path }))
        {
            (erased, broken) = (await first.NumberOfAsync("E. Mailstra"), await first.NumberOfAsync("P. Postma"));
            await WithdrawAsync(first, erased);
            await first.EraseAsync(erased);
            await WithdrawAsync(first, broken);
            var key = CaseKey.Of(broken);
            await using var journal = await first.Services.GetRequiredService<IDbContextFactory<JournalContext>>()
                .CreateDbContextAsync(TestContext.Current.CancellationToken);
            await journal.Events.Where(row => row.Case == key && row.Sequence == 2)
                .ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }

        using var second = new TestApp(new() { Folder = _folder.Path });

        var open = await second.Queries.WorkListAsync(
            DemoPeople.Sanne, WorkListFilter.All, TestContext.Current.CancellationToken);
        Assert.Equal(SandboxSeeds.Requests.Count - 2, open.Count);
        Assert.DoesNotContain(open, one => one.Number == erased || one.Number == broken);
    }

    [Fact]
    public async Task Seeds_EachOne_CameInAsItsSystemSaysIt()
    {
        using var app = new TestApp();
        var summaries = await app.Queries.WorkListAsync(DemoPeople.Sanne, WorkListFilter.All,
            TestContext.Current.CancellationToken);

        Assert.Equal(SandboxSeeds.Requests.Select(one => one.Naam).Order(), summaries.Select(one => one.Name).Order());
        var oldest = SandboxSeeds.Requests.MaxBy(one => one.MinutesAgo)!;
        Assert.Equal((oldest.Naam, 1), (summaries[0].Name, summaries[0].Number.Ordinal));
        var number = await app.NumberOfAsync("S. de Vries");
        var request = (await app.Runner.LoadAsync(number, TestContext.Current.CancellationToken))!.Request;
        Assert.Equal((new DateOnly(1991, 11, 23), "sanne.devries@mail.example"), (request.BirthDate, request.Email!.ToString()));
    }

    [Fact]
    public async Task Stop_WhileAnEffectIsUnderWay_DoesItOnceAndGoesOnAfterTheStart()
    {
        CaseNumber number;
        using (var first = new TestApp(new() { Folder = _folder.Path }))
        {
            number = await first.NumberOfAsync("E. Mailstra");
            first.Sandbox.Script(new FaultRule
            {
                Fault = FaultKind.Delay,
                System = "umbrella",
                Method = "POST",
                Path = "**/activatie",
                Delay = TimeSpan.FromSeconds(1.5),
            });
            await SendAsync(first, number);
            await first.UntilAsync(number, one => one.Pending is not null);
        }

        using var second = new TestApp(new() { Folder = _folder.Path });
        await second.UntilAsync(number, one => one.State is ActivationState.SentByEmail);
        Assert.Single(second.Sandbox.Ledger, entry => entry.Effect == SandboxEffects.MailCode);
    }

    [Fact]
    public async Task Sweep_CaseThatNobodyPutInLine_IsTakenUp()
    {
        using var app = new TestApp();
        var number = await app.NumberOfAsync("E. Mailstra");
        var request = (await app.Runner.LoadAsync(number, TestContext.Current.CancellationToken))!.Request;
        number = await app.Runner.OpenAsync(request, Actor.Wizard, null, TestContext.Current.CancellationToken);

        Assert.NotEqual(
            0, await app.Services.GetRequiredService<CaseSweep>().RunOnceAsync(TestContext.Current.CancellationToken));

        await app.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);
    }

    [Fact]
    public async Task Work_OneCaseThrows_IsLoggedWithoutItsWordsAndTheOthersGoOn()
    {
        const string Secret = "Mevrouw De Vries, Kerkweg 2";
        var journal = new WatchedJournal();
        using var app = journal.Start();
        var (bad, good) = (await app.NumberOfAsync("N. Nieuwenhuis"), await app.NumberOfAsync("E. Mailstra"));
        await app.Runner.AnswerAsync(bad, 1, new TakeNewCase(), DemoPeople.Tom, TestContext.Current.CancellationToken);
        journal.Reading = number =>
        {
            if (number == bad)
                throw new InvalidOperationException(Secret);
        };
        app.Services.GetRequiredService<WaitingCases>().Add(bad);

        await app.DeskOf(DemoPeople.Sanne).TakeAsync(good);
        await app.UntilAsync(good, one => one.State is ActivationState.AwaitingDecision);

        await Waiting.ForAsync("a logged failure", () => app.Log.GetSnapshot().Any(IsFailure));
        Assert.DoesNotContain(app.Log.GetSnapshot(),
            line => line.Message.Contains(Secret, StringComparison.Ordinal));
        journal.Reading = _ => { };
        await app.Services.GetRequiredService<CaseSweep>().RunOnceAsync(TestContext.Current.CancellationToken);
        await app.UntilAsync(bad, one => one.State is ActivationState.AwaitingDecision);

        bool IsFailure(Microsoft.Extensions.Logging.Testing.FakeLogRecord line) =>
            line.Level is LogLevel.Error && line.Message.Contains(bad.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task WithdrawAsync(TestApp app, CaseNumber number)
    {
        await app.DeskOf(DemoPeople.Sanne).TakeAsync(number);
        var taken = await app.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);
        await app.DeskOf(DemoPeople.Sanne).AnswerAsync(number, taken.Version, new Withdraw("Dubbel"));
        await app.UntilAsync(number, one => one.State.IsFinal);
    }

    private static async Task SendAsync(TestApp app, CaseNumber number)
    {
        var desk = app.DeskOf(DemoPeople.Sanne);
        await desk.TakeAsync(number);
        var proposed = await app.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);
        Assert.IsType<Decision.Taken>(
            (await desk.AnswerAsync(number, proposed.Version, new AcceptProposal(new Acceptance()))).Decision);
    }
}
