using System.Globalization;
using ActivationWizard.App.Controls;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SearchWords;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.AccessLog;

/// <summary>
/// What the address of the page says: whose accesses, to what, when. What means nothing has a sentence and counts for nothing.
/// </summary>
public sealed class AccessLogQuery
{
    public const string PersonName = "medewerker";
    public const string NumberName = "zaak";
    public const string TenantName = "huurder";
    public const string FromName = "vanaf";
    public const string UntilName = "tot";
    public const string PageName = "bladzijde";

    private const int LongestTenant = 200;

    private readonly AskedFields _asked;

    private AccessLogQuery(AskedFields asked) => _asked = asked;

    /// <summary>What the page is asked by; anything can be typed where a case's number is asked.</summary>
    public static FieldNames Fields { get; } =
        new([PersonName, NumberName, TenantName, FromName, UntilName, PageName], [NumberName, TenantName]);

    /// <summary>What stands under this name; null for nothing.</summary>
    public string? this[string name] => _asked[name];

    /// <summary>True when its words do not open for the reader.</summary>
    public bool IsUnreadable => _asked.IsUnreadable;

    /// <summary>True when not everything is asked.</summary>
    public bool IsFiltered => _asked.Names.Any(name => name is not PageName);

    /// <summary>From 1 on.</summary>
    public int Page => PageOf(this[PageName]) ?? 1;

    /// <summary>The address of this page of it.</summary>
    public string Address => AddressAt(Urls.AccessLog);

    /// <summary>What is asked.</summary>
    public AccessFilter Filter => new(
        this[PersonName],
        CaseNumber.TryParse(this[NumberName], out var number) ? number : null,
        IsTenant(this[TenantName]) ? this[TenantName] : null,
        Day(this[FromName]) is { } from ? DutchCalendar.StartOf(from) : null,
        Day(this[UntilName]) is { } until ? DutchCalendar.StartOf(until.AddDays(1)) : null);

    /// <summary>What is wrong with it, at the fields; empty when nothing is.</summary>
    public IReadOnlyList<FieldError> Errors
    {
        get
        {
            var errors = new List<FieldError>();
            Add(IsUnreadable, NumberName, IntakeText.SearchAgain);
            Add(this[NumberName] is { } number && !CaseNumber.TryParse(number, out _), NumberName, AccessLogText.BadNumber);
            Add(this[TenantName] is { } tenant && !IsTenant(tenant), TenantName, AccessLogText.BadTenant);
            Add(this[FromName] is { } from && Day(from) is null, FromName, AccessLogText.BadFrom);
            Add(this[UntilName] is { } until && Day(until) is null, UntilName, AccessLogText.BadUntil);
            Add(Day(this[FromName]) > Day(this[UntilName]), FromName, AccessLogText.BadPeriod);
            return errors;

            void Add(bool isWrong, string at, string message)
            {
                if (isWrong)
                    errors.Add(new FieldError(at, message));
            }
        }
    }

    /// <summary>As a form says it, by name; blank is nothing.</summary>
    public static AccessLogQuery Read(Func<string, string?> valueOf) => new(AskedFields.Read(Fields, valueOf));

    /// <summary>As an address says it, for its reader.</summary>
    public static AccessLogQuery Of(string address, SealedWords words, Actor reader) =>
        new(AskedFields.Of(Fields, address, words, reader));

    /// <summary>Another page of it.</summary>
    public AccessLogQuery At(int page) => new(_asked.With(PageName, page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The same at another address, such as that of a file of it.</summary>
    public string AddressAt(string path) => _asked.AddressAt(path);

    private static bool IsTenant(string? text) =>
        text?.Length <= LongestTenant && SearchText.CountOf(text) is > 0 and <= SearchText.MostWords;

    private static int? PageOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
        && page is > 0 and <= AccessRecords.LastPage ? page : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 9000 ? day : null;
}
