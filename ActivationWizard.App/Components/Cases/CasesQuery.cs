using System.Globalization;
using ActivationWizard.App.Components.Leaves;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Resources;
using ActivationWizard.Domain;
using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.WebUtilities;

namespace ActivationWizard.App.Components.Cases;

/// <summary>
/// What the address of the list says: words, outcome, period and page, as text and as what it means. What means nothing has a sentence and counts for
/// nothing, so that there is always a list.
/// </summary>
public sealed record CasesQuery
{
    public const string SearchName = "zoek";
    public const string OutcomeName = "uitkomst";
    public const string FromName = "vanaf";
    public const string UntilName = "tot";
    public const string PageName = "na";

    /// <summary>The id of the list on the page, for an error that is about no field.</summary>
    public const string ListId = "lijst";

    private const int LongestSearch = 200;
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The outcomes as they stand in the address.</summary>
    public static IReadOnlyDictionary<string, ActivationState> Outcomes { get; } = new Dictionary<string, ActivationState>
    {
        ["e-mail"] = ActivationState.SentByEmail,
        ["brief"] = ActivationState.SentByLetter,
        ["geen-code"] = ActivationState.Refused,
        ["gesloten"] = ActivationState.Withdrawn,
    };

    /// <summary>Words to look for, as typed.</summary>
    public string? Search { get; init; }

    /// <summary>One of <see cref="Outcomes"/>; null for all.</summary>
    public string? Outcome { get; init; }

    /// <summary>First day, as <c>2026-11-23</c>; null when open.</summary>
    public string? From { get; init; }

    /// <summary>Last day, included; null when open.</summary>
    public string? Until { get; init; }

    /// <summary>Where the page begins; null for the first.</summary>
    public string? Page { get; init; }

    /// <summary>True when something is asked besides the whole list.</summary>
    public bool IsFiltered => (Search ?? Outcome ?? From ?? Until) is not null;

    /// <summary>What is wrong with it, at the fields; empty when nothing is.</summary>
    public IReadOnlyList<FieldError> Errors
    {
        get
        {
            var errors = new List<FieldError>();
            Add(Search?.Length > LongestSearch, SearchName, CasesText.BadSearch);
            Add(Outcome is not null && !Outcomes.ContainsKey(Outcome), OutcomeName, CasesText.BadOutcome);
            Add(From is not null && Day(From) is null, FromName, CasesText.BadFrom);
            Add(Until is not null && Day(Until) is null, UntilName, CasesText.BadUntil);
            Add(Day(From) > Day(Until), FromName, CasesText.BadPeriod);
            Add(Page is not null && Cursor is null, ListId, CasesText.BadPage);
            return errors;

            void Add(bool isWrong, string at, string message)
            {
                if (isWrong)
                    errors.Add(new FieldError(at, message));
            }
        }
    }

    /// <summary>What the list is filtered by.</summary>
    public FinishedFilter Filter => new(
        Search?.Length > LongestSearch ? null : Search,
        Outcome is not null && Outcomes.TryGetValue(Outcome, out var outcome) ? outcome : null,
        Start(Day(From)),
        Start(Day(Until)?.AddDays(1)));

    /// <summary>Where the page begins; null for the first, and for what is no page.</summary>
    public FinishedCursor? Cursor => CaseNumber.TryParse(Page, out var number) ? new FinishedCursor(number) : null;

    /// <summary>As an address says it; blank is nothing.</summary>
    public static CasesQuery Read(string? search, string? outcome, string? from, string? until, string? page) => new()
    {
        Search = Text(search),
        Outcome = Text(outcome),
        From = Text(from),
        Until = Text(until),
        Page = Text(page),
    };

    /// <summary>The address of this list.</summary>
    public string Address => QueryHelpers.AddQueryString(Urls.Cases, new Dictionary<string, string?>
    {
        [SearchName] = Search,
        [OutcomeName] = Outcome,
        [FromName] = From,
        [UntilName] = Until,
        [PageName] = Page,
    }.Where(pair => pair.Value is not null));

    /// <summary>The same list from there on.</summary>
    public CasesQuery After(FinishedCursor cursor) => this with { Page = cursor.Number.ToString() };

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;

    private static DateTimeOffset? Start(DateOnly? day)
    {
        if (day?.ToDateTime(TimeOnly.MinValue) is not { } midnight)
            return null;
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
