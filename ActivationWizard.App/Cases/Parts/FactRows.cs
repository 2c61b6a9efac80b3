using System.Globalization;
using ActivationWizard.App.Controls;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Cases.Parts;

/// <summary>One fact with what the three sources say and how it was judged.</summary>
public sealed record FactRow(
    FactKind Fact, string Label, string Request, string Viewpoint, string Umbrella, MarkKind Mark, string Judgement)
{
    /// <summary>What the sources say and how that was judged, on one line.</summary>
    public string InWords =>
        string.Join(", ", new[] { Viewpoint, Umbrella, Judgement }.Where(word => word != FactsText.None).Distinct());
}

/// <summary>The facts of a case side by side: the sources as columns, sign and word for the judgement.</summary>
public static class FactRows
{
    /// <summary>A row for every fact that was asked, in the order of asking.</summary>
    public static IReadOnlyList<FactRow> Of(ActivationCase activation) => Of(activation, activation.Facts);

    /// <summary>The same for facts that the case had at another moment.</summary>
    public static IReadOnlyList<FactRow> Of(ActivationCase activation, CaseFacts facts) =>
        [.. Rows(activation, facts).OfType<FactRow>()];

    private static IEnumerable<FactRow?> Rows(ActivationCase activation, CaseFacts facts)
    {
        var request = activation.Request;
        yield return Row(FactKind.Person, facts.Person, request.Name, ViewpointName(facts.Person.Value),
            facts.Account.Value?.CustomerName,
            finding => Person(finding, request, facts.Account.Value?.CustomerName));
        yield return Row(FactKind.Tenancy, facts.Tenancy, request.Address.ToString(), facts.Tenancy.Value?.Home?.ToString(), null,
            finding => Tenancy(finding, request.Address));
        yield return Row(FactKind.Protection, facts.Protection, null, Protection(facts.Protection.Value), null,
            finding =>
                (finding.Status is ProtectionStatus.None ? MarkKind.Ok : MarkKind.Difference, StepWords.Of(finding.Status)));
        yield return Row(FactKind.Administrator, facts.Administrator, request.Email?.ToString(),
            facts.Administrator.Value?.Name, null,
            finding => (finding.Status is AdministratorStatus.Verified ? MarkKind.Ok : MarkKind.Unknown,
                finding.Proof is { } proof ? StepWords.Of(proof) : StepWords.Of(finding.Status)));
        yield return Row(FactKind.Contacts, facts.Contacts, null,
            facts.Contacts.Value is { } contacts ? Both(contacts) : null, null,
            finding => (finding.Status is ContactsStatus.Ok ? MarkKind.Ok : MarkKind.Difference, StepWords.Of(finding.Status)));
        yield return Row(FactKind.Arrangement, facts.Arrangement, null, Arrangement(facts.Arrangement.Value), null,
            finding =>
                (finding.Status is ArrangementStatus.None ? MarkKind.Ok : MarkKind.Difference, StepWords.Of(finding.Status)));
        yield return Row(FactKind.Account, facts.Account, null, null, Portal(facts.Account.Value),
            finding => Account(finding, Proposal.Of(activation)));
        yield return Row(FactKind.Email, facts.Email, request.Email?.ToString(), facts.Email.Value?.Private?.ToString(),
            facts.Email.Value?.Portal?.ToString(), finding => Email(finding, request.Email));
        yield return Row(FactKind.Address, facts.Address, null, Lines(facts.Address.Value), null,
            finding =>
                (finding.Status is AddressStatus.Deliverable ? MarkKind.Ok : MarkKind.Difference, StepWords.Of(finding.Status)));
        yield return Row(FactKind.Preference, facts.Preference, null, null, null,
            finding =>
                (finding.IsPaper || facts.Contacts.Value is not null ? MarkKind.Ok : MarkKind.Difference, Preference(finding)));
    }

    /// <summary>How a tenant gets post, in words.</summary>
    public static string Preference(DeliveryPreference preference) =>
        preference.Email is { } email ? FactsText.PreferenceEmail.With(email) : FactsText.PreferencePaper;

    private static FactRow? Row<T>(
        FactKind kind, Fact<T> fact, string? request, string? viewpoint, string? umbrella,
        Func<T, (MarkKind Mark, string Word)> judge)
        where T : class
    {
        if (fact.Status is FactStatus.NotAsked)
            return null;

        var (mark, word) = fact.Value is { } value
            ? judge(value)
            : (MarkKind.Unknown, fact.Why is { } why ? $"{FactsText.Unknown}: {StepWords.Of(why)}" : FactsText.Unknown);
        var byHand = fact.Source is Source.Employee ? $"{word} ({StepWords.Of(Source.Employee)})" : word;
        return new FactRow(
            kind, StepWords.Of(kind), request ?? FactsText.None, viewpoint ?? FactsText.None,
            umbrella ?? FactsText.None, mark, byHand);
    }

