using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>
/// Each route to its end: the effects the systems really carried out, in the order of the instruction, and to whom.
/// </summary>
public sealed class RouteTests
{
    private readonly World _world = new();

    [Fact]
    public async Task EmailTenant_NoAccount_CreatesActivatesRegisters()
    {
        var done = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Equal(["create", "mail-code", "register-contact"], _world.Calls.Done);
        Assert.Equal(Sample.Own.ToString(), _world.Calls.Ledger[0].To);
        Assert.Equal(Sample.Own.ToString(), _world.Calls.Ledger[1].To);
        Assert.Equal(Row.D22, done.Verdict!.Row);
    }

    [Fact]
    public async Task EmailTenant_Registered_ActivatesRegisters()
    {
        _world.WithAccount(AccountStatus.Registered, Sample.Own);

        var done = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Equal(["mail-code", "register-contact"], _world.Calls.Done);
        Assert.Null(_world.Journal.HolderOf(Sample.Anna.Id));
    }

    [Fact]
    public async Task RecreateEmailTenant_Active_DeletesFirst()
    {
        _world.WithAccount(AccountStatus.Active, Sample.Own);

        var done = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New }));

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Equal(["delete", "create", "mail-code", "register-contact"], _world.Calls.Done);
    }

    [Fact]
    public async Task TreatAsNewCode_Yes_Recreates()
    {
        _world.WithAccount(AccountStatus.Active, Sample.Own);
        var asked = await _world.TakenAsync(Sample.Request);
        Assert.IsType<Ruling.AskTreatAsNewCode>(asked.Verdict!.Ruling);

        var proposed = await _world.AnsweredAsync(asked.Number, new TreatAsNewCode(true));
        var done = await _world.AcceptedAsync(proposed);

        Assert.Equal(ActivationState.SentByEmail, done.State);
        Assert.Equal(["delete", "create", "mail-code", "register-contact"], _world.Calls.Done);
    }

    [Fact]
    public async Task TreatAsNewCode_No_ClosesWithoutEffect()
    {
        _world.WithAccount(AccountStatus.Active, Sample.Own);
        var asked = await _world.TakenAsync(Sample.Request);

        var done = await _world.AnsweredAsync(asked.Number, new TreatAsNewCode(false));

        Assert.Equal(ActivationState.Withdrawn, done.State);
        Assert.Empty(_world.Calls.Ledger);
    }

    [Fact]
    public async Task LetterTenant_NoAccount_CreatesWithoutAddress()
    {
        var done = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request with { Email = null }));

        Assert.Equal(ActivationState.SentByLetter, done.State);
        Assert.Equal(["create", "activate", "letter", "register-letter"], _world.Calls.Done);
        Assert.Null(_world.Calls.Ledger[0].To);
        Assert.Equal("A. van den Berg | Kerkstraat 12 | 5611 AB  EINDHOVEN", _world.Calls.Ledger[2].To);
        Assert.Equal(_world.Umbrella.Codes["k1"], Assert.Single(_world.Postex.Sent).Code);
        Assert.Empty(_world.Viewpoint.Contacts);
    }

    [Fact]
    public async Task LetterTenant_ValidCodeThere_SendsThatCode()
    {
        _world.WithAccount(AccountStatus.Registered);
        _world.Umbrella.Accounts["k1"] = _world.Umbrella.Accounts[
            "k1"] with
        { HasCode = true, CodeExpiresAt = Sample.Now.AddDays(8) };
        _world.Umbrella.Codes["k1"] = "KANARIE-OUD";

        var done = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request with { Email = Sample.Other }));

        Assert.Equal(ActivationState.SentByLetter, done.State);
        Assert.Equal(["letter", "register-letter"], _world.Calls.Done);
        Assert.Equal("KANARIE-OUD", Assert.Single(_world.Postex.Sent).Code);
    }

    [Fact]
    public async Task RecreateLetterTenant_Active_DeletesCreatesActivates()
    {
        _world.WithAccount(AccountStatus.Active, Sample.Other);

        var done = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request with { Kind = CodeKind.New }));

        Assert.Equal(ActivationState.SentByLetter, done.State);
        Assert.Equal(["delete", "create", "activate", "letter", "register-letter"], _world.Calls.Done);
    }

    [Fact]
    public async Task Refusal_WithAddress_RepliesAndRegisters()
    {
        _world.Viewpoint.Agreements.Clear();

        var done = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));

        Assert.Equal(ActivationState.Refused, done.State);
        Assert.Equal(["reply", "register-contact"], _world.Calls.Done);
        Assert.Equal(Channel.Mailbox, Assert.Single(_world.Viewpoint.Contacts).Told);
    }

    [Fact]
    public async Task Refusal_NobodyFoundAndNoAddress_HasNoEffect()
    {
        var done = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request with { Name = "Niemand", Email = null }));

        Assert.Equal(ActivationState.Refused, done.State);
        Assert.Empty(_world.Calls.Ledger);
    }

    [Fact]
    public async Task Refusal_SomebodyElse_AsksNoSource()
    {
        var done = await _world.AcceptedAsync(
            await _world.TakenAsync(Sample.Request with { Requester = Requester.SomebodyElse }));

        Assert.Equal(ActivationState.Refused, done.State);
        Assert.Equal(["compose"], _world.Calls.Asked);
        Assert.Equal(["reply"], _world.Calls.Done);
    }

    [Fact]
    public async Task Refusal_KnownPersonToldByPhone_RegistersThatChannel()
    {
        _world.Viewpoint.Arrangements.Add(("A1", new Coded("ACT")));

        var done = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request with { Email = null }));

        Assert.Equal(ActivationState.Refused, done.State);
        Assert.Equal(["register-contact"], _world.Calls.Done);
        Assert.Equal(Channel.Phone, Assert.Single(_world.Viewpoint.Contacts).Told);
    }

    [Theory]
    [InlineData(AccountStatus.Registered)]
    [InlineData(AccountStatus.Active)]
    public async Task Refusal_UnderBewind_BlocksFirst(AccountStatus status)
    {
        _world.UnderBewind().WithAccount(status);

        var done = await _world.AcceptedAsync(await _world.TakenAsync(Sample.Request));

        Assert.Equal(ActivationState.Refused, done.State);
        Assert.Equal(["block", "reply", "register-contact"], _world.Calls.Done);
        Assert.Equal(AccountStatus.Blocked, _world.Umbrella.Accounts["k1"].Status);
    }

    [Theory]
    [InlineData(AccountStatus.None)]
    [InlineData(AccountStatus.Blocked)]
    public async Task Refusal_UnderBewindNothingToBlock_AsksNoBlock(AccountStatus status)
    {
        _world.UnderBewind();
        if (status is not AccountStatus.None)
            _world.WithAccount(status);

        var proposed = await _world.TakenAsync(Sample.Request);

        Assert.False(Proposal.Of(proposed)!.AsksToBlock);
        Assert.Equal(ActivationState.Refused, (await _world.AcceptedAsync(proposed)).State);
        Assert.Equal(["reply", "register-contact"], _world.Calls.Done);
    }
}
