using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Kit.Journal;

/// <summary>One event of every kind, with as much in it as it can have.</summary>
public static class EverySort
{
    private static readonly CaseNumber Number = CaseNumber.Of(2026, 412);
    private static readonly EffectKey Key = EffectKey.ByHand(Number, 7);
    private static readonly EmailAddress Other = Story.Parsed<EmailAddress>("bewind@kantoor.example");
    private static readonly TemplateChoice Template = new(RefusalGround.NotTenant, true, MailLanguage.English);
    private static readonly MailText Text = new("Re: uw aanvraag", "Beste mevrouw Jansen,\n\nDat kan niet: één < twee & “drie”.");
    private static readonly IReadOnlyList<FactChange> Changes = [new(FactKind.Email, "Match", "Mismatch")];

    private static Verdict With(Ruling ruling) => Story.Verdict with { Ruling = ruling, Missing = FactKind.Preference };

    private static Fact<T> Known<T>(T finding)
        where T : class => Fact.Known(finding, Source.Umbrella, FixedTime.Start);

    /// <summary>Every fact with every part of it.</summary>
    public static CaseFacts AllFacts { get; } = Story.Facts with
    {
        Person = Known(new PersonFinding(
            PersonMatch.Several, null, [new PersonCandidate(Story.Anna, new DateOnly(2019, 1, 1), new DateOnly(2024, 12, 31))])),
        Protection = Known(new ProtectionFinding(
            ProtectionStatus.Bewind, [new CourtAdministrator("9", "Kantoor", true, [Other])])),
        Administrator = Known(new AdministratorFinding(
            AdministratorStatus.Verified, "9", "Kantoor", IdentityProof.SeenInRegister)),
        Contacts = Known(new ContactsFinding(ContactsStatus.Correctable, Story.Email, Other, Correction, Other)),
        Arrangement = Known(new ArrangementFinding(ArrangementStatus.Pending)),
        Account = Known(new AccountFinding(
            CustomerMatch.One,
            "A. van der Jansen",
            new PortalAccount("k-1", "a-1", AccountStatus.Blocked, Story.Email, true, FixedTime.Start.AddDays(9), "\"3\""))),
        Address = Known(new AddressFinding(
            AddressStatus.Deliverable, ["A. van der Jansen", "Dorpsstraat 12 A-III", "5612 AB  EINDHOVEN"])),
        Preference = Known(new DeliveryPreference(Other)),
        RecentCode = Known(new RecentCodeFinding(FixedTime.Start.AddDays(-3), CaseNumber.Of(2026, 398), true)),
    };

    private static ContactCorrection Correction =>
        new(new EmailContact("c1", true, Other), new EmailContact(null, false, Story.Email));

