using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Systems;
using static ActivationWizard.Domain.Effects.EffectKind;

namespace ActivationWizard.Tests.Domain;

/// <summary>
/// An installation without any interface: every question and every step is the employee's, and each scenario comes to its end.
/// </summary>
public sealed class ManualInstallationTests
{
    private static readonly ActivationRequest New = Sample.Request with { Kind = CodeKind.New };
    private static readonly ActivationRequest Administrator =
        Sample.Request with { Requester = Requester.CourtAdministrator, Email = Sample.Court };

    private readonly World _world = new World().ByHand();

    [Fact]
    public Task Email_FirstCode_EndsSent() =>
        EndsAsync(Sample.Request, HandAnswers.But(), Row.D22, ActivationState.SentByEmail, CreateAccount,
            ActivateAccount, RegisterContact);

    [Fact]
    public Task Email_NewCode_EndsSent() => EndsAsync(
        New, HandAnswers.But((FactKind.Account, "Active")), Row.D23, ActivationState.SentByEmail,
        DeleteAccount, CreateAccount, ActivateAccount, RegisterContact);

    [Theory]
    [InlineData("Mismatch")]
    [InlineData("PortalDiffers")]
    [InlineData("NoneKnown")]
    public Task Letter_FirstCode_EndsSent(string email) => EndsAsync(
        Sample.Request, HandAnswers.But((FactKind.Account, "Registered"), (FactKind.Email, email)), Row.D25,
        ActivationState.SentByLetter,
        ActivateAccount, ReadCode, DispatchLetter, RegisterLetter);

    [Fact]
    public async Task Letter_NoAddressOnTheRequest_DoesNotAskToCompareIt()
    {
        var answers = HandAnswers.But();
        await EndsAsync(
            Sample.Request with { Email = null }, answers, Row.D25, ActivationState.SentByLetter,
            CreateAccount, ActivateAccount, ReadCode, DispatchLetter, RegisterLetter);

        Assert.DoesNotContain(FactKind.Email, answers.Given);
    }

    [Fact]
    public async Task Facts_LookedUpByHandAnHourAgo_AreReadNowhereAndNotReadAgain()
    {
        var waits = await AskedAsync(Sample.Request with { Email = null }, HandAnswers.But());
        _world.Clock.Advance(TimeSpan.FromHours(1));

        var resumed = await _world.AnsweredAsync(waits.Number, new ResumeCase());

        Assert.Null(waits.Facts.ReadAt);
        Assert.Equal(waits.Version, resumed.Version);
    }

    [Fact]
    public Task Letter_NewCode_EndsSent() => EndsAsync(
        New with { Email = null }, HandAnswers.But((FactKind.Account, "Active")), Row.D26, ActivationState.SentByLetter,
        DeleteAccount, CreateAccount, ActivateAccount, ReadCode, DispatchLetter, RegisterLetter);

    [Fact]
    public Task Refusal_Arrangement_EndsRefused() => EndsAsync(
        Sample.Request, HandAnswers.But((FactKind.Arrangement, "Active")), Row.D18, ActivationState.Refused,
        SendReply, RegisterContact);

    [Fact]
    public Task Refusal_NotFound_EndsRefusedWithoutAContact() => EndsAsync(
        Sample.Request, HandAnswers.But((FactKind.Person, "NotFound")), Row.D04, ActivationState.Refused, SendReply);

    [Fact]
    public Task Refusal_UnderAdministration_BlocksAndEndsRefused() => EndsAsync(
        Sample.Request, HandAnswers.But((FactKind.Protection, "Bewind"), (FactKind.Account, "Active")), Row.D11,
        ActivationState.Refused,
        BlockAccount, SendReply, RegisterContact);

    [Theory]
    [InlineData("None", Row.D17, new[] { SetPreference, CreateAccount, ActivateAccount, RegisterContact })]
    [InlineData("Registered", Row.D17, new[] { SetPreference, ActivateAccount, RegisterContact })]
    [InlineData("Active", Row.D16, new[] { SetPreference, DeleteAccount, CreateAccount, ActivateAccount, RegisterContact })]
    [InlineData("Blocked", Row.D17,
        new[] { SetPreference, UnblockAccount, DeleteAccount, CreateAccount, ActivateAccount, RegisterContact })]
    public Task Administrator_OfEveryAccount_EndsSent(string account, Row row, EffectKind[] effects) => EndsAsync(
        Administrator, HandAnswers.But((FactKind.Protection, "Bewind"), (FactKind.Account, account)), row,
        ActivationState.SentByEmail, effects);

