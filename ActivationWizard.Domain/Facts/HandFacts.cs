using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Facts;

/// <summary>
/// Facts that the employee looked up in a system's own screens: the answer is the fact, the employee its source. What only the
/// system could have given, such as ids, stays empty, so that an effect that needs it becomes a step by hand.
/// </summary>
public static class HandFacts
{
    /// <summary>Umbrella has no customer, or several: not an answer about the account (hold CustomerUnclear).</summary>
    public const string NoCustomer = "NoCustomer";
    public const string SeveralCustomers = "SeveralCustomers";

    /// <summary>The request's address is, or is not, that of a running administrator of this tenant (D13).</summary>
    public const string AddressKnown = "AddressKnown";
    public const string AddressUnknown = "AddressUnknown";

    public const string Paper = "Paper";
    public const string ByEmail = "Email";

    /// <summary>
    /// The answers a person can give, as codes, besides <em>weet ik niet</em>; empty for a fact that is not asked by hand.
    /// </summary>
    public static IReadOnlyList<string> AnswersTo(FactKind fact) => fact switch
    {
        FactKind.Person => Enum.GetNames<PersonMatch>(),
        FactKind.Tenancy => Enum.GetNames<TenancyStatus>(),
        FactKind.Protection => Enum.GetNames<ProtectionStatus>(),
        FactKind.Administrator => [AddressKnown, AddressUnknown],
        FactKind.Contacts => Enum.GetNames<ContactsStatus>(),
        FactKind.Arrangement => Enum.GetNames<ArrangementStatus>(),
        FactKind.Account => [.. Enum.GetNames<AccountStatus>(), NoCustomer, SeveralCustomers],
        FactKind.Email =>
        [
            nameof(EmailComparison.Match), nameof(EmailComparison.Mismatch),
            nameof(EmailComparison.PortalDiffers), nameof(EmailComparison.NoneKnown),
        ],
        FactKind.Address => Enum.GetNames<AddressStatus>(),
        FactKind.Preference => [Paper, ByEmail],
        _ => [],
    };

    /// <summary>The facts that the employee looked up, in the order in which the table asks them.</summary>
    public static IReadOnlyList<FactKind> SeenBy(CaseFacts facts) =>
        [.. InTheOrderOfTheTable.Where(fact => facts.OriginOf(fact).Source is Source.Employee)];

    /// <summary>
    /// The system in which the fact is looked up. The comparison of addresses rests on Umbrella's as well: it is asked of that
    /// one when the portal account is what nobody could read.
    /// </summary>
    public static ForeignSystem LookedUpIn(FactKind fact, CaseFacts facts) => fact switch
    {
        FactKind.Account => ForeignSystem.Umbrella,
        FactKind.Email when facts.Person.Source is not Source.Employee && facts.Account.Source is Source.Employee =>
            ForeignSystem.Umbrella,
        FactKind.Preference => ForeignSystem.Postex,
        _ => ForeignSystem.Viewpoint,
    };

    /// <summary>
    /// The facts with this answer. Throws <see cref="ArgumentException"/> for an answer that is not among
    /// <see cref="AnswersTo"/>.
    /// </summary>
    public static CaseFacts With(CaseFacts facts, ActivationRequest request, FactKind fact, string? answer, DateTimeOffset at)
    {
        if (AnswersTo(fact) is var offered && (offered.Count is 0 || (answer is not null && !offered.Contains(answer))))
            throw new ArgumentException($"{fact} cannot be answered with that.", nameof(answer));

        return fact switch
        {
            FactKind.Person => facts with { Person = Of(said => PersonOf(Parsed<PersonMatch>(said), request)) },
            FactKind.Tenancy =>
                facts with { Tenancy = Of(said => new TenancyFinding(Parsed<TenancyStatus>(said), null, null, [])) },
            FactKind.Protection =>
                facts with { Protection = Of(said => new ProtectionFinding(Parsed<ProtectionStatus>(said), [])) },
            FactKind.Administrator => facts with
            {
                Administrator = Of(said =>
                    new AdministratorFinding(AdministratorStatus.NotVerified, said is AddressKnown ? "" : null, null, null)),
            },
            FactKind.Contacts => facts with { Contacts = Of(said => ContactsOf(Parsed<ContactsStatus>(said), request)) },
            FactKind.Arrangement =>
                facts with { Arrangement = Of(said => new ArrangementFinding(Parsed<ArrangementStatus>(said))) },
            FactKind.Account => facts with { Account = Of(said => AccountOf(said, request)) },
            FactKind.Email => facts with { Email = Of(said => EmailOf(Parsed<EmailComparison>(said), request)) },
            FactKind.Address => facts with
            {
                Address = Of(said => new AddressFinding(Parsed<AddressStatus>(said), [request.Name, request.Address.ToString()])),
            },
            _ => facts with { Preference = Of(said => new DeliveryPreference(said is Paper ? null : request.Email ?? Nowhere)) },
        };

        Fact<T> Of<T>(Func<string, T> finding)
            where T : class =>
            answer is null ? Fact.Unknown<T>(Source.Employee, at) : Fact.Known(finding(answer), Source.Employee, at);
    }

    private static FactKind[] InTheOrderOfTheTable =>
    [
        FactKind.Person, FactKind.Tenancy, FactKind.Protection, FactKind.Administrator, FactKind.Arrangement,
        FactKind.Contacts, FactKind.Account, FactKind.Email, FactKind.Address, FactKind.Preference,
    ];

    // Post goes by e-mail to an address the employee sees in Postex and the wizard does not need.
    private static readonly Values.EmailAddress Nowhere =
        Values.EmailAddress.TryParse("onbekend@postex.invalid", out var address)
            ? address
            : throw new InvalidOperationException();

    private static T Parsed<T>(string said)
        where T : struct, Enum => Enum.Parse<T>(said);

    private static PersonFinding PersonOf(PersonMatch match, ActivationRequest request) =>
        new(match, match is PersonMatch.NotFound or PersonMatch.Several ? null : PartyOf(request, match), []);

    private static Party PartyOf(ActivationRequest request, PersonMatch match)
    {
        var isDeceased = match is PersonMatch.Deceased;
        return new("", request.PartyCode ?? "", false, new PartyName(request.Name), request.BirthDate, isDeceased, [], [], []);
    }

    // The request's address is the administrator's, or the table would not have come here. What zakelijk is to become, the
    // employee sees in Viewpoint.
    private static ContactsFinding ContactsOf(ContactsStatus status, ActivationRequest request) => status switch
    {
        ContactsStatus.Ok => new(status, request.Email, null, null, request.Email),
        ContactsStatus.Correctable when request.Email is { } email =>
            new(status, null, null, new ContactCorrection(new EmailContact(null, true, email), null), email),
        _ => new(ContactsStatus.Conflict, null, null, null, null),
    };

    private static AccountFinding AccountOf(string said, ActivationRequest request) => said switch
    {
        NoCustomer => new(CustomerMatch.None, null, null),
        SeveralCustomers => new(CustomerMatch.Several, null, null),
        _ => new(CustomerMatch.One, request.Name, PortalAccount.Absent("") with { Status = Parsed<AccountStatus>(said) }),
    };

    private static EmailFinding EmailOf(EmailComparison said, ActivationRequest request)
    {
        var found = request.Email is null ? EmailComparison.NoneOnRequest : said;
        return new(found, found is EmailComparison.Match ? request.Email : null, null, false);
    }
}
