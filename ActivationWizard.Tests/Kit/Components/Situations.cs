using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Kit.Components;

/// <summary>
/// Every situation in which a case is checked: from each way to ask, one thing at a time is otherwise, or not known in each way
/// of not knowing. The table of the product decides what becomes of it.
/// </summary>
internal static class Situations
{
    private static readonly CaseNumber Number = CaseNumber.Of(2026, 412);
    private static readonly DateTimeOffset At = Sample.Now;

    private static readonly (string Name, ActivationRequest Request, CaseFacts Facts)[] Ways =
    [
        ("tenant, first code", Sample.Request, Tenant),
        ("tenant, new code", Sample.Request with { Kind = CodeKind.New }, Tenant),
        ("tenant, first code, no e-mail on the request", Sample.Request with { Email = null },
            Tenant with { Email = Email(EmailComparison.NoneOnRequest) }),
        ("administrator", Sample.Request with { Requester = Requester.CourtAdministrator, Email = Sample.Court }, Administrator),
        ("somebody else", Sample.Request with { Requester = Requester.SomebodyElse, Email = Sample.Other }, CaseFacts.None),
    ];

    /// <summary>By what is special about them.</summary>
    public static IReadOnlyList<(string Name, ActivationCase Case)> All { get; } =
    [
        .. Ways.SelectMany(way => OtherwiseFrom(way.Request).Prepend(("nothing else", facts => facts))
            .Select(one => (Name: $"{way.Name}: {one.Item1}", Case: Decided(way.Request, one.Item2(way.Facts))))
            .DistinctBy(one => (one.Case.Verdict!.Row, one.Case.Hold, one.Case.Facts))),
        .. Treated, .. ByHand, .. Stopped,
    ];

    private static CaseFacts Tenant => CaseFacts.None with
    {
        Person = Known(new PersonFinding(PersonMatch.Found, Sample.Anna, [])),
        Tenancy = Known(new TenancyFinding(TenancyStatus.Active, new DateOnly(2015, 1, 1), null, ["A1"])),
        Protection = Known(new ProtectionFinding(ProtectionStatus.None, [])),
        Arrangement = Known(new ArrangementFinding(ArrangementStatus.None)),
        Account = Account(AccountStatus.Registered),
        Email = Email(EmailComparison.Match),
        Address = Known(
            new AddressFinding(AddressStatus.Deliverable, ["A. van den Berg", "Kerkstraat 12", "5611 AB  EINDHOVEN"])),
        Preference = Known(new DeliveryPreference(null), Source.Postex),
        RecentCode = Known(new RecentCodeFinding(null, null), Source.Journal),
    };

    private static CaseFacts Administrator => Tenant with
    {
        Protection = Known(new ProtectionFinding(
            ProtectionStatus.Bewind, [new CourtAdministrator("900", "Kantoor Vos", true, [Sample.Court])])),
        Administrator = Known(
            new AdministratorFinding(AdministratorStatus.Verified, "900", "Kantoor Vos", IdentityProof.SeenInRegister)),
        Contacts = Known(new ContactsFinding(ContactsStatus.Ok, Sample.Court, Sample.Own, null, Sample.Court)),
    };

    // For somebody else no source is asked; without an address on the request nothing is compared with it.
    private static IEnumerable<(string Name, Func<CaseFacts, CaseFacts>)> OtherwiseFrom(ActivationRequest request) =>
        request.Requester is Requester.SomebodyElse ? []
        : Otherwise.Where(one => request.Email is not null || !one.Name.StartsWith("e-mail", StringComparison.Ordinal));

