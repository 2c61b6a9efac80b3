using System.Text.Json.Serialization;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>A message that can be pointed at: every one has an id, a string of digits.</summary>
internal interface IVeraMessage
{
    string? Id { get; }
}

/// <summary>Referentiedata.</summary>
internal sealed record VeraCode(string? Code = null);

/// <summary>One of the standard's <c>-sleutels</c>: enough to point at another message.</summary>
internal sealed record VeraKey(string? Id = null, VeraCode? Soort = null);

/// <summary>Eenheidadres; what else VERA puts in an address is not read.</summary>
internal sealed record VeraAddress(
    string? Straatnaam = null,
    string? Huisnummer = null,
    string? Huisletter = null,
    string? HuisnummerToevoeging = null,
    string? Postcode = null,
    VeraTown? Woonplaats = null)
{
    /// <summary>Null for an address that is not a valid one in the Netherlands.</summary>
    [JsonIgnore]
    public AddressKey? Key =>
        Domain.Values.Postcode.TryParse(Postcode, out var code)
        && HouseNumber.TryCreate(Huisnummer, Huisletter, HuisnummerToevoeging, out var number)
            ? new AddressKey(code, number)
            : null;

    /// <summary>Null when a letter cannot be addressed with it.</summary>
    [JsonIgnore]
    public DutchAddress? Postal =>
        DutchAddress.TryCreate(Straatnaam, Postcode, Huisnummer, Huisletter, HuisnummerToevoeging, Woonplaats?.Naam);
}

/// <summary>Woonplaats.</summary>
internal sealed record VeraTown(string? Naam = null);
