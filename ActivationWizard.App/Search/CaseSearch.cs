using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SearchWords;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Search;

/// <summary>What a search found, the latest first.</summary>
/// <param name="Cases">At most <see cref="CaseSearch.MostRows"/>.</param>
/// <param name="IsCut">There is more than is shown.</param>
public sealed record FoundCases(IReadOnlyList<CaseSummary> Cases, bool IsCut);

/// <summary>Finds open cases, and the finished ones that this person may see, by number, name and address.</summary>
public sealed class CaseSearch(
    CurrentActor current, CaseQueries open, FinishedCases finished, CaseAccesses accesses, Limits limits)
{
    /// <summary>The field that is searched by.</summary>
    public const string FieldName = "q";

    /// <summary>How many cases are shown.</summary>
    public const int MostRows = 25;

    /// <summary>The fewest letters and digits to search by.</summary>
    public const int ShortestText = 3;

    /// <summary>The most characters to search by.</summary>
    public const int LongestText = 200;

    /// <summary>What the page is asked by.</summary>
    public static FieldNames Fields { get; } = new([FieldName], [FieldName]);

    /// <summary>True when there is enough to search by.</summary>
    public static bool IsEnough(string? text) => text?.Count(char.IsLetterOrDigit) >= ShortestText;

    /// <summary>True when not every word would be looked at.</summary>
    public static bool HasTooManyWords(string? text) => SearchText.CountOf(text) > SearchText.MostWords;

    /// <summary>Why a text cannot be searched by, in a sentence; null when it can.</summary>
    public static string? WrongWith(string? text) =>
        text?.Length > LongestText ? IntakeText.SearchTooLong.With(text.Length, LongestText)
        : HasTooManyWords(text) ? IntakeText.SearchTooManyWords.With(SearchText.MostWords)
        : IsEnough(text) ? null
        : IntakeText.SearchTooShort;

    /// <summary>
    /// The cases in which every word begins a word of number, name or address; null when this person searches too often. That
    /// somebody searched is written down first.
    /// </summary>
    public async Task<FoundCases?> FindAsync(string text, CancellationToken cancellation)
    {
        var actor = await current.GetAsync();
        if (await limits.TakeAsync(Limit.Search, await current.AskerAsync(), cancellation) is null)
            return null;
        // However it is glued, an address is a postcode and a house number.
        var written = TenantClue.Of(text) is [TenantClue.At { Address: var address }]
            ? $"{address.Postcode} {address.HouseNumber}"
            : text;
        var words = SearchText.WordsOf(written);
        var page = await finished.PageAsync(actor, written, null, MostRows, cancellation);
        var found = (await open.WorkListAsync(actor, WorkListFilter.All, cancellation))
            .Where(one => SearchText.Finds(words, one.Name, one.Address, one.Number.ToString()))
            .OrderByDescending(one => one.ReceivedAt)
            .Concat(page.Cases)
            .ToList();
        await accesses.RecordSearchAsync(AccessKind.Search, text, found.Count, actor, cancellation);
        return new FoundCases([.. found.Take(MostRows)], found.Count > MostRows || page.Next is not null);
    }
}
