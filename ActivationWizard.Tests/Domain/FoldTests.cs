using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>The case as the fold of its journal, what is said of it in lists, and who may do what.</summary>
public sealed class FoldTests
{
    private static readonly CaseNumber Number = CaseNumber.Of(2026, 1);
    private static readonly RecordedEvent First = Entry(1, new CaseOpened(Number, Sample.Request));

    [Fact]
    public void Fold_NoEvents_IsRefused() => Assert.Throws<ArgumentException>(() => ActivationCase.Fold([]));

    [Fact]
    public void Open_AnotherFirstEvent_IsRefused()
    {
        Assert.Throws<IllegalEventException>(() => ActivationCase.Open(Entry(1, new CaseTaken())));
        Assert.Throws<IllegalEventException>(() => ActivationCase.Open(First with { Sequence = 2 }));
    }

    [Fact]
    public void After_AnotherCaseOrSequence_IsRefused()
    {
        var opened = ActivationCase.Open(First);

        Assert.Throws<ArgumentException>(() => opened.After(Entry(3, new CaseTaken())));
        Assert.Throws<ArgumentException>(() => opened.After(Entry(1, new CaseTaken())));
        Assert.Throws<ArgumentException>(() => opened.After(Entry(2, new CaseTaken()) with { Number = CaseNumber.Of(2026, 2) }));
        Assert.Throws<IllegalEventException>(() => opened.After(Entry(2, new CompletedByEmail())));
    }

    [Fact]
    public async Task Fold_EveryPrefixOfEveryCase_IsTheCaseOfThatMoment()
    {
        var world = new World().WithAccount(AccountStatus.Active, Sample.Own);
        var done = await world.AcceptedAsync(await world.TakenAsync(Sample.Request with { Kind = CodeKind.New }));
        var entries = world.Journal.Of(done.Number);

        for (var at = 1; at <= entries.Count; at++)
        {
            var then = ActivationCase.Fold(entries.Take(at));
            Assert.Equal((at, entries[at - 1].Event, entries[at - 1].At), (then.Version, then.Last, then.ChangedAt));
            Assert.Equal(at == entries.Count, then.CompletedAt is not null);
        }

        Assert.Equal(entries.Count, done.Version);
        Assert.Equal(DemoPeople.Sanne, done.Handler);
        Assert.All(done.Effects, effect => Assert.Equal((EffectStatus.Done, 1), (effect.Status, effect.Attempts)));
    }

    [Fact]
    public async Task Summary_SaysWhatTheCaseIs()
    {
        var world = new World();
        var proposed = await world.TakenAsync(Sample.Request);
        var before = CaseSummary.Of(proposed);
        Assert.Equal((Scenario.Email, Route.EmailTenant, Row.D22), (before.Scenario, before.Route, before.Row));
        Assert.Equal("Kerkstraat 12, 5611 AB Eindhoven", before.Address);

        var after = CaseSummary.Of(await world.AcceptedAsync(proposed));

        Assert.Equal(("501", false, false), (after.PartyId, after.IsStuck, after.HasManualStep));
        Assert.NotNull(after.CodeSentAt);
        Assert.Equal("5611 AB 12", CaseSummary.Of(ActivationCase.Open(First)).Address);
    }

    [Fact]
    public async Task Summary_FetchedAgainAfterTheCodeLeft_StillKnowsWhen()
    {
        var world = new World();
        var proposed = await world.TakenAsync(Sample.Request);
        world.Calls.Plan("register-contact", new Mishap.Refused("verboden"));
        var stopped = await world.AcceptedAsync(proposed);

        var again = await world.AnsweredAsync(stopped.Number, new FetchAgain());

        Assert.NotNull(CaseSummary.Of(again).CodeSentAt);
        Assert.True(Proposal.Of(again)!.AsksAboutRecentCode);
    }

