using System.Globalization;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Eenheden (BVG): the objects people rent.</summary>
internal sealed class UnitsApi(VeraCalls calls)
{
    private const string Path = "bvg/v4/eenheden";

    /// <summary>
    /// Letter and addition are compared here and not asked for: registers write 12A with its A in either field, and absent has
    /// to equal absent.
    /// </summary>
    public Task<Reply<IReadOnlyList<RentalUnit>>> AtAsync(AddressKey address, CancellationToken cancellation) =>
        AtAsync(address, unit => unit.Key == address, cancellation);

    /// <summary>Whatever letter and addition they have.</summary>
    public Task<Reply<IReadOnlyList<RentalUnit>>> AtNumberAsync(AddressKey address, CancellationToken cancellation) =>
        AtAsync(address, unit => unit.Key?.IsAtNumberOf(address) is true, cancellation);

    /// <summary>
    /// In a street of this name, however it is capitalised; a letter and an addition count where they are asked for.
    /// </summary>
    public Task<Reply<IReadOnlyList<RentalUnit>>> InStreetAsync(
        string street, HouseNumber number, CancellationToken cancellation)
    {
        var (folded, digits) = (Folding.Of(street), number.Number.ToString(CultureInfo.InvariantCulture));
        return calls.ListAsync<Unit, RentalUnit>(
            new(Path, ("adres.straatnaam", street), ("adres.huisnummer", digits)),
            unit => unit.Adres is { IsUnreadable: true } or { Value.IsKeyUnreadable: true }
                || (unit.Adres.Value is { } found && found.Huisnummer.Value?.Trim() == digits
                    && Folding.Of(found.Straatnaam.Value) == folded),
            unit => Map(unit.Id.Value ?? "", unit),
            cancellation)
            .SelectAsync(IReadOnlyList<RentalUnit> (units) =>
            [
                .. units.Where(unit => unit.Id.Length > 0 && (number is { Letter: null, Addition: null }
                    || unit.Key is null || unit.Key.HouseNumber == number)),
            ]);
    }

    /// <summary>The unit; one that Viewpoint no longer knows has nothing but its id.</summary>
    public async Task<Reply<RentalUnit>> ReadAsync(string unitId, CancellationToken cancellation)
    {
        var unit = await calls.OneAsync<Unit, RentalUnit>(Path, unitId, found => Map(unitId, found), cancellation);
        return unit.Select(found => found ?? new RentalUnit(unitId, null, null, null));
    }

    private async Task<Reply<IReadOnlyList<RentalUnit>>> AtAsync(
        AddressKey address, Func<RentalUnit, bool> isAsked, CancellationToken cancellation)
    {
        var number = address.HouseNumber.Number.ToString(CultureInfo.InvariantCulture);
        var units = await calls.ListAsync<Unit, RentalUnit>(
            new(Path, ("adres.postcode", address.Postcode.ToString()), ("adres.huisnummer", number)),
            unit => unit.Adres is { IsUnreadable: true } or { Value.IsKeyUnreadable: true }
                || (unit.Adres.Value is { } found && found.Huisnummer.Value?.Trim() == number
                    && Postcode.TryParse(found.Postcode.Value, out var postcode) && postcode == address.Postcode),
            unit => unit.Adres.IsUnreadable || unit.Adres.Value!.IsKeyUnreadable
                ? throw VeraCalls.Unreadable
                : Map(unit.Id.Value ?? "", unit),
            cancellation);
        return await units.ThenAsync(found =>
        {
            var there = found.Where(isAsked).ToList();
            return Task.FromResult<Reply<IReadOnlyList<RentalUnit>>>(there.Exists(unit => string.IsNullOrWhiteSpace(unit.Id))
                ? new Reply<IReadOnlyList<RentalUnit>>.NotAnswered(FailureReason.Nonsense)
                : new Reply<IReadOnlyList<RentalUnit>>.Answered(there));
        });
    }

    private static RentalUnit Map(string id, Unit unit) => new(
        id, VeraList.UnitKind.ReadOptional(unit.Soort), unit.Adres.Value?.Key, unit.Adres.Value?.Postal)
    {
        HasUnreadableAddress = unit.Adres is { IsUnreadable: true } or { Value.IsPostalUnreadable: true },
    };

    // Needed: id, soort to know care property by, and adres.
    private sealed record Unit(
        Field<string> Id = default, Field<VeraCode> Soort = default, Field<VeraAddress> Adres = default) : IVeraMessage;
}
