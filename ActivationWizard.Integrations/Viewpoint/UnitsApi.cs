using System.Globalization;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Eenheden (BVG): the objects people rent.</summary>
internal sealed class UnitsApi(VeraCalls calls)
{
    private const string Path = "bvg/v4/eenheden";

    /// <summary>
    /// Letter and addition are compared here and not asked for: registers write 12A with its A in either field, and absent has
    /// to equal absent.
    /// </summary>
    public async Task<Reply<IReadOnlyList<RentalUnit>>> AtAsync(AddressKey address, CancellationToken cancellation)
    {
        var number = address.HouseNumber.Number.ToString(CultureInfo.InvariantCulture);
        var units = await calls.ListAsync<Unit, RentalUnit>(
            new(Path, ("adres.postcode", address.Postcode.ToString()), ("adres.huisnummer", number)),
            unit => unit.Adres is { } found && found.Huisnummer?.Trim() == number
                && Postcode.TryParse(found.Postcode, out var postcode) && postcode == address.Postcode,
            Map,
            cancellation);
        return units.Select(IReadOnlyList<RentalUnit> (found) => [.. found.Where(unit => unit.Key == address)]);
    }

    /// <summary>The unit; one that Viewpoint no longer knows has nothing but its id.</summary>
    public async Task<Reply<RentalUnit>> ReadAsync(string unitId, CancellationToken cancellation)
    {
        var unit = await calls.OneAsync<Unit, RentalUnit>(Path, unitId, Map, cancellation);
        return unit.Select(found => found ?? new RentalUnit(unitId, null, null, null));
    }

    private static RentalUnit Map(Unit unit) =>
        new(unit.Id!, VeraList.UnitKind.ReadOptional(unit.Soort), unit.Adres?.Key, unit.Adres?.Postal);

    private sealed record Unit(string? Id = null, VeraCode? Soort = null, VeraAddress? Adres = null) : IVeraMessage;
}
