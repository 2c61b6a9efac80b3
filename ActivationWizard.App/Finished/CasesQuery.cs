using System.Globalization;
using ActivationWizard.App.Controls;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SearchWords;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Finished;

/// <summary>
/// What the address of the list says: words, filters, order and page, as text and as what it means. What means nothing has a
/// sentence and counts for nothing, so that there is always a list.
/// </summary>
public sealed record CasesQuery
{
    public const string ViewName = "weergave";
    public const string SearchName = "zoek";
    public const string EndingName = "uitkomst";
    public const string FromName = "vanaf";
    public const string UntilName = "tot";
    public const string ScenarioName = "soort";
    public const string GroundName = "reden";
    public const string HandlerName = "medewerker";
    public const string SpecialName = "bijzonder";
    public const string MinutesName = "duur";
    public const string SortName = "volgorde";
    public const string PageName = "na";

    /// <summary>The view of all cases; nothing at all in the address is a team lead's view of today.</summary>
    public const string AllCases = "alles";

    /// <summary>The id of the list on the page, for an error that is about no field.</summary>
    public const string ListId = "lijst";

    private const int LongestSearch = 200;
    private const int MostMinutes = 100_000;

    private static readonly string[] FilterNames =
        [SearchName, EndingName, FromName, UntilName, ScenarioName, GroundName, HandlerName, SpecialName, MinutesName];

    private readonly AskedFields _asked;

    private CasesQuery(AskedFields asked) => _asked = asked;

    /// <summary>What the list is asked by.</summary>
    public static FieldNames Fields { get; } = new([ViewName, .. FilterNames, SortName, PageName], [SearchName]);

    /// <summary>The endings as they stand in the address.</summary>
    public static IReadOnlyDictionary<string, ActivationState> Endings { get; } = new Dictionary<string, ActivationState>
    {
        ["e-mail"] = ActivationState.SentByEmail,
        ["brief"] = ActivationState.SentByLetter,
        ["geen-code"] = ActivationState.Refused,
        ["gesloten"] = ActivationState.Withdrawn,
        ["proef"] = ActivationState.TriedOut,
    };

    /// <summary>What stands under this name; null for nothing.</summary>
    public string? this[string name] => _asked[name];

    /// <summary>True when its words do not open for the reader.</summary>
    public bool IsUnreadable => _asked.IsUnreadable;

    /// <summary>True when something is asked besides the whole list.</summary>
    public bool IsFiltered => FilterNames.Any(name => this[name] is not null);

    /// <summary>True when the address asks for nothing, not even for everything.</summary>
    public bool IsBare => !IsFiltered && this[ViewName] is null;

    /// <summary>The same with something else under this name; null takes it out.</summary>
    public CasesQuery With(string name, string? value) => new(_asked.With(name, value));

    /// <summary>The same with its words sealed, without which they are not in its address.</summary>
    public CasesQuery Sealed(SealedWords words, Actor reader) => new(_asked.Sealed(words, reader));

    /// <summary>What can be kept: filters and order, without the words and the page.</summary>
    public CasesQuery ToKeep => With(SearchName, null).With(PageName, null);