    public static IReadOnlyList<CaseEvent> Events { get; } =
    [
        new CaseOpened(Number, Story.Request(remark: "Graag snel, ik ben 't kwijt.")),
        new GatheringBegun(),
        new CaseTaken(),
        new TakeOverAsked(),
        new CaseKept(),
        // Nobody of the cast: what is approved was written by her.
        new CaseHandedOver(new Actor("sanne", "Sanne de Wit", Role.Employee)),
        new CaseSkipped(SkipReason.Other, "Ze belt morgen terug"),
        new NoteAdded("Zij is na 16 uur bereikbaar"),
        new CaseReopened(CaseNumber.Of(2026, 431), "Brief niet aangekomen"),
        new CasePutAside(new DateOnly(2026, 12, 4), "Zij stuurt de beschikking na"),
        new CaseCameBack(),
        new TeamLeadAsked("Mag dit met een kopie van de beschikking?"),
        new TeamLeadAnswered("Ja, als de naam van de rechtbank erop staat."),
        new RequestCorrected(
            RequestValues.Of(Story.Request()),
            RequestValues.Of(Story.Request()) with
            {
                Requester = Requester.CourtAdministrator,
                Name = "A. Janssen",
                Email = Other,
                RequesterName = "Kantoor Bewind",
                BirthDate = new DateOnly(1980, 2, 3),
                PartyCode = "R501",
            },
            "Tikfout in de naam"),
        new FactsOutdated(),
        new FactsGathered(AllFacts),
        new ProposalMade(Story.Verdict),
        new QuestionRaised(With(new Ruling.AskTreatAsNewCode())),
        new SeveralPersonsFound(With(new Ruling.Hold(HoldReason.IdentifyPerson))),
        new HoldPlaced(HoldReason.PreferenceNotPaper, With(new Ruling.Refuse(RefusalGround.PaymentArrangement, true))),
        new TenantChosen(Story.PartyId),
        new TreatedAsNewCode(),
        new ProofRecorded(IdentityProof.CalledBackOnKnownNumber, "Gebeld om 10:12"),
        new ArrangementDecided(true, "Betaalt volgens plan"),
        new FactAnswered(FactKind.Tenancy, "Active"),
        new FetchAgainAsked(),
        new TrialBegun(),
        new WentLive(),
        new TrialLeft(),
        new PracticeRecorded(
            Practice.Refused, RefusalGround.PaymentArrangement, PracticeReason.KnewMore, "De regeling is net afgesproken"),
        new RefusalChosen("Aanvrager wil niet meer"),
        new TemplateChosen(Template),
        new ReplyComposed(Template, Text),
        new ReplyNotComposed(Template, FailureReason.Unreachable),
        new ProposalAccepted(new Acceptance
        {
            OldAccountMayGo = true,
            RecentCodeMayDie = true,
            BlockAccount = false,
            CorrectContacts = true,
            Reply = Text,
            Template = Template,
            ToldBy = Channel.Counter,
        }),
        new FactsRechecked(Story.Facts),
        new FactsChanged(Story.Facts, Changes),
        new ChangedBeforeSending(Story.Facts, Changes),
        new CodeRevealed(),
        new CaseWithdrawn("Dubbel"),
        new CompletedByEmail(),
        new CompletedByLetter(),
        new RequestRefused(),
        new ContactCorrectionRequested(Key, Story.PartyId, Correction),
        new ContactsCorrected(Key),
        new PreferenceChangeRequested(Key, Other),
        new PreferenceSet(Key, Other),
        new BlockRequested(Key),
        new AccountBlocked(Key),
        new UnblockRequested(Key),
        new AccountUnblocked(Key, AccountStatus.Active),
        new DeletionRequested(Key, "a-1"),
        new AccountDeleted(Key),
        new CreationRequested(Key, Story.Email),
        new AccountCreated(Key, "a-2"),
        new ActivationRequested(Key, Story.Email),
        new AccountActivated(Key, Story.Email, FixedTime.Start.AddDays(30)),
        new CodeReadingRequested(Key),
        new CodeRead(Key, "ab12", FixedTime.Start.AddDays(30)),
        new LetterDispatchRequested(Key, "R-4711", ["A. van der Jansen", "Dorpsstraat 12 A-III", "5612 AB  EINDHOVEN"], "ab12"),
        new LetterDispatched(Key, "sessie-1"),
        new DispatchConfirmationRequested(Key, "sessie-1"),
        new DispatchConfirmed(Key),
        new LetterRegistrationRequested(Key, Story.PartyId),
        new LetterRegistered(Key),
        new ReplyRequested(Key, Story.Email, Text),
        new ReplyDraftMade(Key, "AAkALgAAAAAAHYQDEapmEc2byACqAC"),
        new ReplySent(Key),
        new ContactRegistrationRequested(Key, Story.PartyId, ContactSubject.Refusal, Channel.Phone),
        new ContactRegistered(Key),
        new EffectNotDone(EffectKind.SendReply, Key, FailureReason.NotAllowed) { Again = FixedTime.Start.AddSeconds(30) },
        new AnswerLost(EffectKind.DispatchLetter, Key, FailureReason.Unreachable, FixedTime.Start.AddSeconds(60),
            FixedTime.Start.AddSeconds(90)),
        new RequestRepeated(EffectKind.DispatchLetter, Key),
        new LookAgainAsked(EffectKind.DispatchLetter, Key),
        new EvidenceFound(EffectKind.DispatchLetter, Key, EvidenceKind.Present, EvidenceDetail.SessionDone),
        new EffectRefused(EffectKind.CreateAccount, Key, "account-bestaat"),
        new OutcomeUnknown(EffectKind.DispatchLetter, Key, FailureReason.Nonsense),
        new WentBackInTime(FixedEpoch.Ours),
        new LostTimeDoubted(EffectKind.DispatchLetter, Key),
        new CodeFoundUnusable(Key),
        new FreshCodeUnusable(Key),
        new CodeNotMailed(Key, "emailadres-in-gebruik"),
        new ManualStepNeeded(EffectKind.RegisterLetter, Key, FailureReason.WorkedByHand),
        new ManualStepFailed(EffectKind.RegisterLetter, Key, "Dossier is weg"),
        new RetryAsked(EffectKind.SendReply, Key),
        new AttentionLeftOpen(EffectKind.DispatchLetter, Key, "Postex gebeld"),
        new DidNotHappen(EffectKind.DispatchLetter, Key, "Postex heeft niets"),
        new MailReceived(new CaseMail(
            MailTie.Report, new Guid("5f0c3c1e-7a54-4c1a-9f0f-2f2a3f0d9b11"), "1-9F86D081", Other, "Mail Delivery System",
            "Undelivered Mail Returned to Sender", FixedTime.Start, Key,
            new DeliveryNotice(DeliveryEnd.Failed, Story.Email, "5.1.1", "smtp; 550 5.1.1 user unknown"))),
        new ReplyBounced(EffectKind.SendReply, Key),
        new NewAddressSought(Story.Facts, Story.Verdict),
        new ReplyReaddressed(Other),
        new BounceSettled(BounceEnd.ToldByPhone, "Gebeld om 10:12"),
    ];
}
