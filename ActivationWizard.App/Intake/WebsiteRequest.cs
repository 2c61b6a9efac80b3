using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Intake;

/// <summary>
/// A request as the website sends it: the fields of the contract and no other. Null is a field that was left out.
/// </summary>
public sealed partial record WebsiteRequest
{
    public const string DayForm = @"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z";

    public const string MomentForm =
        @"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+\-][0-9]{2}:[0-9]{2})\z";

    /// <summary>The words of <see cref="Soort"/>; letter case matters.</summary>
    public static IReadOnlyDictionary<string, CodeKind> Kinds => new Dictionary<string, CodeKind>(StringComparer.Ordinal)
    {
        ["eerste"] = CodeKind.First,
        ["nieuw"] = CodeKind.New,
    };

    /// <summary>The words of <see cref="Aanvrager"/>; letter case matters.</summary>
    public static IReadOnlyDictionary<string, Requester> Requesters => new Dictionary<string, Requester>(StringComparer.Ordinal)
    {
        ["huurder"] = Requester.Tenant,
        ["bewindvoerder"] = Requester.CourtAdministrator,
        ["anders"] = Requester.SomebodyElse,
    };

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 2,
    };

    [Description("A first code (`eerste`), or a new one for somebody who had an account before (`nieuw`).")]
    public string? Soort { get; init; }

    [Description("Who asks: the tenant (`huurder`), the court administrator (`bewindvoerder`) or somebody else (`anders`).")]
    public string? Aanvrager { get; init; }

    [Description(
        "Own name of whoever asks for the tenant; a reply is addressed to it. Does not count when the tenant asks. Holds a "
        + "letter; no control or invisible characters.")]
    public string? NaamAanvrager { get; init; }

    [Description("Name of the tenant, also when somebody else asks. Holds a letter; no control or invisible characters.")]
    public string? Naam { get; init; }

    [Description("Postcode of the tenant's address in the Netherlands.")]
    public string? Postcode { get; init; }

    [Description(
        "House number of the tenant's address, always text: the number alone, or with letter and addition as people write "
        + "them. `12A` is number 12 with letter A, `12-A` number 12 with addition A.")]
    public string? Huisnummer { get; init; }

    [Description("House letter, for a form that asks for it apart. Then `huisnummer` is the number alone.")]
    public string? Huisletter { get; init; }

    [Description("Addition to the house number, for a form that asks for it apart. Then `huisnummer` has none.")]
    public string? Toevoeging { get; init; }

    [Description(
        "E-mail address of whoever asks; leave it out when there is none. No white space, no `<`, `>` or `\"`, no invisible "
        + "characters; at most 64 characters before the `@`; a domain with a dot, which may be international.")]
    public string? Emailadres { get; init; }

    [Description("Date of birth of the tenant. Narrows the search for somebody whose name is common.")]
    public string? Geboortedatum { get; init; }

    [Description("Relation number of the tenant, when known.")]
    public string? Relatienummer { get; init; }

    [Description(
        "When the form was sent, with the offset from UTC. Leave it out when the request is sent at once: it is then the moment "
        + "of arrival. Send it when requests are kept and sent later.")]
    public string? OntvangenOp { get; init; }

    [Description("What the person who asks wants to add. Line breaks and tabs are kept; no other control characters.")]
    public string? Opmerking { get; init; }

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
        IntakeField.RequesterName => "naamAanvrager",
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
        Requester = Aanvrager is not null && Requesters.TryGetValue(Aanvrager, out var requester) ? requester : null,
        Kind = Soort is not null && Kinds.TryGetValue(Soort, out var kind) ? kind : null,
        Channel = Channel.Website,
        RequesterName = NaamAanvrager,
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

    [GeneratedRegex(DayForm)]
    private static partial Regex IsoDay();

    [GeneratedRegex(MomentForm)]
    private static partial Regex IsoMoment();
}
