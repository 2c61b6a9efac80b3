using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Kit.Components;

/// <summary>Cases as they are at the moments an employee looks at them, made by folding events.</summary>
internal static class StepCases
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 12, 0, TimeSpan.Zero);
    private static readonly CaseNumber Number = CaseNumber.Of(2026, 412);

    public static IReadOnlyDictionary<string, ActivationCase> All { get; } = new Dictionary<string, ActivationCase>
    {
        ["opened"] = Fold(),
        ["gathering"] = Fold(new CaseTaken()),
        ["choosing"] = Fold(new CaseTaken(), new FactsGathered(Several), new SeveralPersonsFound(Verdict(Several))),
        ["choosing nearly"] = Fold(new CaseTaken(), new FactsGathered(Nearly), new SeveralPersonsFound(Verdict(Nearly))),
        ["email proposal"] = Fold(new CaseTaken(), new FactsGathered(Facts()), new ProposalMade(Verdict(Facts()))),
        ["letter proposal"] = Proposed(Letter),
        ["new code"] = Proposed(Facts(AccountStatus.Active), new TreatedAsNewCode(),
            new ProposalMade(Verdict(Facts(AccountStatus.Active), CodeKind.New))),
        ["question"] = Fold(new CaseTaken(), new FactsGathered(Facts(AccountStatus.Active)),
            new QuestionRaised(Verdict(Facts(AccountStatus.Active)))),
        ["refusal drafted"] = Refusal(
            new ReplyComposed(Template, new MailText("Uw aanvraag", "Beste heer/mevrouw Jansen,\n\nGeen code."))),
        ["refusal without template"] = Refusal(new ReplyNotComposed(Template, null)),
        ["hold"] = Fold(new CaseTaken(), new FactsGathered(Silent),
            new HoldPlaced(HoldReason.SourceUnavailable, Verdict(Silent))),
        ["hold by hand"] = Fold(new CaseTaken(), new FactsGathered(ByHand),
            new HoldPlaced(HoldReason.SourceUnavailable, Verdict(ByHand))),
        ["hold account by hand"] = Fold(
            new CaseTaken(), new FactsGathered(AccountByHand),
            new HoldPlaced(HoldReason.SourceUnavailable, Verdict(AccountByHand))),
        ["changed"] = Fold(
            new CaseTaken(), new FactsGathered(Facts()), new ProposalMade(Verdict(Facts())),
            new ProposalAccepted(new Acceptance { RecentCodeMayDie = true }),
            new FactsChanged(Letter, [new FactChange(FactKind.Email, "Match a b", "Mismatch a b")]),
            new ProposalMade(Verdict(Letter))),
        ["only forward"] = Fold(
            new CaseTaken(), new FactsGathered(Facts(AccountStatus.Active)),
            new QuestionRaised(Verdict(Facts(AccountStatus.Active))),
            new TreatedAsNewCode(), new ProposalMade(Verdict(Facts(AccountStatus.Active), CodeKind.New)),
            new ProposalAccepted(new Acceptance { OldAccountMayGo = true, RecentCodeMayDie = true }),
            new FactsRechecked(Facts(AccountStatus.Active)),
            new DeletionRequested(Key(9), "a1"), new AccountDeleted(Key(9)), new CreationRequested(Key(11), Email),
            new EffectNotDone(EffectKind.CreateAccount, Key(11), FailureReason.Unreachable)),
        ["executing"] = Accepted(),
        ["waiting for a person"] = Accepted(
            Activation, new EffectNotDone(EffectKind.ActivateAccount, Key(8), FailureReason.Unreachable)),
        ["waited out"] = Accepted(
            Activation,
            new EffectNotDone(EffectKind.ActivateAccount, Key(8), FailureReason.Unreachable) { Again = Start.AddMinutes(20) }),
        ["answer lost"] = Accepted(Activation, Lost),
        ["evidence"] = Accepted(
            Activation,
            Lost,
            new OutcomeUnknown(EffectKind.ActivateAccount, Key(8), FailureReason.Unreachable),
            new EvidenceFound(EffectKind.ActivateAccount, Key(8), EvidenceKind.CannotTell, EvidenceDetail.CodeReady)),
        ["by hand"] = Accepted(Activation, new ManualStepNeeded(EffectKind.ActivateAccount, Key(8), FailureReason.WorkedByHand)),
        ["letter by hand"] = Fold(
            new CaseTaken(), new FactsGathered(Letter), new ProposalMade(Verdict(Letter)), new ProposalAccepted(new Acceptance()),
            new FactsRechecked(Letter),
            new ActivationRequested(Key(7), null), new AccountActivated(Key(7), null, Start.AddDays(30)),
            new CodeReadingRequested(Key(9)), new CodeRead(Key(9), "ab12", Start.AddDays(30)),
            new LetterDispatchRequested(Key(11), "300100", ["A. Jansen", "Dorpsstraat 1", "5612 AB  EINDHOVEN"], "ab12"),
            new ManualStepNeeded(EffectKind.DispatchLetter, Key(11), FailureReason.WorkedByHand)),
        ["code asked"] = CodeAsked(
            Letter with { Preference = Fact.Known(new DeliveryPreference(null), Source.Postex, Start) },
            new CodeReadingRequested(Key(7)), new ManualStepNeeded(EffectKind.ReadCode, Key(7), FailureReason.WorkedByHand)),
        ["needs attention"] = Accepted(
            Activation, new OutcomeUnknown(EffectKind.ActivateAccount, Key(8), FailureReason.Unreachable)),
        ["sent by e-mail"] = Accepted(
            Activation,
            new AccountActivated(Key(8), Email, Start.AddDays(30)),
            new ContactRegistrationRequested(Key(10), "1", ContactSubject.CodeByEmail, Channel.Mailbox),
            new ContactRegistered(Key(10)),
            new CompletedByEmail()),
        ["returned, seeking"] = Returned(),
        ["returned"] = Returned(new NewAddressSought(Refusable(Moved), Verdict(Refusable(Moved)))),
        ["returned, no address"] = Returned(new NewAddressSought(Refusable(Anna), Verdict(Refusable(Anna)))),
        ["returned, decided otherwise"] = Returned(new NewAddressSought(Facts(), Verdict(Facts()))),
        ["returned, silent"] = Returned(new NewAddressSought(Silent, Verdict(Silent))),
        ["returned, told by phone"] = Returned(
            new NewAddressSought(Refusable(Anna), Verdict(Refusable(Anna))),
            new BounceSettled(BounceEnd.ToldByPhone, "Met mevrouw Jansen gesproken.")),
        ["trial"] = Tried(Facts(), new ProposalMade(Verdict(Facts()))),
        ["trial over"] = Tried(Facts(), new ProposalMade(Verdict(Facts())), new WentLive()),
        ["trial refusal"] = Tried(
            InArrears, new ProposalMade(Verdict(InArrears)),
            new ReplyComposed(Template, new MailText("Uw aanvraag", "Beste heer/mevrouw Jansen,\n\nGeen code."))),
        ["trial question"] = Tried(
            Facts(AccountStatus.Active), new QuestionRaised(Verdict(Facts(AccountStatus.Active)))),
        ["trial hold"] = Tried(Silent, new HoldPlaced(HoldReason.SourceUnavailable, Verdict(Silent))),
        ["trial choosing"] = Tried(Several, new SeveralPersonsFound(Verdict(Several))),
        ["tried out"] = Tried(
            Facts(), new ProposalMade(Verdict(Facts())),
            new PracticeRecorded(Practice.CodeByLetter, null, PracticeReason.KnewMore, null)),
        ["withdrawn"] = Fold(new CaseTaken(), new CaseWithdrawn("Dubbele aanvraag")),
    };

    private static Party Moved => Anna with { Emails = [new EmailContact("9", true, NewEmail)] };

    private static EmailAddress NewEmail =>
        EmailAddress.TryParse("nieuw@mail.example", out var email) ? email : throw new InvalidOperationException();

    private static EmailAddress Email =>
        EmailAddress.TryParse("a.jansen@mail.example", out var email) ? email : throw new InvalidOperationException();

    private static TemplateChoice Template => new(RefusalGround.PaymentArrangement, false, MailLanguage.Dutch);

    public static ActivationRequested Activation => new(Key(8), Email);

    private static AnswerLost Lost =>
        new(EffectKind.ActivateAccount, Key(8), FailureReason.Unreachable, Start, Start.AddMinutes(20));

    private static CaseFacts Several => CaseFacts.None with
    {
        Person = Known(new PersonFinding(
            PersonMatch.Several, null, [new(Anna, new DateOnly(2019, 3, 1), null), new(Anna with { Id = "2" }, null, null)])),
    };

    private static CaseFacts Nearly => CaseFacts.None with
    {
        Person = Known(new PersonFinding(
            PersonMatch.Several, null, [new(Anna with { Name = new PartyName("Janssen-Smit", null, "A.") },
                new DateOnly(2019, 3, 1), null)])
        {
            Doubt = PersonDoubt.WrittenDifferently,
        }),
    };

    private static CaseFacts Silent => CaseFacts.None with
    {
        Person = Known(new PersonFinding(PersonMatch.Found, Anna, [])),
        Tenancy = Fact.Unknown<TenancyFinding>(Source.Viewpoint, Start, FailureReason.Unreachable),
    };

    private static CaseFacts ByHand =>
        Silent with { Tenancy = Fact.Unknown<TenancyFinding>(Source.Viewpoint, Start, FailureReason.WorkedByHand) };

    private static CaseFacts AccountByHand => Facts() with
    {
        Account = Fact.Known(new AccountFinding(CustomerMatch.One, "A. Jansen",
            PortalAccount.Absent("") with { Status = AccountStatus.Registered }), Source.Employee, Start),
        Email = Fact.Unknown<EmailFinding>(Source.Umbrella, Start, FailureReason.WorkedByHand),
    };

    private static CaseFacts Letter => Facts() with
    {
        Email = Known(new EmailFinding(EmailComparison.Mismatch, Email, null, false)),
        Address = Known(new AddressFinding(AddressStatus.Deliverable, ["A. Jansen", "Dorpsstraat 1", "5612 AB  EINDHOVEN"])),
        Preference = Known(new DeliveryPreference(null)),
    };

    private static Party Anna => new(
        "1", "300100", false, new PartyName("Jansen", null, "A."), new DateOnly(1984, 5, 2), false,
        [new EmailContact("9", true, Email)], [], []);

    public static CaseFacts Facts(AccountStatus account = AccountStatus.Registered) => CaseFacts.None with
    {
        Person = Known(new PersonFinding(PersonMatch.Found, Anna, [])),
        Tenancy = Known(new TenancyFinding(TenancyStatus.Active, new DateOnly(2019, 3, 1), null, ["7"])),
        Protection = Known(new ProtectionFinding(ProtectionStatus.None, [])),
        Arrangement = Known(new ArrangementFinding(ArrangementStatus.None)),
        Account = Known(
            new AccountFinding(CustomerMatch.One, "A. Jansen", new PortalAccount("k1", "a1", account, null, false, null, "v1"))),
        Email = Known(new EmailFinding(EmailComparison.Match, Email, null, false)),
        RecentCode = Known(new RecentCodeFinding(Start.AddDays(-3), CaseNumber.Of(2026, 400), MustConfirm: true)),
    };

    public static ActivationCase Fold(params CaseEvent[] events)
    {
        var request = new ActivationRequest(
            Requester.Tenant, CodeKind.First, "A. Jansen", Address(), Email, Channel.Website, Start, Remark: "Graag snel.");
        var entries = events.Prepend(new CaseOpened(Number, request)).Select((fact, at) =>
            new RecordedEvent(
                Number, at + 1, fact, fact is CaseTaken or ProposalAccepted ? DemoPeople.Sanne : Actor.Wizard,
                Start.AddSeconds(at)));
        return ActivationCase.Fold(entries);
    }

    private static ActivationCase Proposed(CaseFacts facts, params CaseEvent[] then) => Fold(
        [new CaseTaken(), new FactsGathered(facts),
         then is [] ? new ProposalMade(Verdict(facts)) : new QuestionRaised(Verdict(facts)), .. then]);

    private static ActivationCase Refusal(CaseEvent draft) =>
        Fold(new CaseTaken(), new FactsGathered(InArrears), new ProposalMade(Verdict(InArrears)), draft);

    private static CaseFacts InArrears =>
        Facts() with { Arrangement = Known(new ArrangementFinding(ArrangementStatus.Active)) };

    private static ActivationCase Tried(CaseFacts facts, params CaseEvent[] then) =>
        Fold([new CaseTaken(), new TrialBegun(), new FactsGathered(facts), .. then]);

    private static CaseFacts Refusable(Party party) => Facts() with
    {
        Person = Known(new PersonFinding(PersonMatch.Found, party, [])),
        Arrangement = Known(new ArrangementFinding(ArrangementStatus.Active)),
    };

    // The reply to a.jansen@mail.example came back.
    private static ActivationCase Returned(params CaseEvent[] then)
    {
        var text = new MailText("Uw aanvraag", "Beste heer/mevrouw Jansen,\n\nGeen code.");
        return Fold(
        [
            new CaseTaken(), new FactsGathered(Refusable(Anna)), new ProposalMade(Verdict(Refusable(Anna))),
            new ReplyComposed(Template, text), new ProposalAccepted(new Acceptance { Reply = text, Template = Template }),
            new FactsRechecked(Refusable(Anna)),
            new ReplyRequested(Key(8), Email, text), new ReplySent(Key(8)),
            new ContactRegistrationRequested(Key(10), "1", ContactSubject.Refusal, Channel.Mailbox),
            new ContactRegistered(Key(10)), new RequestRefused(),
            new MailReceived(new CaseMail(
                MailTie.Report, Guid.Empty, "1-AB", null, "Mail Delivery System", "Undelivered Mail", Start, Key(8),
                new DeliveryNotice(DeliveryEnd.Failed, Email, "5.2.2", "smtp; 552 mailbox full"))),
            new ReplyBounced(EffectKind.SendReply, Key(8)), .. then,
        ]);
    }

    private static ActivationCase CodeAsked(CaseFacts facts, params CaseEvent[] then) => Fold(
    [
        new CaseTaken(), new FactsGathered(facts), new ProposalMade(Verdict(facts)), new ProposalAccepted(new Acceptance()),
        new FactsRechecked(facts), .. then,
    ]);

    public static ActivationCase Accepted(params CaseEvent[] then) => Fold(
    [
        new CaseTaken(), new FactsGathered(Facts()), new ProposalMade(Verdict(Facts())),
        new ProposalAccepted(new Acceptance { RecentCodeMayDie = true }), new FactsRechecked(Facts()), .. Padded(then),
    ]);

    // The key of an effect names its sequence; these cases leave one number free before their first effect.
    private static IEnumerable<CaseEvent> Padded(CaseEvent[] then) => then is [] ? [] : [new FactsRechecked(Facts()), .. then];

    private static Verdict Verdict(CaseFacts facts, CodeKind kind = CodeKind.First) =>
        ((TableAnswer.Decided)DecisionTable.Current.Decide(TableFacts.Of(Requester.Tenant, kind, ArrangementPolicy.Ask, facts)))
            .Verdict;

    private static Fact<T> Known<T>(T value)
        where T : class => Fact.Known(value, Source.Viewpoint, Start);

    public static EffectKey Key(int sequence) => FixedEpoch.Key(Number, sequence);

    private static AddressKey Address() =>
        Postcode.TryParse("5612AB", out var postcode) && HouseNumber.TryParse("1", out var number)
            ? new AddressKey(postcode, number)
            : throw new InvalidOperationException();
}