    private static string? ViewpointName(PersonFinding? finding) => finding switch
    {
        { Party: { } party } => party.Name.OnEnvelope,
        { Candidates.Count: > 0 and var several } => several.ToString(CultureInfo.CurrentCulture),
        _ => null,
    };

    // Agreement is said of what was compared, and of nothing else.
    private static (MarkKind Mark, string Word) Person(PersonFinding finding, ActivationRequest request, string? customer) =>
        finding switch
        {
            { Match: PersonMatch.Found, Party: { Id.Length: > 0 } party } when !Fits(request.Name, party) =>
                (MarkKind.Unknown, FactsText.NameChosen),
            { Match: PersonMatch.Found, Party: { Id.Length: > 0 } party } when customer is not null && !Fits(customer, party) =>
                (MarkKind.Difference, FactsText.NameOtherInUmbrella),
            { Match: PersonMatch.Found } => (MarkKind.Ok, FactsText.Fits),
            { Doubt: not PersonDoubt.None } => (MarkKind.Difference, StepWords.Of(finding.Doubt)),
            _ => (MarkKind.Difference, StepWords.Of(finding.Match)),
        };

    private static bool Fits(string name, Party party) => NameMatching.Compare(name, party) is NameComparison.Fits;

    private static (MarkKind Mark, string Word) Tenancy(TenancyFinding finding, AddressKey requested)
    {
        var word = Tenancy(finding);
        return finding is { Status: TenancyStatus.Active, Home: { } home } && home.Key != requested
            ? (MarkKind.Difference, FactsText.TenancyElsewhere.With(word))
            : (finding.Status is TenancyStatus.Active ? MarkKind.Ok : MarkKind.Difference, word);
    }

    private static string Tenancy(TenancyFinding finding)
    {
        var word = StepWords.Of(finding.Status);
        return finding.Since is not { } since ? word
            : (finding.Status is TenancyStatus.Future ? FactsText.TenancyFrom : FactsText.TenancySince)
                .With(word, since.ToString("d MMMM yyyy", CultureInfo.CurrentCulture));
    }

    private static string? Protection(ProtectionFinding? finding) =>
        finding is null ? null
        : string.Join(", ", finding.Administrators.Where(one => one.IsRunning).Select(one => one.Name)) is { Length: > 0 } names
        ? names
        : StepWords.Of(finding.Status);

    private static string? Arrangement(ArrangementFinding? finding) => finding is null ? null : StepWords.Of(finding.Status);

    private static string Both(ContactsFinding finding) =>
        FactsText.ContactsBoth.With(
            finding.Private?.ToString() ?? FactsText.None, finding.Business?.ToString() ?? FactsText.None);

    private static string? Portal(AccountFinding? finding) =>
        finding is null ? null : finding.Account is { } account ? StepWords.Of(account.Status) : StepWords.Of(finding.Customer);

    private static (MarkKind Mark, string Word) Account(
        AccountFinding finding, Proposal? proposal) => finding.Account?.Status switch
        {
            null => (MarkKind.Difference, StepWords.Of(finding.Customer)),
            _ when proposal?.DeletesAccount is true => (MarkKind.Waiting, FactsText.WillBeReplaced),
            _ when proposal?.Effects.Contains(EffectKind.ActivateAccount) is true =>
                (MarkKind.Waiting, FactsText.WillBeActivated),
            AccountStatus.Blocked => (MarkKind.Difference, StepWords.Of(AccountStatus.Blocked)),
            var status => (MarkKind.Ok, StepWords.Of(status.Value)),
        };

    private static (MarkKind Mark, string Word) Email(EmailFinding finding, EmailAddress? requested)
    {
        var isMatch = finding.Comparison is EmailComparison.Match;
        var words = new[]
        {
            StepWords.Of(finding.Comparison),
            finding.IsBusiness && !isMatch ? FactsText.EmailIsBusiness : null,
            !isMatch && EmailDomainHint.For(requested) is { } meant ? FactsText.EmailDomainHint.With(meant) : null,
        };
        return (isMatch ? MarkKind.Ok : MarkKind.Difference, string.Join(". ", words.OfType<string>()));
    }

    private static string? Lines(AddressFinding? finding) =>
        finding is { Lines.Count: > 0 } ? string.Join(", ", finding.Lines.Skip(1)) : null;
}
