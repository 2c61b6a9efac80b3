using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.App.Cases;

/// <summary>Employees at their desks, over the real journal, adapters and simulators.</summary>
public sealed class CaseDeskTests(TestApp shared) : IClassFixture<TestApp>
{
    [Fact]
    public async Task TakeNextAsync_TwoEmployeesAtOnce_NeverGetTheSame()
    {
        using var app = new TestApp();
        var (sanne, tom) = (app.DeskOf(DemoPeople.Sanne), app.DeskOf(DemoPeople.Tom));

        var taken = await Task.WhenAll(Enumerable.Range(0, 16).Select(turn => (turn % 2 is 0 ? sanne : tom).TakeNextAsync()));

        Assert.Equal(16, taken.OfType<CaseNumber>().Distinct().Count());
        var counts = await app.Queries.CountsAsync(DemoPeople.Tom, TestContext.Current.CancellationToken);
        Assert.Equal((SandboxSeeds.Requests.Count - 16, 8), (counts.New, counts.Mine));
    }

    [Fact]
    public async Task TakeNextAsync_One_IsTheOneThatWaitedLongest()
    {
        using var app = new TestApp();
        var open = await app.Queries.WorkListAsync(DemoPeople.Tom, WorkListFilter.New, TestContext.Current.CancellationToken);
        var oldest = open.MinBy(one => one.ReceivedAt)!;

        Assert.Equal(oldest.Number, await app.DeskOf(DemoPeople.Tom).TakeNextAsync());
    }

    [Fact]
    public async Task TakeAsync_CaseOfAnother_IsNotTakenOver()
    {
        var number = await shared.NumberOfAsync("P. Postma");
        Assert.True(await shared.DeskOf(DemoPeople.Tom).TakeAsync(number));

        Assert.False(await shared.DeskOf(DemoPeople.Sanne).TakeAsync(number));
        Assert.Equal(DemoPeople.Tom.Id, (await shared.CaseAsync(number)).Handler!.Id);
    }

    [Fact]
    public async Task AnswerAsync_TakenAndAccepted_GoesOnByItselfToTheEnd()
    {
        var number = await shared.NumberOfAsync("E. Mailstra");
        var desk = shared.DeskOf(DemoPeople.Sanne);
        await desk.TakeAsync(number);
        var proposed = await shared.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);

        Assert.IsType<Decision.Taken>(
            (await desk.AnswerAsync(number, proposed.Version, new AcceptProposal(new Acceptance()))).Decision);

        var done = await shared.UntilAsync(number, one => one.State.IsFinal);
        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Single(shared.Sandbox.Ledger, entry => entry.Effect == SandboxEffects.MailCode);
    }

    [Fact]
    public async Task AnswerAsync_ToAnEarlierVersion_IsDeclined()
    {
        var number = await shared.NumberOfAsync("S. de Vries");
        var desk = shared.DeskOf(DemoPeople.Sanne);
        await desk.TakeAsync(number);
        await shared.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);

        var (decision, _) = await desk.AnswerAsync(number, 1, new AcceptProposal(new Acceptance()));

        Assert.Equal(new Decision.Declined(Obstacle.NotAskedNow), decision);
    }

    [Fact]
    public async Task OpenAsync_SameFormTwice_IsOneCase()
    {
        var desk = shared.DeskOf(DemoPeople.Sanne);
        var fields = Requests.Fields();

        var first = await desk.OpenAsync(fields, "form-1");
        var second = await desk.OpenAsync(fields, "form-1");

        Assert.Equal(Assert.IsType<IntakeOutcome.Received>(first).Number, Assert.IsType<IntakeOutcome.Received>(second).Number);
    }

    [Fact]
    public async Task EveryLook_ByTheBeheerder_IsRefused()
    {
        var number = await shared.NumberOfAsync("V. Verschil");
        var desk = shared.DeskOf(DemoPeople.Bram);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => shared.AdmittedOf(DemoPeople.Bram).OpenAsync(number));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.TakeNextAsync());
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.OpenAsync(Requests.Fields(), "form-2"));
        Assert.Equal(new Decision.Declined(Obstacle.NotAllowed), (await desk.AnswerAsync(number, 1, new TakeCase())).Decision);
    }

    [Fact]
    public async Task TeamLead_SeesAndDoesNotTake()
    {
        var number = await shared.NumberOfAsync("R. Andersen");
        var desk = shared.DeskOf(DemoPeople.Els);

        Assert.IsType<Admission.Admitted>(await shared.AdmittedOf(DemoPeople.Els).OpenAsync(number));
        Assert.False(await desk.TakeAsync(number));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => desk.TakeNextAsync());
    }

    [Fact]
    public async Task AnswerAsync_ToNoCase_IsDeclined()
    {
        var desk = shared.DeskOf(DemoPeople.Sanne);

        Assert.Equal(new Decision.Declined(Obstacle.NoSuchCase),
            (await desk.AnswerAsync(CaseNumber.Of(2999, 1), 1, new TakeCase())).Decision);
    }
}
