using ActivationWizard.Domain.Facts;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>
/// What an employee sees in the systems' own screens: a tenant as most are, and what is different about this one.
/// </summary>
internal sealed class HandAnswers
{
    private HandAnswers(Dictionary<FactKind, string?> values) => Values = values;

    public IReadOnlyDictionary<FactKind, string?> Values { get; }

    /// <summary>The questions that were asked, in order.</summary>
    public List<FactKind> Given { get; } = [];

    /// <summary>An active tenant without account, whose address on the request is the registered one.</summary>
    public static HandAnswers But(params (FactKind Fact, string? Value)[] different)
    {
        var values = new Dictionary<FactKind, string?>
        {
            [FactKind.Person] = nameof(PersonMatch.Found),
            [FactKind.Tenancy] = nameof(TenancyStatus.Active),
            [FactKind.Protection] = nameof(ProtectionStatus.None),
            [FactKind.Administrator] = HandFacts.AddressKnown,
            [FactKind.Contacts] = nameof(ContactsStatus.Ok),
            [FactKind.Arrangement] = nameof(ArrangementStatus.None),
            [FactKind.Account] = nameof(ActivationWizard.Domain.Ports.AccountStatus.None),
            [FactKind.Email] = nameof(EmailComparison.Match),
            [FactKind.Address] = nameof(AddressStatus.Deliverable),
            [FactKind.Preference] = HandFacts.Paper,
        };
        foreach (var (fact, value) in different)
            values[fact] = value;
        return new HandAnswers(values);
    }
}
