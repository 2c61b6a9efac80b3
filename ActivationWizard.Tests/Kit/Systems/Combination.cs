using System.Collections.Immutable;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>One combination of everything the table may look at.</summary>
internal sealed record Combination(
    Requester Requester,
    CodeKind Kind,
    PersonMatch Person,
    TenancyStatus Tenancy,
    ProtectionStatus Protection,
    AdministratorStatus Verified,
    ContactsStatus Contacts,
    ArrangementPolicy Policy,
    ArrangementStatus Arrangement,
    AccountStatus Account,
    EmailComparison Email,
    AddressStatus Address)
{
    /// <summary>All 777,600 of them.</summary>
    public static IEnumerable<Combination> All =>
        from requester in Enum.GetValues<Requester>()
        from kind in Enum.GetValues<CodeKind>()
        from person in Enum.GetValues<PersonMatch>()
        from tenancy in Enum.GetValues<TenancyStatus>()
        from protection in Enum.GetValues<ProtectionStatus>()
        from verified in Enum.GetValues<AdministratorStatus>()
        from contacts in Enum.GetValues<ContactsStatus>()
        from policy in Enum.GetValues<ArrangementPolicy>()
        from arrangement in Enum.GetValues<ArrangementStatus>()
        from account in Enum.GetValues<AccountStatus>()
        from email in Enum.GetValues<EmailComparison>()
        from address in Enum.GetValues<AddressStatus>()
        select new Combination(
            requester, kind, person, tenancy, protection, verified, contacts, policy, arrangement, account, email, address);

    public ImmutableDictionary<FactKind, Enum> Values => new Dictionary<FactKind, Enum>
    {
        [FactKind.Requester] = Requester,
        [FactKind.CodeKind] = Kind,
        [FactKind.Person] = Person,
        [FactKind.Tenancy] = Tenancy,
        [FactKind.Protection] = Protection,
        [FactKind.Administrator] = Verified,
        [FactKind.Contacts] = Contacts,
        [FactKind.ArrangementPolicy] = Policy,
        [FactKind.Arrangement] = Arrangement,
        [FactKind.Account] = Account,
        [FactKind.Email] = Email,
        [FactKind.Address] = Address,
    }.ToImmutableDictionary();

    /// <summary>All of it known.</summary>
    public TableFacts Known => new(Values.ToImmutableDictionary(one => one.Key, one => TableFact.Known(one.Value)));
}