    private static IEnumerable<(string Name, Func<CaseFacts, CaseFacts>)> Otherwise =>
    [
        .. new[] { PersonMatch.Several, PersonMatch.Deceased }.Select(match =>
            Differs($"person {match}", facts => facts with { Person = Person(match) })),
        .. Enum.GetValues<PersonDoubt>().Where(doubt => doubt is not PersonDoubt.WrittenDifferently).Select(doubt => Differs(
            $"person not found, {doubt}", facts => facts with { Person = Person(PersonMatch.NotFound, doubt) })),
        Differs("person written differently", facts => facts with
        {
            Person = Person(PersonMatch.Several, PersonDoubt.WrittenDifferently),
        }),
        .. Enum.GetValues<TenancyStatus>().Select(status => Differs(
            $"tenancy {status}", facts => facts with { Tenancy = Known(new TenancyFinding(status, null, null, [])) })),
        .. Enum.GetValues<ProtectionStatus>().Select(status => Differs(
            $"protection {status}", facts => facts with { Protection = Known(new ProtectionFinding(status, [])) })),
        Differs("administrator's address known, not proved", facts => facts with
        {
            Administrator = Known(new AdministratorFinding(AdministratorStatus.NotVerified, "900", "Kantoor Vos", null)),
        }),
        Differs("administrator's address not known", facts => facts with
        {
            Administrator = Known(new AdministratorFinding(AdministratorStatus.NotVerified, null, null, null)),
        }),
        .. Enum.GetValues<ContactsStatus>().Select(status => Differs($"contacts {status}", facts => facts with
        {
            Contacts = Known(new ContactsFinding(status, null, null, null, Sample.Court)),
        })),
        .. Enum.GetValues<ArrangementStatus>().Select(status => Differs(
            $"arrangement {status}", facts => facts with { Arrangement = Known(new ArrangementFinding(status)) })),
        .. Enum.GetValues<AccountStatus>().Select(status =>
            Differs($"account {status}", facts => facts with { Account = Account(status) })),
        .. new[] { CustomerMatch.None, CustomerMatch.Several }.Select(match => Differs($"customer {match}", facts => facts with
        {
            Account = Known(new AccountFinding(match, null, null), Source.Umbrella),
        })),
        .. Enum.GetValues<EmailComparison>().Select(one =>
            Differs($"e-mail {one}", facts => facts with { Email = Email(one) })),
        Differs("e-mail is the business one", facts => facts with { Email = Email(EmailComparison.Mismatch, isBusiness: true) }),
        Differs("by letter, address problem", facts => facts with
        {
            Email = Email(EmailComparison.Mismatch),
            Address = Known(new AddressFinding(AddressStatus.Problem, [])),
        }),
        Differs("by letter, post by e-mail", facts => facts with
        {
            Email = Email(EmailComparison.Mismatch),
            Preference = Known(new DeliveryPreference(Sample.Other), Source.Postex),
        }),
        .. NotKnown.SelectMany(way => new[]
        {
            Differs($"person {way.Name}", facts => facts with { Person = way.Of<PersonFinding>(Source.Viewpoint) }),
            Differs($"tenancy {way.Name}", facts => facts with { Tenancy = way.Of<TenancyFinding>(Source.Viewpoint) }),
            Differs($"protection {way.Name}", facts => facts with { Protection = way.Of<ProtectionFinding>(Source.Viewpoint) }),
            Differs($"administrator {way.Name}", facts => facts with
            {
                Administrator = way.Of<AdministratorFinding>(Source.Viewpoint),
            }),
            Differs($"contacts {way.Name}", facts => facts with { Contacts = way.Of<ContactsFinding>(Source.Viewpoint) }),
            Differs($"arrangement {way.Name}", facts => facts with
            {
                Arrangement = way.Of<ArrangementFinding>(Source.Viewpoint),
            }),
            Differs($"account {way.Name}", facts => facts with { Account = way.Of<AccountFinding>(Source.Umbrella) }),
            Differs($"e-mail {way.Name}", facts => facts with { Email = way.Of<EmailFinding>(Source.Viewpoint) }),
            Differs($"e-mail {way.Name}, account by hand", facts => facts with
            {
                Account = Account(AccountStatus.Registered, Source.Employee),
                Email = way.Of<EmailFinding>(Source.Umbrella),
            }),
            Differs($"address {way.Name}", facts => facts with
            {
                Email = Email(EmailComparison.Mismatch),
                Address = way.Of<AddressFinding>(Source.Viewpoint),
            }),
            Differs($"preference {way.Name}", facts => facts with
            {
                Email = Email(EmailComparison.Mismatch),
                Preference = way.Of<DeliveryPreference>(Source.Postex),
            }),
        }),
    ];

    private static NotKnowing[] NotKnown =>
    [
        new("not reached", FailureReason.Unreachable), new("nonsense", FailureReason.Nonsense),
        new("not let in", FailureReason.NotAllowed), new("worked by hand", FailureReason.WorkedByHand),
        new("not known to the employee", null),
    ];

    // A first code for an account in use that a person treats as a new one.
    private static IEnumerable<(string, ActivationCase)> Treated =>
        from comparison in new[] { EmailComparison.Match, EmailComparison.Mismatch }
        let facts = Tenant with { Account = Account(AccountStatus.Active), Email = Email(comparison) }
        select ($"treated as new, e-mail {comparison}", Fold(Sample.Request, facts, Events(Sample.Request, facts),
            new TreatedAsNewCode(), new ProposalMade(VerdictOn(Sample.Request with { Kind = CodeKind.New }, facts))));

