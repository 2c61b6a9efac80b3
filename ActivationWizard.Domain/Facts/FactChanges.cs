using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>
/// What differs between two readings of the same facts, as far as it matters for what is sent, and to whom (G4).
/// </summary>
public static class FactChanges
{
    /// <summary>
    /// The differences. Facts that were not asked, then or now, or that an employee looked up by hand, are not compared; what the
    /// case's own effects made of them is no difference.
    /// </summary>
    public static IReadOnlyList<FactChange> Between(CaseFacts was, CaseFacts now, OwnChanges own)
    {
        var changes = new List<FactChange>();

        Compare(
            FactKind.Person, was.Person, now.Person, finding =>
                $"{finding.Match} {finding.Party?.Id} {finding.Party?.Name.OnEnvelope}");
        Compare(FactKind.Tenancy, was.Tenancy, now.Tenancy, finding => $"{finding.Status} {finding.Home}");
        Compare(FactKind.Protection, was.Protection, now.Protection,
            finding => $"{finding.Status} {Sorted(finding.CurrentEmails)}");
        Compare(FactKind.Administrator, was.Administrator, now.Administrator, finding => $"{finding.Status} {finding.PartyId}");
        Compare(FactKind.Arrangement, was.Arrangement, now.Arrangement, finding => $"{finding.Status}");
        Compare(FactKind.Address, was.Address, now.Address, finding => string.Join(", ", finding.Lines));
        if (own.Contacts)
            Expect(
                FactKind.Contacts, was.Contacts, now.Contacts, finding => $"{finding.SendTo}", finding => $"{finding.Private}");
        else
            Compare(
                FactKind.Contacts,
                was.Contacts,
                now.Contacts,
                finding => $"{finding.Status} {finding.Private} {finding.Business}");
        if (!own.Preference)
            Compare(FactKind.Preference, was.Preference, now.Preference, finding => $"{finding.Email?.ToString() ?? "-"}");
        if (own.Account is { } wanted)
            Expect(FactKind.Account, was.Account, now.Account, _ => $"{wanted}", finding => $"{finding.Account?.Status}");
        else
            Compare(FactKind.Account, was.Account, now.Account,
                finding => $"{finding.Customer} {finding.Account?.Status} {finding.Account?.Id} {finding.Account?.Email}");
        Compare(FactKind.Email, was.Email, now.Email,
            finding =>
                own.Account is not null ? $"{finding.Private}" : $"{finding.Comparison} {finding.Private} {finding.Portal}");
        if (!own.IsAny)
            Compare(FactKind.RecentCode, was.RecentCode, now.RecentCode, finding => $"{finding.MustConfirm}");
        return changes;

        void Compare<T>(FactKind kind, Fact<T> before, Fact<T> after, Func<T, string> text)
            where T : class => Expect(kind, before, after, text, text);

        void Expect<T>(FactKind kind, Fact<T> before, Fact<T> after, Func<T, string> expected, Func<T, string> found)
            where T : class
        {
            if (before.Status is FactStatus.NotAsked || after.Status is FactStatus.NotAsked || before.Source is Source.Employee)
                return;

            var (then, current) = (Text(before, expected), Text(after, found));
            if (then != current)
                changes.Add(new FactChange(kind, then, current));
        }
    }

    /// <summary>The first source that answered before and is silent now, with the reason; null when all answered.</summary>
    public static (Source Source, FailureReason Why)? SilentNow(CaseFacts was, CaseFacts now)
    {
        return Of(was.Person, now.Person) ?? Of(was.Tenancy, now.Tenancy) ?? Of(was.Protection, now.Protection)
            ?? Of(was.Arrangement, now.Arrangement) ?? Of(was.Account, now.Account) ?? Of(was.Preference, now.Preference);

        static (Source, FailureReason)? Of<T>(Fact<T> before, Fact<T> after)
            where T : class =>
            before.Status is FactStatus.Known && after is { Status: FactStatus.Unknown, Why: { } why }
                ? (after.Source, why)
                : null;
    }

    private static string Sorted(IEnumerable<EmailAddress> addresses) =>
        string.Join(' ', addresses.Select(address => address.ToString()).Order(StringComparer.Ordinal));

    private static string Text<T>(Fact<T> fact, Func<T, string> text)
        where T : class => fact.Value is { } value ? text(value).Trim() : "?";
}