    [Theory]
    [InlineData(Route.EmailTenant, Scenario.Email)]
    [InlineData(Route.EmailAdministrator, Scenario.Email)]
    [InlineData(Route.LetterTenant, Scenario.Post)]
    [InlineData(Route.Refusal, Scenario.Refusal)]
    [InlineData(Route.RecreateEmailTenant, Scenario.NewCode)]
    [InlineData(Route.RecreateLetterTenant, Scenario.NewCode)]
    [InlineData(Route.RecreateEmailAdministrator, Scenario.NewCode)]
    public void Scenario_FollowsFromTheRoute(Route route, Scenario scenario) => Assert.Equal(scenario, route.Scenario);

    [Theory]
    [InlineData(Operation.OpenCase, "EM")]
    [InlineData(Operation.SeeWorkList, "ET")]
    [InlineData(Operation.SeeCase, "ET")]
    [InlineData(Operation.HandleOwnCase, "E")]
    [InlineData(Operation.TakeCase, "E")]
    [InlineData(Operation.Reassign, "T")]
    [InlineData(Operation.WithdrawAnyCase, "T")]
    [InlineData(Operation.DecideArrangement, "T")]
    [InlineData(Operation.AnswerQuestion, "T")]
    [InlineData(Operation.SettleOutcome, "ET")]
    [InlineData(Operation.SeeAllFinishedCases, "T")]
    [InlineData(Operation.ReplayOwnCase, "ET")]
    [InlineData(Operation.ReplayAnyCase, "T")]
    [InlineData(Operation.SeeTrial, "T")]
    [InlineData(Operation.SeeMorning, "T")]
    [InlineData(Operation.Review, "T")]
    [InlineData(Operation.RevealCode, "E")]
    [InlineData(Operation.KeepDraft, "ET")]
    [InlineData(Operation.SeeStatus, "TS")]
    [InlineData(Operation.EndSessions, "S")]
    [InlineData(Operation.SeeAccessLog, "TS")]
    [InlineData(Operation.FindAccessesOfTenant, "T")]
    [InlineData(Operation.AnswerAccessRequest, "T")]
    [InlineData(Operation.ChooseTemplates, "S")]
    [InlineData(Operation.CheckSystems, "S")]
    [InlineData(Operation.SeeSettings, "S")]
    [InlineData(Operation.SeeMessages, "ET")]
    [InlineData(Operation.HandleMessages, "E")]
    public void Authority_RoleAndOperation(Operation operation, string roles)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var letter = role switch { Role.Employee => 'E', Role.TeamLead => 'T', Role.SystemManager => 'S', _ => 'M' };
            Assert.Equal(roles.Contains(letter, StringComparison.Ordinal), role.May(operation));
        }
    }

    [Fact]
    public async Task Replies_SpecificTextOnlyForARegisteredAddressOfWhoAsks()
    {
        foreach (var (requester, email, neutral) in new[]
        {
            (Requester.Tenant, Sample.Own, false), (Requester.Tenant, Sample.Court, true),
            (Requester.CourtAdministrator, Sample.Court, true),
        })
        {
            var world = new World().UnderBewind();
            world.Viewpoint.Agreements.Clear();
            var proposed = await world.TakenAsync(Sample.Request with { Requester = requester, Email = email });
            Assert.Equal(neutral, Proposal.Of(proposed)!.Refusal!.Neutral);
        }
    }

    [Theory]
    [InlineData(ArrangementPolicy.Yes, Row.D14)]
    [InlineData(ArrangementPolicy.No, Row.D17)]
    public async Task Setting_ArrangementBlocksAdministrator_IsApplied(ArrangementPolicy policy, Row row)
    {
        var world = new World().UnderBewind();
        world.Settings = world.Settings with { ArrangementBlocksAdministrator = policy };
        world.Start();
        world.Viewpoint.Arrangements.Add(("A1", new Coded("ACT")));

        Assert.Equal(row, (await AdministratorTests.VerifiedAsync(world)).Verdict!.Row);
        Assert.Equal(policy is ArrangementPolicy.Yes, world.Calls.Asked.Contains("arrangements"));
    }

    private static RecordedEvent Entry(int sequence, CaseEvent happened) =>
        new(Number, sequence, happened, DemoPeople.Sanne, Sample.Now);
}
