using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Search;

/// <summary>
/// What may have been meant where nobody was found: only what Viewpoint answers to, so that a suggestion always finds somebody,
/// and no words of cases are read for it.
/// </summary>
internal sealed class TenantSuggestions(IViewpoint viewpoint, ITenantLookup lookup)
{
    /// <summary>The most suggestions that are shown.</summary>
    public const int Most = 4;

    /// <summary>Texts to search for; none where Viewpoint is silent: whoever sees that it found nobody has been told.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(IReadOnlyList<TenantClue> clues, CancellationToken cancellation)
    {
        foreach (var clue in clues)
        {
            var found = await OfAsync(clue, cancellation);
            if (found is Reply<IReadOnlyList<string>>.Answered { Value: { Count: > 0 } texts })
                return [.. texts.Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
        }

        return [];
    }

    private async Task<Reply<IReadOnlyList<string>>> OfAsync(TenantClue clue, CancellationToken cancellation)
    {
        switch (clue)
        {
            case TenantClue.At { Address: var address }:
                return (await viewpoint.FindUnitsAtNumberAsync(address, cancellation)).Select(IReadOnlyList<string> (units) =>
                    [.. units.Select(unit => unit.Key).OfType<AddressKey>().Select(key => key.ToString())]);
            case TenantClue.Mailed { Email: var email } when Meant(email) is { } meant:
                return (await lookup.FindByEmailAsync(meant, cancellation))
                    .Select(IReadOnlyList<string> (parties) => parties.Count > 0 ? [meant.ToString()] : []);
            case TenantClue.InStreet { Street: var street, Number: var number }:
                return await AllAsync(NameSpellings.Of(street), async one =>
                    (await lookup.FindUnitsInStreetAsync(one, number, cancellation))
                    .Select(IReadOnlyList<string> (units) => [.. units.Select(unit => unit.Postal).OfType<DutchAddress>()
                        .Select(postal => $"{postal.Street} {postal.Key.HouseNumber}")]));
            case TenantClue.Named { Name: var name }:
                return await AllAsync(Surnames(name), async one =>
                    (await viewpoint.FindPartiesAsync(one, cancellation))
                    .Select(IReadOnlyList<string> (parties) => [.. parties.Select(Called)]));
            default:
                return new Reply<IReadOnlyList<string>>.Answered([]);
        }
    }

    private static async Task<Reply<IReadOnlyList<string>>> AllAsync(
        IEnumerable<string> texts, Func<string, Task<Reply<IReadOnlyList<string>>>> ask) =>
        (await Replies.AllAsync(texts, ask)).Select(IReadOnlyList<string> (lists) => [.. lists.SelectMany(list => list)]);

    // The last word is the one that is looked up; initials and given names before it say nothing of its spelling.
    private static IReadOnlyList<string> Surnames(string name) => NameMatching.SurnamesToTry(name) is [var last, ..]
        ? NameSpellings.Of(last)
        : [];

    private static string Called(Party party) =>
        string.Join(' ', new[] { party.Name.Prefix, party.Name.Surname }.Where(part => !string.IsNullOrWhiteSpace(part)));

    private static EmailAddress? Meant(EmailAddress email) =>
        EmailDomainHint.For(email) is { } domain
        && EmailAddress.TryParse($"{email.ToString().Split('@')[0]}@{domain}", out var meant)
            ? meant
            : null;
}
