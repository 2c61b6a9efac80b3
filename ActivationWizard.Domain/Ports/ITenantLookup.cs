using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Ports;

/// <summary>
/// What people look tenants up by in the housing ERP beside surname and address, and what of them is shown and kept nowhere. No
/// fact of a case rests on it. Reads only.
/// </summary>
public interface ITenantLookup
{
    /// <summary>Parties with this relatienummer.</summary>
    Task<Reply<IReadOnlyList<Party>>> FindByCodeAsync(string code, CancellationToken cancellation);

    /// <summary>Parties with this address among their contact details, letter case aside.</summary>
    Task<Reply<IReadOnlyList<Party>>> FindByEmailAsync(EmailAddress email, CancellationToken cancellation);

    /// <summary>Parties with this number among their contact details, in any of the ways it is written.</summary>
    Task<Reply<IReadOnlyList<Party>>> FindByTelephoneAsync(TelephoneNumber number, CancellationToken cancellation);

    /// <summary>
    /// Units in a street of this name at this number; a letter or an addition has to be theirs where it is given.
    /// </summary>
    Task<Reply<IReadOnlyList<RentalUnit>>> FindUnitsInStreetAsync(
        string street, HouseNumber number, CancellationToken cancellation);

    /// <summary>What the party can be called by, as it is registered; those known to be wrong are left out.</summary>
    Task<Reply<IReadOnlyList<string>>> TelephonesAsync(string partyId, CancellationToken cancellation);
}
