using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>Every hold, and every way it ends: fetch again, refuse with the neutral reply, close without effect.</summary>
public sealed class HoldTests
{
    private readonly World _world = new();

    public static TheoryData<HoldReason> Reasons => [.. Enum.GetValues<HoldReason>().Except([HoldReason.EmailNotSent])];

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Hold_FetchedAgain_RunsTheTableAnew(HoldReason reason)
    {
        var held = await HeldAsync(reason);

        var again = await _world.AnsweredAsync(held.Number, new FetchAgain());

        Assert.Contains(_world.Journal.Of(held.Number), entry => entry.Event is FetchAgainAsked);
        Assert.NotNull(again.Verdict);
        Assert.Empty(_world.Calls.Ledger);
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Hold_Refused_GetsTheNeutralReply(HoldReason reason)
    {
        var held = await HeldAsync(reason);
        if (reason is HoldReason.SourceUnavailable)
            _world.Calls.Plan("units", new Mishap.Silent());

        var proposed = await _world.AnsweredAsync(held.Number, new RefuseInstead(" past niet "));
        Assert.Equal(new Ruling.Refuse(RefusalGround.ByHand, true), Proposal.Of(proposed)!.Refusal);
        Assert.True(CaseSummary.Of(proposed).HasDeviation);
        var done = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.Refused, done.State);
        Assert.DoesNotContain("mail-code", _world.Calls.Done);
        Assert.Empty(_world.Postex.Sent);
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Hold_Closed_HasNoEffect(HoldReason reason)
    {
        var held = await HeldAsync(reason);

        var closed = await _world.AnsweredAsync(held.Number, new Withdraw("niet nodig"));

        Assert.Equal(ActivationState.Withdrawn, closed.State);
        Assert.NotNull(closed.CompletedAt);
        Assert.Empty(_world.Calls.Ledger);
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public async Task Hold_WithoutAReason_IsDeclined(HoldReason reason)
    {
        var held = await HeldAsync(reason);
        foreach (var text in new[] { "", "  ", new string('x', 501) })
        {
            Assert.Equal(Obstacle.ReasonNeeded, await DeclinedAsync(held, new Withdraw(text)));
            Assert.Equal(Obstacle.ReasonNeeded, await DeclinedAsync(held, new RefuseInstead(text)));
        }

        Assert.Equal(Obstacle.NotAskedNow, await DeclinedAsync(held, new AcceptProposal(new Acceptance())));
        Assert.Equal(Obstacle.NotAskedNow, await DeclinedAsync(held, new TryAgain()));
    }

    [Fact]
    public async Task IdentifyPerson_CandidateChosen_GoesOnWithThatOne()
    {
        var held = await HeldAsync(HoldReason.IdentifyPerson);
        Assert.Equal(ActivationState.ChoosingTenant, held.State);
        Assert.Equal(HoldReason.IdentifyPerson, CaseSummary.Of(held).Hold);
        Assert.Equal(Obstacle.NotAnOption, await DeclinedAsync(held, new ChooseTenant("999")));

        var chosen = await _world.AnsweredAsync(held.Number, new ChooseTenant("501"));

        Assert.Equal((Row.D22, "501"), (chosen.Verdict!.Row, chosen.Facts.Person.Value!.Party!.Id));
        Assert.Equal(Obstacle.NotAskedNow, await DeclinedAsync(chosen, new ChooseTenant("501")));
    }

    [Fact]
    public async Task VerifyAdministrator_ProofThatCannotBe_IsDeclined()
    {
        var held = await HeldAsync(HoldReason.VerifyAdministrator);
        Assert.Equal(Obstacle.NotAnOption, await DeclinedAsync(held, new RecordProof((IdentityProof)99, null)));
        Assert.Equal(
            Obstacle.ReasonNeeded,
            await DeclinedAsync(held, new RecordProof(IdentityProof.SeenInRegister, new string('x', 501))));
    }

    [Fact]
    public async Task VerifyAdministrator_AddressIsNobodys_NoProofHelps()
    {
        _world.UnderBewind();
        var held = await _world.TakenAsync(
            Sample.Request with { Requester = Requester.CourtAdministrator, Email = Sample.Other });

        Assert.Equal(HoldReason.VerifyAdministrator, held.Hold);
        Assert.Equal(
            Obstacle.NotAnOption, await DeclinedAsync(held, new RecordProof(IdentityProof.CalledBackOnKnownNumber, null)));
    }

    private async Task<ActivationCase> HeldAsync(HoldReason reason)
    {
        var request = Sample.Request;
        var forAdministrator = request with { Requester = Requester.CourtAdministrator, Email = Sample.Court };
        var proof = new RecordProof(IdentityProof.SeenInRegister, null);
        ActivationCase held;
        switch (reason)
        {
            case HoldReason.SourceUnavailable: _world.Calls.Plan("units", new Mishap.Silent()); break;
            case HoldReason.IdentifyPerson: _world.Viewpoint.Parties.Add(Sample.Anna with { Id = "502", Code = "R502" }); break;
            case HoldReason.Deceased: _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { IsDeceased = true }); break;
            case HoldReason.FutureTenancy: _world.Viewpoint.Agreements[0] = Sample.Rental(runs: Sample.Days(5, 500)); break;
            case HoldReason.LegalEntityTenant:
                _world.Viewpoint.Change(
                    Sample.Anna, Sample.Anna with { IsLegalEntity = true, Name = new PartyName(Sample.Request.Name) });
                break;
            case HoldReason.OtherProtection: _world.Viewpoint.Flags.Add(("501", new Flag(new Coded("CUR"), null))); break;
            case HoldReason.ArrangementPending: _world.Viewpoint.Arrangements.Add(("A1", new Coded("AAN"))); break;
            case HoldReason.BlockedReasonUnknown: _world.WithAccount(AccountStatus.Blocked); break;
            case HoldReason.CustomerUnclear: _world.Umbrella.Customers.Clear(); break;
            case HoldReason.AddressProblem:
                _world.Viewpoint.Agreements[0] = Sample.Rental(unit: Sample.Unit with { Postal = null });
                request = request with { Email = Sample.Other };
                break;
            case HoldReason.PreferenceNotPaper:
                _world.Postex.Preferences["R501"] = new DeliveryPreference(Sample.Own);
                request = request with { Email = Sample.Other };
                break;
            case HoldReason.AdministrationNotRegistered: request = forAdministrator; break;
            case HoldReason.VerifyAdministrator:
                _world.UnderBewind();
                request = forAdministrator;
                break;
            case HoldReason.ArrangementUnderAdministration or HoldReason.ContactConflict:
                _world.UnderBewind();
                if (reason is HoldReason.ContactConflict)
                    _world.Viewpoint.Change(
                        Sample.Anna, Sample.Anna with { Emails = [.. Sample.Anna.Emails, new(null, false, Sample.Other)] });
                else
                    _world.Viewpoint.Arrangements.Add(("A1", new Coded("ACT")));
                held = await _world.TakenAsync(forAdministrator);
                held = await _world.AnsweredAsync(held.Number, proof);
                Assert.Equal(reason, held.Hold);
                return held;
        }

        held = await _world.TakenAsync(request);
        Assert.Equal(reason, held.Hold);
        return held;
    }

    private async Task<Obstacle> DeclinedAsync(ActivationCase seen, Answer answer) =>
        Assert.IsType<Decision.Declined>(await _world.TryAnswerAsync(seen.Number, answer)).Obstacle;
}