    [Fact]
    public async Task Administrator_ContactsToCorrect_AreCorrectedByHandToTheRequestsAddress()
    {
        var done = await EndsAsync(
            Administrator, HandAnswers.But((FactKind.Protection, "Bewind"), (FactKind.Contacts, "Correctable")), Row.D17,
            ActivationState.SentByEmail, CorrectContacts, SetPreference, CreateAccount, ActivateAccount, RegisterContact);

        Assert.Equal(Sample.Court, Proposal.Of(done)!.Email);
    }

    [Theory]
    [InlineData(FactKind.Person, "Several", HoldReason.IdentifyPerson)]
    [InlineData(FactKind.Person, "Deceased", HoldReason.Deceased)]
    [InlineData(FactKind.Tenancy, "Future", HoldReason.FutureTenancy)]
    [InlineData(FactKind.Tenancy, "LegalEntity", HoldReason.LegalEntityTenant)]
    [InlineData(FactKind.Protection, "Other", HoldReason.OtherProtection)]
    [InlineData(FactKind.Arrangement, "Pending", HoldReason.ArrangementPending)]
    [InlineData(FactKind.Account, "Blocked", HoldReason.BlockedReasonUnknown)]
    [InlineData(FactKind.Account, HandFacts.NoCustomer, HoldReason.CustomerUnclear)]
    [InlineData(FactKind.Account, HandFacts.SeveralCustomers, HoldReason.CustomerUnclear)]
    [InlineData(FactKind.Address, "Problem", HoldReason.AddressProblem)]
    [InlineData(FactKind.Preference, HandFacts.ByEmail, HoldReason.PreferenceNotPaper)]
    public async Task Tenant_SomethingIsWrong_IsHeldForIt(FactKind fact, string seen, HoldReason reason)
    {
        var held = await AskedAsync(Sample.Request, HandAnswers.But((FactKind.Email, "Mismatch"), (fact, seen)));

        Assert.Equal(reason, held.Hold);
    }

    [Theory]
    [InlineData(FactKind.Protection, "None", HoldReason.AdministrationNotRegistered)]
    [InlineData(FactKind.Administrator, HandFacts.AddressUnknown, HoldReason.VerifyAdministrator)]
    [InlineData(FactKind.Administrator, HandFacts.AddressKnown, HoldReason.VerifyAdministrator)]
    public async Task Administrator_NotVerified_IsHeld(FactKind fact, string seen, HoldReason reason)
    {
        var held = await AskedAsync(Administrator, HandAnswers.But((FactKind.Protection, "Bewind"), (fact, seen)));

        Assert.Equal(reason, held.Hold);
    }

    [Fact]
    public async Task Administrator_AddressIsNobodys_CannotBeProven()
    {
        var held = await AskedAsync(
            Administrator, HandAnswers.But((FactKind.Protection, "Bewind"), (FactKind.Administrator, HandFacts.AddressUnknown)));

        var declined = await _world.TryAnswerAsync(held.Number, new RecordProof(IdentityProof.SeenInRegister, null));

        Assert.Equal(new Decision.Declined(Obstacle.NotAnOption), declined);
    }

    [Fact]
    public async Task Administrator_WithoutAnAddress_IsNotVerifiedAndNotAsked()
    {
        var answers = HandAnswers.But((FactKind.Protection, "Bewind"));
        var held = await AskedAsync(Administrator with { Email = null }, answers);

        Assert.Equal(HoldReason.VerifyAdministrator, held.Hold);
        Assert.DoesNotContain(FactKind.Administrator, answers.Given);
    }

