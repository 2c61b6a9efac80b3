using System.Globalization;
using ActivationWizard.App.Controls;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.WebUtilities;

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

    private static readonly string[] Names = [PersonName, NumberName, TenantName, FromName, UntilName, PageName];

    private readonly IReadOnlyDictionary<string, string> _given;

    private AccessLogQuery(IReadOnlyDictionary<string, string> given) => _given = given;

    /// <summary>What stands under this name; null for nothing.</summary>
    public string? this[string name] => _given.GetValueOrDefault(name);

    /// <summary>True when not everything is asked.</summary>
    public bool IsFiltered => _given.Keys.Any(name => name is not PageName);

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

    /// <summary>As an address says it, by name; blank is nothing.</summary>
    public static AccessLogQuery Read(Func<string, string?> valueOf) => new(
        Names.Select(name => (name, Value: valueOf(name)?.Trim()))
            .Where(one => one.Value is { Length: > 0 })
            .ToDictionary(one => one.name, one => one.Value!));

    /// <summary>The same, out of a whole address.</summary>
    public static AccessLogQuery Of(string address)
    {
        var given = QueryHelpers.ParseQuery(new Uri(new Uri("http://localhost"), address).Query);
        return Read(name => given.TryGetValue(name, out var values) ? values[0] : null);
    }

    /// <summary>Another page of it.</summary>
    public AccessLogQuery At(int page) =>
        Read(name => name is PageName ? page.ToString(CultureInfo.InvariantCulture) : this[name]);

    /// <summary>The same at another address, such as that of a file of it.</summary>
    public string AddressAt(string path) =>
        QueryHelpers.AddQueryString(path, Names.Where(_given.ContainsKey).Select(name => KeyValuePair.Create(name, this[name])));

    private static bool IsTenant(string? text) =>
        text?.Length <= LongestTenant && SearchText.CountOf(text) is > 0 and <= SearchText.MostWords;

    private static int? PageOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page)
        && page is > 0 and <= AccessRecords.LastPage ? page : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is > 1900 and < 9000 ? day : null;
}
