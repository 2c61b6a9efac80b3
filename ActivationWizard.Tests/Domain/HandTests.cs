using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>
/// A system that is worked by hand, or that does not answer, has its facts asked of the employee, one at a time.
/// </summary>
public sealed class HandTests
{
    private static readonly string[] Reads =
    [
        "units", "agreements", "flags", "arrangements", "customers", "customers-at", "account", "preference",
    ];

    private readonly World _world = new();

    [Fact]
    public async Task EverySystemByHand_LetterGoesByHandToItsEnd()
    {
        foreach (var read in Reads)
            _world.Calls.Plan(read, [.. Enumerable.Repeat(new Mishap.Silent(FailureReason.WorkedByHand), 50)]);
        var waits = await _world.TakenAsync(Sample.Request);
        var answers = new Dictionary<FactKind, string>
        {
            [FactKind.Person] = "Found",
            [FactKind.Tenancy] = "Active",
            [FactKind.Protection] = "None",
            [FactKind.Arrangement] = "None",
            [FactKind.Account] = "None",
            [FactKind.Email] = "Mismatch",
            [FactKind.Address] = "Deliverable",
            [FactKind.Preference] = "Paper",
        };
        foreach (var (fact, value) in answers)
        {
            Assert.Equal((Row.D02, fact), (waits.Verdict!.Row, waits.Verdict.Missing!.Value));
            waits = await _world.AnsweredAsync(waits.Number, new AnswerFact(fact, value));
        }

        Assert.Equal(Row.D25, waits.Verdict!.Row);
        Assert.Equal(Source.Employee, waits.Facts.Tenancy.Source);
        waits = await _world.AcceptedAsync(waits);
        for (var steps = 0; waits.State is ActivationState.AwaitingManualStep && steps < 10; steps++)
            waits = await _world.AnsweredAsync(waits.Number, SystemsByHand.DoneOf(waits));

        Assert.Equal(ActivationState.SentByLetter, waits.State);
        Assert.Empty(_world.Calls.Ledger);
        Assert.NotNull(CaseSummary.Of(waits).CodeSentAt);
        Assert.True(CaseSummary.Of(waits).HasManualStep);
    }

    [Fact]
    public async Task PersonByHand_EmailAndAddressAreAskedAndNeverReadAsNo()
    {
        _world.Calls.Plan("units", [.. Enumerable.Repeat(new Mishap.Silent(FailureReason.WorkedByHand), 9)]);
        var waits = await _world.TakenAsync(Sample.Request);
        foreach (var (fact, value) in new[]
        {
            (FactKind.Person, "Found"), (FactKind.Tenancy, "Active"), (FactKind.Protection, "None"),
            (FactKind.Arrangement, "None"),
        })
            waits = await _world.AnsweredAsync(waits.Number, new AnswerFact(fact, value));

        Assert.Equal(FactKind.Email, waits.Verdict!.Missing);
        waits = await _world.AnsweredAsync(waits.Number, new AnswerFact(FactKind.Email, "Match"));
        Assert.Equal((Row.D22, Sample.Own), (waits.Verdict!.Row, Proposal.Of(waits)!.Email));
    }

    [Fact]
    public async Task AccountByHand_ThePortalsAddressIsAsked()
    {
        _world.Calls.Plan("customers", [.. Enumerable.Repeat(new Mishap.Silent(), 9)]);
        var waits = await _world.TakenAsync(Sample.Request);

        waits = await _world.AnsweredAsync(waits.Number, new AnswerFact(FactKind.Account, "Registered"));

        Assert.Equal((Row.D02, FactKind.Email), (waits.Verdict!.Row, waits.Verdict.Missing!.Value));
    }

    [Fact]
    public async Task DontKnow_IsUnknown()
    {
        _world.Calls.Plan("flags", new Mishap.Silent());
        var waits = await _world.TakenAsync(Sample.Request);

        var still = await _world.AnsweredAsync(waits.Number, new AnswerFact(FactKind.Protection, null));

        Assert.Equal((Row.D02, FactKind.Protection), (still.Verdict!.Row, still.Verdict.Missing!.Value));
        Assert.Equal((FactStatus.Unknown, Source.Employee), (still.Facts.Protection.Status, still.Facts.Protection.Source));
    }

    [Theory]
    [InlineData(FactKind.Protection, "onzin", Obstacle.NotAnOption)]
    [InlineData(FactKind.Tenancy, "Active", Obstacle.NotAskedNow)]
    public async Task AnswerFact_NotOfferedOrNotAsked_IsDeclined(FactKind fact, string value, Obstacle obstacle)
    {
        _world.Calls.Plan("flags", new Mishap.Silent());
        var waits = await _world.TakenAsync(Sample.Request);

        Assert.Equal(
            obstacle,
            Assert.IsType<Decision.Declined>(await _world.TryAnswerAsync(waits.Number, new AnswerFact(fact, value))).Obstacle);
    }

    [Fact]
    public void HandFacts_EveryAnswerOffered_IsTakenWithTheEmployeeAsSource()
    {
        foreach (var kind in Enum.GetValues<FactKind>())
        {
            foreach (var value in HandFacts.AnswersTo(kind).Append(null).Where(_ => HandFacts.AnswersTo(kind).Count > 0))
                foreach (var request in new[] { Sample.Request, Sample.Request with { Email = null } })
                    Assert.NotEqual(
                        CaseFacts.None, HandFacts.With(CaseFacts.None, request, kind, value, Sample.Now));
            Assert.Throws<ArgumentException>(
                () => HandFacts.With(CaseFacts.None, Sample.Request, kind, "onzin", Sample.Now));
        }

        Assert.Throws<ArgumentException>(
            () => HandFacts.With(CaseFacts.None, Sample.Request, FactKind.RecentCode, null, Sample.Now));
    }

    [Fact]
    public async Task Preference_NotAnswered_IsD02AndByEmailIsHeld()
    {
        _world.Calls.Plan("preference", new Mishap.Silent());
        var waits = await _world.TakenAsync(Sample.Request with { Email = null });
        Assert.Equal((Row.D02, FactKind.Preference), (waits.Verdict!.Row, waits.Verdict.Missing!.Value));

        var held = await _world.AnsweredAsync(waits.Number, new AnswerFact(FactKind.Preference, "Email"));

        Assert.Equal(HoldReason.PreferenceNotPaper, held.Hold);
        Assert.Empty(_world.Calls.Ledger);
    }
}
