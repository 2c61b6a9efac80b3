using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>Fixed tenants, places and moments that the tests speak of.</summary>
internal static class Sample
{
    /// <summary>Monday 7 September 2026, 10:15 in Amsterdam.</summary>
    public static readonly DateTimeOffset Now = new(2026, 9, 7, 8, 15, 0, TimeSpan.Zero);

    public static readonly ActivationSettings Settings = new() { FingerprintKey = new byte[32] };
    public static readonly DateOnly Today = new(2026, 9, 7);
    public static readonly AddressKey Address = At("5611AB", "12");
    public static readonly AddressKey Elsewhere = At("5622CD", "7");
    public static readonly DutchAddress Postal = new("Kerkstraat", Address, "Eindhoven");
    public static readonly RentalUnit Unit = new("U1", new Coded("EEN"), Address, Postal);
    public static readonly EmailAddress Own = Mail("anna@voorbeeld.nl");
    public static readonly EmailAddress Other = Mail("anders@voorbeeld.nl");
    public static readonly EmailAddress Court = Mail("post@bewind.nl");

    public static readonly Party Anna = new(
        "501", "R501", false, new PartyName("Berg", "van den", "A.", "Anna"), new DateOnly(1980, 2, 3), false,
        [new EmailContact("c1", true, Own)], [Address], []);

    /// <summary>What cases of <see cref="Anna"/> find each other by.</summary>
    public static readonly TenantKeys AnnaKeys = TenantKeys.Of(Anna.Id);

    /// <summary>The court administrator of <see cref="Anna"/>.</summary>
    public static readonly Party Administrator = new(
        "900", "R900", true, new PartyName("Bewind BV"), null, false, [new EmailContact("c9", true, Court)], [], [Acting("BWI")]);

    public static readonly ActivationRequest Request = new(
        Requester.Tenant, CodeKind.First, "A. van den Berg", Address, Own, Channel.Website, Now.AddDays(-1));

    public static EmailAddress Mail(string text) => EmailAddress.TryParse(text, out var address)
        ? address
        : throw new ArgumentException(text, nameof(text));

    public static AddressKey At(string postcode, string number) =>
        Postcode.TryParse(postcode, out var code) && HouseNumber.TryParse(number, out var house)
            ? new AddressKey(code, house)
            : throw new ArgumentException(postcode, nameof(postcode));

    public static Period Since(int year) => new(new DateOnly(year, 1, 1), null);

    public static Period Days(int from, int until) => new(Today.AddDays(from), Today.AddDays(until));

    public static PartyRole Acting(string kind, string tenant = "501", Period? runs = null) =>
        new(new Coded(kind), runs ?? Since(2020), tenant);

    public static Agreement Rental(
        string id = "A1", string status = "LOP", Period? runs = null, string role = "HUU", string party = "501",
        RentalUnit? unit = null) =>
        new(id, new Coded("HUU"), new Coded(status), runs ?? Since(2015), [unit ?? Unit],
            [new AgreementParty(party, false, [new PartyRole(new Coded(role), new Period(null, null), null)])]);

    public static PortalAccount Account(
        string customer, AccountStatus status = AccountStatus.Registered, EmailAddress? email = null) =>
        new(customer, "acc-1", status, email, false, null, "v1");
}
