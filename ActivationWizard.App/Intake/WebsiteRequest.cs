using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ActivationWizard.Domain.Facts;

namespace ActivationWizard.App.Intake;

/// <summary>A request as the website sends it: the fields of the contract and no other.</summary>
public sealed partial record WebsiteRequest(
    string? Soort,
    string? Aanvrager,
    string? Naam,
    string? Postcode,
    string? Huisnummer,
    string? Huisletter,
    string? Toevoeging,
    string? Emailadres,
    string? Geboortedatum,
    string? Relatienummer,
    string? OntvangenOp,
    string? Opmerking)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 2,
    };

    /// <summary>Null for anything but one object with these fields, each of them text.</summary>
    public static WebsiteRequest? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<WebsiteRequest>(json, Strict);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half of a character, written as an escape.
            return null;
        }
    }

    /// <summary>The website's name of a field.</summary>
    public static string NameOf(IntakeField field) => field switch
    {
        IntakeField.Requester => "aanvrager",
        IntakeField.Kind => "soort",
        IntakeField.Channel => "kanaal",
        IntakeField.Name => "naam",
        IntakeField.Postcode => "postcode",
        IntakeField.HouseNumber => "huisnummer",
        IntakeField.Letter => "huisletter",
        IntakeField.Addition => "toevoeging",
        IntakeField.Email => "emailadres",
        IntakeField.BirthDate => "geboortedatum",
        IntakeField.PartyCode => "relatienummer",
        IntakeField.Remark => "opmerking",
        IntakeField.ReceivedAt => "ontvangenOp",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, null),
    };

    /// <summary>
    /// The same in the fields that every way in has; what is not one of the contract's words is left out, and so is missed.
    /// </summary>
    public IntakeFields ToFields() => new()
    {
        Requester = Aanvrager switch
        {
            "huurder" => Requester.Tenant,
            "bewindvoerder" => Requester.CourtAdministrator,
            "anders" => Requester.SomebodyElse,
            _ => null,
        },
        Kind = Soort switch
        {
            "eerste" => CodeKind.First,
            "nieuw" => CodeKind.New,
            _ => null,
        },
        Channel = Channel.Website,
        Name = Naam,
        Postcode = Postcode,
        HouseNumber = Huisnummer,
        Letter = Huisletter,
        Addition = Toevoeging,
        Email = Emailadres,
        // Other ways of writing a day, which people may use in the form, could mean another day here.
        BirthDate = string.IsNullOrEmpty(Geboortedatum) || IsoDay().IsMatch(Geboortedatum) ? Geboortedatum : "?",
        PartyCode = Relatienummer,
        Remark = Opmerking,
        ReceivedAt = OntvangenOp is null ? null : Moment(OntvangenOp),
    };

    // A moment that cannot be read is none that can be: it is refused as one.
    private static DateTimeOffset Moment(string text) =>
        IsoMoment().IsMatch(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : DateTimeOffset.MinValue;

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z")]
    private static partial Regex IsoDay();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex IsoMoment();
}