    /// <summary>What is wrong with it, at the fields; empty when nothing is.</summary>
    public IReadOnlyList<FieldError> Errors
    {
        get
        {
            var errors = new List<FieldError>();
            Add(IsUnreadable, SearchName, IntakeText.SearchAgain);
            Add(IsUnknown(SearchName, IsShortEnough), SearchName, CasesText.BadSearch);
            Add(IsUnknown(EndingName, Endings.ContainsKey), EndingName, CasesText.BadEnding);
            Add(IsUnknown(FromName, text => Day(text) is not null), FromName, CasesText.BadFrom);
            Add(IsUnknown(UntilName, text => Day(text) is not null), UntilName, CasesText.BadUntil);
            Add(Day(this[FromName]) > Day(this[UntilName]), FromName, CasesText.BadPeriod);
            Add(IsUnknown(ScenarioName, text => Known<Scenario>(text) is not null), ScenarioName, ViewsText.BadFilter);
            Add(IsUnknown(GroundName, text => Known<RefusalGround>(text) is not null), GroundName, ViewsText.BadFilter);
            Add(IsUnknown(SpecialName, CasesSpecial.IsKnown), SpecialName, ViewsText.BadFilter);
            Add(IsUnknown(SortName, CasesSpecial.Sorts.ContainsKey), SortName, ViewsText.BadFilter);
            Add(IsUnknown(MinutesName, text => Minutes(text) is not null), MinutesName, ViewsText.BadMinutes);
            Add(this[PageName] is not null && Cursor is null, ListId, CasesText.BadPage);
            return errors;

            void Add(bool isWrong, string at, string message)
            {
                if (isWrong)
                    errors.Add(new FieldError(at, message));
            }
        }
    }

    private static bool IsShortEnough(string search) =>
        search.Length <= LongestSearch && SearchText.CountOf(search) <= SearchText.MostWords;

    /// <summary>What the list is filtered by.</summary>
    public FinishedFilter Filter => new(
        this[SearchName],
        this[EndingName] is { } text && Endings.TryGetValue(text, out var ending) ? ending : null,
        Day(this[FromName]) is { } from ? DutchCalendar.StartOf(from) : null,
        Day(this[UntilName]) is { } until ? DutchCalendar.StartOf(until.AddDays(1)) : null)
    {
        Scenario = Known<Scenario>(this[ScenarioName]),
        Ground = Known<RefusalGround>(this[GroundName]),
        Handler = this[HandlerName],
        Signs = CasesSpecial.Signs.GetValueOrDefault(this[SpecialName] ?? "", CaseSigns.None),
        IsSpecial = this[SpecialName] is CasesSpecial.Any,
        HasComment = this[SpecialName] is CasesSpecial.Comment,
        AtLeast = Minutes(this[MinutesName]) is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
        Sort = CasesSpecial.Sorts.GetValueOrDefault(this[SortName] ?? ""),
    };

    /// <summary>Where the page begins; null for the first, and for what is no page.</summary>
    public FinishedCursor? Cursor => CaseNumber.TryParse(this[PageName], out var number) ? new FinishedCursor(number) : null;

    /// <summary>The address of this list.</summary>
    public string Address => AddressAt(Urls.Cases);

    /// <summary>As a form says it, by name; blank is nothing.</summary>
    public static CasesQuery Read(Func<string, string?> valueOf) => new(AskedFields.Read(Fields, valueOf));

    /// <summary>As an address says it that has no words: those of views and charts.</summary>
    public static CasesQuery Of(string address) => new(AskedFields.WithoutWords(Fields, address));

    /// <summary>As any address says it, for its reader.</summary>
    public static CasesQuery Of(string address, SealedWords words, Actor reader) =>
        new(AskedFields.Of(Fields, address, words, reader));

    /// <summary>The same list at another address, such as that of a file of it.</summary>
    public string AddressAt(string path) => _asked.AddressAt(path);

    /// <summary>The same list from there on.</summary>
    public CasesQuery After(FinishedCursor cursor) => With(PageName, cursor.Number.ToString());

    /// <summary>The list of a period and one thing more: where a chart leads to.</summary>
    public static string AddressOf(
        DateOnly from, DateOnly until, string? name = null, string? value = null) => Read(one => one switch
    {
        FromName => Text(from),
        UntilName => Text(until),
        _ => one == name ? value : null,
    }).Address;

    private bool IsUnknown(string name, Func<string, bool> isKnown) => this[name] is { } text && !isKnown(text);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static T? Known<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && value.ToString() == text ? value : null;

    private static int? Minutes(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
        && minutes <= MostMinutes ? minutes : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 9000 ? day : null;
}
