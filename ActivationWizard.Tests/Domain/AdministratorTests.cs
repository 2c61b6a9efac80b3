using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>3b: the court administrator asks. Identity first, contacts set right, Postex told, and only then a code.</summary>
public sealed class AdministratorTests
{
    private readonly World _world = new World().UnderBewind();

    /// <summary>The proposal after the employee stated how identity was checked.</summary>
    internal static async Task<ActivationCase> VerifiedAsync(World world)
    {
        var held = await world.TakenAsync(Sample.Request with { Requester = Requester.CourtAdministrator, Email = Sample.Court });
        Assert.Equal(HoldReason.VerifyAdministrator, held.Hold);
        return await world.AnsweredAsync(held.Number, new RecordProof(IdentityProof.CourtOrderInDossier, "beschikking gezien"));
    }

    [Fact]
    public async Task Send_NoAccount_CorrectsPrefersCreatesMailsTheAdministrator()
    {
        var done = await _world.AcceptedAsync(await VerifiedAsync(_world));

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Equal(["correct", "prefer", "create", "mail-code", "register-contact"], _world.Calls.Done);
        Assert.Equal(Sample.Court.ToString(), _world.Calls.Ledger[3].To);
        Assert.Equal(Sample.Court, _world.Postex.Preferences["R501"].Email);
        var emails = _world.Viewpoint.Parties.Find(party => party.Id == Sample.Anna.Id)!.Emails;
        Assert.Contains(emails, contact => contact.IsPrivate && contact.Address.Equals(Sample.Court));
        Assert.Contains(emails, contact => !contact.IsPrivate && contact.Address.Equals(Sample.Own));
    }

    [Theory]
    [InlineData(AccountStatus.Registered, new[] { "correct", "prefer", "unblock", "mail-code", "register-contact" })]
    [InlineData(
        AccountStatus.Active, new[] { "correct", "prefer", "unblock", "delete", "create", "mail-code", "register-contact" })]
    public async Task Send_Blocked_UnblocksAndRecreatesWhenAnOldPasswordLives(AccountStatus former, string[] effects)
    {
        _world.WithAccount(AccountStatus.Blocked, Sample.Own);
        _world.Umbrella.Former = former;

        var done = await _world.AcceptedAsync(await VerifiedAsync(_world));

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Equal(effects, _world.Calls.Done);
    }

    [Fact]
    public async Task Send_Active_Recreates()
    {
        _world.WithAccount(AccountStatus.Active, Sample.Own);

        var proposed = await VerifiedAsync(_world);
        Assert.Equal(Row.D16, proposed.Verdict!.Row);
        await _world.AcceptedAsync(proposed);

        Assert.Equal(["correct", "prefer", "delete", "create", "mail-code", "register-contact"], _world.Calls.Done);
    }

    [Fact]
    public async Task CorrectContacts_No_HoldsAndNothingIsSet()
    {
        var proposed = await VerifiedAsync(_world);

        var held = await _world.AnsweredAsync(
            proposed.Number, new AcceptProposal(World.YesTo(proposed) with { CorrectContacts = false }));

        Assert.Equal((ActivationState.OnHold, HoldReason.ContactConflict), (held.State, held.Hold));
        Assert.Empty(_world.Calls.Ledger);
        Assert.Null(_world.Journal.HolderOf(Sample.Anna.Id));
    }

    [Fact]
    public async Task SetPreference_PostexKeepsTheOld_NeedsAttention()
    {
        _world.Postex.ForgetsPreferences = true;

        var stopped = await _world.AcceptedAsync(await VerifiedAsync(_world));

        Assert.Equal("voorkeur-niet-overgenomen", Assert.IsType<EffectRefused>(stopped.Trouble).Code);
        Assert.DoesNotContain("mail-code", _world.Calls.Done);
    }

    [Fact]
    public async Task SetPreference_CannotBeReadBack_IsLookedForAndGoesOn()
    {
        var proposed = await VerifiedAsync(_world);
        _world.Calls.Before["prefer"] = () => _world.Calls.Plan("preference", new Mishap.Silent());

        var done = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Contains(
            _world.Journal.Of(done.Number), entry => entry.Event is AnswerLost { Effect: EffectKind.SetPreference });
        Assert.Single(_world.Calls.Done, "prefer");
    }

    [Theory]
    [InlineData("unblock")]
    [InlineData("prefer")]
    [InlineData("correct")]
    public async Task StateEffect_AnswerLost_IsReadAndGoesOn(string call)
    {
        _world.WithAccount(AccountStatus.Blocked, Sample.Own);
        var proposed = await VerifiedAsync(_world);
        _world.Calls.Plan(call, new Mishap.LostAfter());

        Assert.Equal(ActivationState.SentByEmail, (await _world.AcceptedAsync(proposed)).State);
        Assert.Single(_world.Calls.Done, call);
    }

    [Fact]
    public async Task Unblock_AccountCannotBeReadAfterIt_IsLookedForAndGoesOn()
    {
        _world.WithAccount(AccountStatus.Blocked, Sample.Own);
        var proposed = await VerifiedAsync(_world);
        _world.Calls.Before["unblock"] = () => _world.Calls.Plan("account", new Mishap.Silent());

        var done = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Contains(
            _world.Journal.Of(done.Number), entry => entry.Event is AnswerLost { Effect: EffectKind.UnblockAccount });
        Assert.Single(_world.Calls.Done, "unblock");
    }

    [Theory]
    [InlineData(true, ActivationState.AwaitingDecision, Row.D17)]
    [InlineData(false, ActivationState.AwaitingDecision, Row.D14)]
    public async Task Arrangement_TeamLeadDecides_SendsOrRefusesNeutrally(bool maySend, ActivationState state, Row row)
    {
        _world.Viewpoint.Arrangements.Add(("A1", new Coded("AAN")));
        var held = await VerifiedAsync(_world);
        Assert.Equal(HoldReason.ArrangementUnderAdministration, held.Hold);
        Assert.IsType<Decision.Declined>(await _world.TryAnswerAsync(held.Number, new DecideArrangement(maySend, "x")));

        var decided = await _world.AnsweredAsync(held.Number, new DecideArrangement(maySend, "overlegd"), DemoPeople.Els);

        Assert.Equal((state, row), (decided.State, decided.Verdict!.Row));
        Assert.Equal(maySend, Proposal.Of(decided)!.Refusal is null);
        Assert.True(maySend || Proposal.Of(decided)!.Refusal!.Neutral);
    }

    [Fact]
    public async Task Contacts_ChangedByAnotherAfterTheCorrection_NeedsAttention()
    {
        var proposed = await VerifiedAsync(_world);
        _world.Calls.Before["create"] = () =>
            _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { Emails = [new(null, true, Sample.Other)] });

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.Equal(FactKind.Contacts, Assert.Single(stopped.Changes).Fact);
        Assert.DoesNotContain("mail-code", _world.Calls.Done);
    }
}
