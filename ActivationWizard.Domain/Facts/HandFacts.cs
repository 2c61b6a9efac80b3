using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Facts;

/// <summary>
/// Facts that the employee looked up in a system's own screens: the answer is the fact, the employee its source. What only the system could have given, such
/// as ids, stays empty, so that an effect that needs it becomes a step by hand.
/// </summary>
public static class HandFacts
{
    /// <summary>The answers a person can give, as codes, besides <em>weet ik niet</em>; empty for a fact that is not asked by hand.</summary>
    public static IReadOnlyList<string> AnswersTo(FactKind fact) => fact switch
    {
        FactKind.Person => [nameof(PersonMatch.Found), nameof(PersonMatch.NotFound), nameof(PersonMatch.Deceased)],
        FactKind.Tenancy => Enum.GetNames<TenancyStatus>(),
        FactKind.Protection => Enum.GetNames<ProtectionStatus>(),
        FactKind.Contacts => [nameof(ContactsStatus.Ok), nameof(ContactsStatus.Conflict)],
        FactKind.Arrangement => Enum.GetNames<ArrangementStatus>(),
        FactKind.Account => Enum.GetNames<AccountStatus>(),
        FactKind.Email => [nameof(EmailComparison.Match), nameof(EmailComparison.Mismatch), nameof(EmailComparison.NoneKnown)],
        FactKind.Address => Enum.GetNames<AddressStatus>(),
        FactKind.Preference => ["Paper", "Email"],
        _ => [],
    };

    /// <summary>The facts with this answer. Throws <see cref="ArgumentException"/> for an answer that is not among <see cref="AnswersTo"/>.</summary>
    public static CaseFacts With(CaseFacts facts, ActivationRequest request, FactAnswered answer, DateTimeOffset at)
    {
        if (answer.Value is { } value && !AnswersTo(answer.Fact).Contains(value))
            throw new ArgumentException($"{answer.Fact} cannot be answered with that.", nameof(answer));

        return answer.Fact switch
        {
            FactKind.Person => facts with { Person = Of<PersonMatch, PersonFinding>(match => new(match, PartyOf(match, request), [])) },
            FactKind.Tenancy => facts with { Tenancy = Of<TenancyStatus, TenancyFinding>(status => new(status, null, null, [])) },
            FactKind.Protection => facts with { Protection = Of<ProtectionStatus, ProtectionFinding>(status => new(status, [])) },
            FactKind.Contacts => facts with
            {
                Contacts = Of<ContactsStatus, ContactsFinding>(status => new(status, request.Email, null, null, request.Email)),
            },
            FactKind.Arrangement => facts with { Arrangement = Of<ArrangementStatus, ArrangementFinding>(status => new(status)) },
            FactKind.Account => facts with
            {
                Account = Of<AccountStatus, AccountFinding>(status => new(
                    CustomerMatch.One, request.Name, PortalAccount.Absent("") with { Status = status })),
            },
            FactKind.Email => facts with
            {
                Email = Of<EmailComparison, EmailFinding>(found => new(
                    request.Email is null ? EmailComparison.NoneOnRequest : found,
                    found is EmailComparison.Match ? request.Email : null, null, false)),
            },
            FactKind.Address => facts with
            {
                Address = Of<AddressStatus, AddressFinding>(status => new(status, [request.Name, request.Address.ToString()])),
            },
            FactKind.Preference => facts with
            {
                Preference = answer.Value is null ? Unknown<DeliveryPreference>() : answer.Value is "Paper"
                    ? Fact.Known(new DeliveryPreference(null), Source.Employee, at)
                    : Fact.Known(new DeliveryPreference(request.Email ?? Nowhere), Source.Employee, at),
            },
            _ => throw new ArgumentException($"{answer.Fact} is not asked by hand.", nameof(answer)),
        };

        Fact<T> Unknown<T>()
            where T : class => Fact.Unknown<T>(Source.Employee, at);

        Fact<T> Of<TAnswer, T>(Func<TAnswer, T> finding)
            where TAnswer : struct, Enum
            where T : class =>
            answer.Value is null ? Unknown<T>() : Fact.Known(finding(Enum.Parse<TAnswer>(answer.Value)), Source.Employee, at);
    }

    // Post goes by e-mail to an address the employee sees in Postex and the wizard does not need.
    private static readonly Values.EmailAddress Nowhere =
        Values.EmailAddress.TryParse("onbekend@postex.invalid", out var address) ? address : throw new InvalidOperationException();

    private static Party? PartyOf(PersonMatch match, ActivationRequest request) => match is PersonMatch.NotFound
        ? null
        : new Party("", request.PartyCode ?? "", false, new PartyName(request.Name), request.BirthDate, match is PersonMatch.Deceased, [], [], []);
}
