namespace ActivationWizard.Domain.Values;

/// <summary>Enough to point at one address: what a request carries and what units are looked up by.</summary>
public sealed record AddressKey(Postcode Postcode, HouseNumber HouseNumber)
{
    /// <summary>True for an address of the same postcode and number, whatever letter and addition stand behind it.</summary>
    public bool IsAtNumberOf(AddressKey other) => Postcode == other.Postcode && HouseNumber.Number == other.HouseNumber.Number;

    /// <inheritdoc />
    public override string ToString() => $"{Postcode.Spaced} {HouseNumber}";
}

/// <summary>
/// An address a letter can be sent to, written by NEN 5825. One that misses its street, number, town or a valid postcode
/// cannot be made: see <see cref="TryCreate"/>.
/// </summary>
public sealed record DutchAddress(string Street, AddressKey Key, string Town)
{
    /// <summary>Null when a part is missing or not valid, which makes the address a problem (rule D24).</summary>
    public static DutchAddress? TryCreate(
        string? street, string? postcode, string? number, string? letter, string? addition, string? town) =>
        IsOneLine(street) && IsOneLine(town)
        && Postcode.TryParse(postcode, out var code) && HouseNumber.TryCreate(number, letter, addition, out var house)
            ? new DutchAddress(street!.Trim(), new AddressKey(code, house), town!.Trim())
            : null;

    /// <summary>Three lines: the name, street and number, and <c>1234 AB  PLAATS</c> with two spaces.</summary>
    public IReadOnlyList<string> EnvelopeOf(string name) =>
        [name, $"{Street} {Key.HouseNumber}", $"{Key.Postcode.Spaced}  {Town.ToUpperInvariant()}"];

    /// <inheritdoc />
    public override string ToString() => $"{Street} {Key.HouseNumber}, {Key.Postcode.Spaced} {Town}";

    // A register's text becomes a line of the envelope, and must not become two.
    private static bool IsOneLine(string? text) => text?.Trim() is { Length: > 0 and <= 100 } line && !line.Any(char.IsControl);
}