    [Theory]
    [InlineData(Requester.Tenant, FactKind.Person, FactKind.Tenancy, FactKind.Protection, FactKind.Arrangement,
        FactKind.Account, FactKind.Email)]
    [InlineData(
        Requester.CourtAdministrator, FactKind.Person, FactKind.Tenancy, FactKind.Protection, FactKind.Administrator,
        FactKind.Arrangement,
        FactKind.Contacts, FactKind.Account)]
    public async Task DontKnow_OfAnyFact_HoldsForThatFact(Requester requester, params FactKind[] asked)
    {
        foreach (var fact in asked)
        {
            var answers = HandAnswers.But((FactKind.Protection, requester is Requester.Tenant ? "None" : "Bewind"), (fact, null));
            var waits = await _world.TakenAsync(Sample.Request with { Requester = requester });
            while (!answers.Given.Contains(fact))
                waits = await StepAsync(waits, answers);

            Assert.Equal((HoldReason.SourceUnavailable, fact), (waits.Hold!.Value, waits.Verdict!.Missing!.Value));
        }
    }

    [Fact]
    public async Task SecondCode_SameAddressWithinDays_HasToBeConfirmed()
    {
        await EndsAsync(Sample.Request, HandAnswers.But(), Row.D22, ActivationState.SentByEmail, CreateAccount,
            ActivateAccount, RegisterContact);

        var again = await AskedAsync(New, HandAnswers.But((FactKind.Account, "Active")));

        Assert.True(Proposal.Of(again)!.AsksAboutRecentCode);
    }

    [Fact]
    public async Task TwoCases_OneTenant_OneActs()
    {
        var first = await AskedAsync(Sample.Request, HandAnswers.But());
        var second = await AskedAsync(Sample.Request, HandAnswers.But());
        await _world.AcceptedAsync(first);

        var declined = await _world.TryAnswerAsync(second.Number, new AcceptProposal(World.YesTo(second)));

        Assert.Equal(Obstacle.TenantBusy, Assert.IsType<Decision.Declined>(declined).Obstacle);
    }

    [Fact]
    public async Task ContactsByHand_ViewpointAnswersAgain_AreStillCorrectedByHand()
    {
        var world = new World();
        world.Calls.Plan("flags", new Mishap.Silent());
        var held = await world.AnsweredByHandAsync(
            await world.TakenAsync(Administrator),
            HandAnswers.But((FactKind.Protection, "Bewind"), (FactKind.Contacts, "Correctable")));
        held = await world.AnsweredAsync(held.Number, new RecordProof(IdentityProof.CourtOrderInDossier, null));
        held = await world.AnsweredByHandAsync(held, HandAnswers.But((FactKind.Contacts, "Correctable")));

        var waits = await world.AcceptedAsync(held);

        Assert.Equal(CorrectContacts, Assert.IsType<ManualStepNeeded>(waits.Trouble).Effect);
        Assert.DoesNotContain("correct", world.Calls.Done);
    }

    private async Task<ActivationCase> EndsAsync(
        ActivationRequest request, HandAnswers answers, Row row, ActivationState end, params EffectKind[] effects)
    {
        var waits = await AskedAsync(request, answers);
        if (waits.Hold is HoldReason.VerifyAdministrator)
        {
            waits = await _world.AnsweredAsync(waits.Number, new RecordProof(IdentityProof.CalledBackOnKnownNumber, null));
            waits = await _world.AnsweredByHandAsync(waits, answers);
        }

        Assert.Equal(row, waits.Verdict!.Row);
        Assert.Equal(answers.Given, HandFacts.SeenBy(waits.Facts));
        var done = await _world.DoneByHandAsync(await _world.AcceptedAsync(waits));

        Assert.Equal(end, done.State);
        Assert.Equal(effects, done.Effects.Select(one => one.Effect));
        Assert.All(done.Effects, one => Assert.Equal(EffectStatus.DoneByHand, one.Status));
        Assert.Empty(_world.Calls.Ledger);
        return done;
    }

    private async Task<ActivationCase> AskedAsync(ActivationRequest request, HandAnswers answers) =>
        await _world.AnsweredByHandAsync(await _world.TakenAsync(request), answers);

    private Task<ActivationCase> StepAsync(ActivationCase waits, HandAnswers answers)
    {
        if (waits.Hold is HoldReason.VerifyAdministrator)
            return _world.AnsweredAsync(waits.Number, new RecordProof(IdentityProof.SeenInRegister, null));
        var fact = waits.Verdict!.Missing!.Value;
        answers.Given.Add(fact);
        return _world.AnsweredAsync(waits.Number, new AnswerFact(fact, answers.Values[fact]));
    }
}