    private static IEnumerable<(string, ActivationCase)> ByHand =>
        from way in Ways.Where(way => way.Facts != CaseFacts.None)
        select ($"{way.Name}: no code, by an employee's choice", Fold(way.Request, way.Facts,
            Events(way.Request, way.Facts), new RefusalChosen("Ik vertrouw de aanvraag niet")));

    // Decided, agreed to, and stopped all the same.
    private static IEnumerable<(string, ActivationCase)> Stopped
    {
        get
        {
            var court = Ways[3];
            var facts = Administrator with
            {
                Contacts = Known(new ContactsFinding(ContactsStatus.Correctable, null, Sample.Own, null, Sample.Court)),
            };
            yield return ("administrator: addresses not to be put right", Fold(
                court.Request, facts, Events(court.Request, facts),
                new HoldPlaced(HoldReason.ContactConflict, VerdictOn(court.Request, facts))));
            foreach (var way in new[] { Ways[0], court })
            {
                var key = FixedEpoch.Key(Number, 7);
                yield return ($"{way.Name}: e-mail not sent", Fold(
                    way.Request, way.Facts, Events(way.Request, way.Facts),
                    new ProposalAccepted(new Acceptance()), new FactsRechecked(way.Facts),
                    new ActivationRequested(key, Sample.Own), new CodeNotMailed(key, RefusalCodes.NotMailed)));
            }
        }
    }

    private static ActivationCase Decided(ActivationRequest request, CaseFacts facts) =>
        Fold(request, facts, Events(request, facts));

    private static CaseEvent Events(ActivationRequest request, CaseFacts facts)
    {
        var verdict = VerdictOn(request, facts);
        return verdict.Ruling switch
        {
            Ruling.Hold { Reason: HoldReason.IdentifyPerson } => new SeveralPersonsFound(verdict),
            Ruling.Hold hold => new HoldPlaced(hold.Reason, verdict),
            Ruling.AskTreatAsNewCode => new QuestionRaised(verdict),
            _ => new ProposalMade(verdict),
        };
    }

    private static Verdict VerdictOn(ActivationRequest request, CaseFacts facts)
    {
        var asked = ActivationCase.Fold([Entry(1, new CaseOpened(Number, request))]);
        return ((TableAnswer.Decided)new Judgement(DecisionTable.Current, Sample.Settings).On(asked, facts)).Verdict;
    }

    private static ActivationCase Fold(ActivationRequest request, CaseFacts facts, params CaseEvent[] then) =>
        ActivationCase.Fold(
        [
            .. new CaseEvent[] { new CaseOpened(Number, request), new CaseTaken(), new FactsGathered(facts) }.Concat(then)
                .Select((one, at) => Entry(at + 1, one)),
        ]);

    private static RecordedEvent Entry(int sequence, CaseEvent one) => new(
        Number, sequence, one, one is CaseTaken or ProposalAccepted ? DemoPeople.Sanne : Actor.Wizard, At.AddSeconds(sequence));

    private static (string, Func<CaseFacts, CaseFacts>) Differs(string name, Func<CaseFacts, CaseFacts> how) => (name, how);

    private static Fact<PersonFinding> Person(PersonMatch match, PersonDoubt doubt = PersonDoubt.None) => Known(
        new PersonFinding(
            match, match is PersonMatch.Deceased ? Sample.Anna with { IsDeceased = true } : null,
            match is PersonMatch.Several ? [new PersonCandidate(Sample.Anna, null, null)] : [])
        {
            Doubt = doubt,
        });

    private static Fact<AccountFinding> Account(AccountStatus status, Source from = Source.Umbrella) => Known(
        new AccountFinding(CustomerMatch.One, "A. van den Berg", Sample.Account("k1", status)), from);

    private static Fact<EmailFinding> Email(EmailComparison comparison, bool isBusiness = false) => Known(
        new EmailFinding(comparison, comparison is EmailComparison.Match ? Sample.Own : null, null, isBusiness));

    private static Fact<T> Known<T>(T value, Source from = Source.Viewpoint)
        where T : class => Fact.Known(value, from, At);

    private sealed record NotKnowing(string Name, FailureReason? Why)
    {
        public Fact<T> Of<T>(Source source)
            where T : class =>
            Why is { } why ? Fact.Unknown<T>(source, At, why) : Fact.Unknown<T>(Source.Employee, At);
    }
}
