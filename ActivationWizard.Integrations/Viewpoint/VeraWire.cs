using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>A message of a list. Its id tells it from the others, where it can be read.</summary>
internal interface IVeraMessage
{
    Field<string> Id { get; }
}

/// <summary>Referentiedata.</summary>
internal sealed record VeraCode(string? Code = null);

/// <summary>One of the standard's <c>-sleutels</c>, as it is sent: enough to point at another message.</summary>
internal sealed record VeraKey(string? Id = null, VeraCode? Soort = null);

/// <summary>The same as it is read, where only the id says anything.</summary>
internal sealed record VeraPointer(Field<string> Id = default)
{
    /// <summary>Whether a list of pointers has one to <paramref name="id"/>; one that cannot be read may be it.</summary>
    public static bool MayPointTo(Items<VeraPointer> pointers, string id) => pointers.Any(one => one is null || one.MayBe(id));

    /// <summary>
    /// Whether one of the pointers is to one of these ids. A list that is not there says nothing, nor does one with a pointer
    /// that cannot be read.
    /// </summary>
    public static ReferenceMatch Match(Items<VeraPointer> pointers, params string[] ids) =>
        pointers.Any(one => ids.Contains(one?.Id.Value)) ? ReferenceMatch.Ours
        : !pointers.Any() || pointers.Any(one => one?.Id.Value is null) ? ReferenceMatch.CannotCompare
        : ReferenceMatch.OfAnother;

    /// <summary>True for this id, and for one that cannot be read.</summary>
    public bool MayBe(string id) => Id.IsUnreadable || Id.Value == id;
}

/// <summary>From when until when; both absent for always.</summary>
internal static class VeraPeriod
{
    public static Period Of(Field<DateOnly?> from, Field<DateOnly?> until) =>
        new(from.Value, until.Value) { IsUnreadable = from.IsUnreadable || until.IsUnreadable };
}

/// <summary>
/// Adres, of a unit or of a party. Where it is: postcode, huisnummer, huisletter, huisnummerToevoeging, and soort, because one
/// abroad is nowhere in the Netherlands. What a letter needs besides: straatnaam and woonplaats. The rest is ignored.
/// </summary>
internal sealed record VeraAddress(
    Field<VeraCode> Soort = default,
    Field<string> Straatnaam = default,
    Field<string> Huisnummer = default,
    Field<string> Huisletter = default,
    Field<string> HuisnummerToevoeging = default,
    Field<string> Postcode = default,
    Field<VeraTown> Woonplaats = default)
{
    private const string Abroad = "BUI";

    /// <summary>Where it is cannot be told.</summary>
    public bool IsKeyUnreadable => !IsAbroad
        && (Postcode.IsUnreadable || Huisnummer.IsUnreadable || Huisletter.IsUnreadable || HuisnummerToevoeging.IsUnreadable);

    /// <summary>Whether a letter can be addressed with it cannot be told.</summary>
    public bool IsPostalUnreadable => IsKeyUnreadable
        || (!IsAbroad && (Straatnaam.IsUnreadable || Woonplaats.IsUnreadable || Woonplaats.Value?.Naam.IsUnreadable is true));

    /// <summary>Null for an address that is not a valid one in the Netherlands, or cannot be read.</summary>
    public AddressKey? Key =>
        !IsAbroad && !IsKeyUnreadable && Domain.Values.Postcode.TryParse(Postcode.Value, out var code)
        && HouseNumber.TryCreate(Huisnummer.Value, Huisletter.Value, HuisnummerToevoeging.Value, out var number)
            ? new AddressKey(code, number)
            : null;

    /// <summary>Null when a letter cannot be addressed with it, or it cannot be read.</summary>
    public DutchAddress? Postal => IsAbroad || IsPostalUnreadable ? null : DutchAddress.TryCreate(
        Straatnaam.Value,
        Postcode.Value,
        Huisnummer.Value,
        Huisletter.Value,
        HuisnummerToevoeging.Value,
        Woonplaats.Value?.Naam.Value);

    private bool IsAbroad => Soort.Value?.Code is Abroad;
}

/// <summary>Woonplaats.</summary>
internal sealed record VeraTown(Field<string> Naam = default);
