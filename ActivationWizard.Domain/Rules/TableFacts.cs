using System.Collections.Immutable;
using ActivationWizard.Domain.Facts;

namespace ActivationWizard.Domain.Rules;

/// <summary>A fact as the table sees it: its status and one value out of a closed list.</summary>
public readonly record struct TableFact(FactStatus Status, Enum? Value)
{
    /// <summary>A fact that is known.</summary>
    public static TableFact Known(Enum value) => new(FactStatus.Known, value);
}

/// <summary>Whether an arrangement stands in the way when the court administrator asks (D14).</summary>
public enum ArrangementPolicy
{
    /// <summary>A person decides, each time.</summary>
    Ask,

    /// <summary>It does: refuse.</summary>
    Yes,

    /// <summary>It does not: go on.</summary>
    No,
}

/// <summary>All the table may look at. A kind that is not there was not asked.</summary>
public sealed record TableFacts(ImmutableDictionary<FactKind, TableFact> Facts)
{
    /// <summary>The fact, or one that was not asked.</summary>
    public TableFact this[FactKind kind] => Facts.TryGetValue(kind, out var fact) ? fact : default;

    /// <summary>
    /// The facts of a case. Those of the request and the settings are always known; the code kind is <see cref="CodeKind.New"/>
    /// once a person said so (D21).
    /// </summary>
    public static TableFacts Of(Requester requester, CodeKind kind, ArrangementPolicy policy, CaseFacts facts)
    {
        var table = ImmutableDictionary.CreateBuilder<FactKind, TableFact>();
        table[FactKind.Requester] = TableFact.Known(requester);
        table[FactKind.CodeKind] = TableFact.Known(kind);
        table[FactKind.ArrangementPolicy] = TableFact.Known(policy);
        Add(FactKind.Person, facts.Person, finding => finding.Match);
        Add(FactKind.Tenancy, facts.Tenancy, finding => finding.Status);
        Add(FactKind.Protection, facts.Protection, finding => finding.Status);
        Add(FactKind.Administrator, facts.Administrator, finding => finding.Status);
        Add(FactKind.Contacts, facts.Contacts, finding => finding.Status);
        Add(FactKind.Arrangement, facts.Arrangement, finding => finding.Status);
        Add(FactKind.Account, facts.Account, finding => finding.Account?.Status ?? (Enum)finding.Customer);
        Add(FactKind.Email, facts.Email, finding => finding.Comparison);
        Add(FactKind.Address, facts.Address, finding => finding.Status);
        return new TableFacts(table.ToImmutable());

        void Add<T>(FactKind fact, Fact<T> from, Func<T, Enum> value)
            where T : class
        {
            if (from.Status is not FactStatus.NotAsked)
                table[fact] = new TableFact(from.Status, from.Value is { } known ? value(known) : null);
        }
    }
}
