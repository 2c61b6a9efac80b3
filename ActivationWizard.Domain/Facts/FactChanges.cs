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
    /// case's own effects made of them is no difference. <paramref name="told"/> is where a refusal goes, if anything does: what
    /// may be said there rests on whether it is the person's own address.
    /// </summary>
    public static IReadOnlyList<FactChange> Between(CaseFacts was, CaseFacts now, OwnChanges own, EmailAddress? told = null)
    {
        var changes = new List<FactChange>();

        Compare(
            FactKind.Person, was.Person, now.Person, finding =>
                $"{finding.Match} {finding.Party?.Id} {finding.Party?.Code} {finding.Party?.Name.OnEnvelope} {Own(finding)}");
        Compare(FactKind.Tenancy, was.Tenancy, now.Tenancy, finding => $"{finding.Status} {finding.Home}");
        Compare(FactKind.Protection, was.Protection, now.Protection,
            finding => $"{finding.Status} {Sorted(finding.CurrentEmails)}");
        Compare(FactKind.Administrator, was.Administrator, now.Administrator, finding => $"{finding.Status} {finding.PartyId}");
        Compare(FactKind.Arrangement, was.Arrangement, now.Arrangement, finding => $"{finding.Status}");
        Compare(FactKind.Address, was.Address, now.Address, finding => string.Join(", ", finding.Lines));
        if (own.Contacts)
            Expect(
                FactKind.Contacts,
                was.Contacts,
                now.Contacts,
                finding => $"{ContactsStatus.Ok} {finding.SendTo}",
                finding => $"{finding.Status} {finding.Private}");
        else
            Compare(
                FactKind.Contacts,
                was.Contacts,
                now.Contacts,
                finding => $"{finding.Status} {finding.Private} {finding.Business}");
        if (!own.Preference)
            Compare(FactKind.Preference, was.Preference, now.Preference, finding => $"{finding.Email?.ToString() ?? "-"}");
        if (own.Account is { } made)
            Expect(
                FactKind.Account, was.Account, now.Account,
                finding => AccountText(finding, made), finding => AccountText(finding, As(made, finding.Account)));
        else
            Compare(
                FactKind.Account, was.Account, now.Account, finding => AccountText(finding, OwnAccount.Of(finding.Account)));
        if (own.Account is null)
            Compare(
                FactKind.Email, was.Email, now.Email, finding => $"{finding.Comparison} {finding.Private} {finding.Portal}");
        else if (was.Email.Value is { Comparison: EmailComparison.Match })
            Compare(FactKind.Email, was.Email, now.Email, finding => $"{finding.Comparison} {finding.Private}");
        else
            Compare(FactKind.Email, was.Email, now.Email, finding => $"{finding.Private}");
        if (!own.IsAny)
            Compare(
                FactKind.RecentCode, was.RecentCode, now.RecentCode,
                finding => finding.MustConfirm ? $"{finding.MustConfirm} {finding.SentAt:O}" : $"{finding.MustConfirm}");
        return changes;

        string Own(PersonFinding finding) =>
            finding.Party?.Emails.Any(contact => contact.Address.Equals(told)) is true ? $"{told}" : "";

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

    private static string AccountText(AccountFinding finding, OwnAccount account) => string.Join(
        ' ',
        new object?[] { finding.Customer, finding.Account?.CustomerId, account.Status, account.Id, account.Email }
            .Where(part => part is not null));

    // The parts that nobody said of the account as it was left are not looked at in the account as it is.
    private static OwnAccount As(OwnAccount made, PortalAccount? found)
    {
        var seen = OwnAccount.Of(found);
        return new OwnAccount(
            made.Status is null && seen.Status is AccountStatus.Registered or AccountStatus.Active ? null : seen.Status,
            made.IsOfEmployee ? null : seen.Id,
            made.IsOfEmployee ? null : seen.Email);
    }

    private static string Sorted(IEnumerable<EmailAddress> addresses) =>
        string.Join(' ', addresses.Select(address => address.ToString()).Order(StringComparer.Ordinal));

    private static string Text<T>(Fact<T> fact, Func<T, string> text)
        where T : class => fact.Value is { } value ? text(value).Trim() : "?";
}
