using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Umbrella;

/// <summary>The messages of Umbrella as they are assumed to be, and what they mean to the wizard.</summary>
internal static class UmbrellaMessages
{
    /// <summary>Somebody who was found.</summary>
    public static Customer CustomerOf(WireCustomer one) =>
        new(one.KlantId.Value!, one.Naam.Value ?? "", one.Geboortejaar.Value, one.Relatienummer.Value ?? "");

    /// <summary>The account of an answer; null for what is no account, or another customer's.</summary>
    public static PortalAccount? Account(SystemResponse response, string customerId)
    {
        if (response.Read<WireAccount>() is not { AccountId.Value: { Length: > 0 } id } wire || wire.KlantId.Value != customerId)
            return null;
        if (wire.Status.Value is "BEE")
            return PortalAccount.Absent(customerId);

        AccountStatus? status = wire.Status.Value switch
        {
            "GER" => AccountStatus.Registered,
            "GEA" => AccountStatus.Active,
            "GEB" => AccountStatus.Blocked,
            _ => null,
        };
        var hasEmail = EmailAddress.TryParse(wire.Emailadres.Value, out var email);
        return status is null
            ? null
            : new PortalAccount(
                customerId,
                id,
                status.Value,
                email,
                wire.ActivatiecodeAanwezig.Value is true,
                wire.CodeVerlooptOp.Value,
                response.Header("ETag"))
            {
                HasUnreadableEmail = !hasEmail
                    && (wire.Emailadres.IsUnreadable || !string.IsNullOrWhiteSpace(wire.Emailadres.Value)),
            };
    }

    // Needed: klantId, relatienummer or adres for whom was asked, naam where a customer is looked for at an address. A customer
    // that was found by its number is shown with its name, whatever that is; geboortejaar is shown only.
    public sealed record WireCustomer(
        Field<string> KlantId = default,
        Field<string> Naam = default,
        Field<string> Relatienummer = default,
        Field<int?> Geboortejaar = default,
        Field<WireAddress> Adres = default);

    public sealed record WireAddress(
        Field<string> Postcode = default,
        Field<string> Huisnummer = default,
        Field<string> Huisletter = default,
        Field<string> Toevoeging = default);

    // Needed: klantId, accountId, status; emailadres for the comparison with Viewpoint. A code that cannot be told to be there is
    // made afresh, which is always allowed, so what is said of it decides nothing. blokkadeReden is ignored.
    public sealed record WireAccount(
        Field<string> KlantId = default,
        Field<string> AccountId = default,
        Field<string> Status = default,
        Field<bool?> ActivatiecodeAanwezig = default,
        Field<string> Emailadres = default,
        Field<DateTimeOffset?> CodeVerlooptOp = default);

    // Needed: all three; activatieId is ignored.
    public sealed record WireActivation(
        Field<string> AccountId = default, Field<DateTimeOffset?> CodeVerlooptOp = default, Field<bool?> Verzonden = default);

    // Needed: all three. Not a record: a record can print what is in it.
    public sealed class WireCode
    {
        public Field<string> KlantId { get; init; }
        public Field<string> Code { get; init; }
        public Field<DateTimeOffset?> VerlooptOp { get; init; }
    }

    public sealed record CreationBody(string? Emailadres);

    public sealed record ActivationBody(string Verzendwijze, string? Emailadres);

    public sealed record BlockBody(string Reden);
}
