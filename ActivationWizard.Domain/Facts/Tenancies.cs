using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>
/// Reads what a person rents from the agreements. An agreement runs with soort HUU, status LOP, VOP or OPG and today inside its
/// dates; of several the order is active, co-resident, future, none.
/// </summary>
public static class Tenancies
{
    /// <summary>
    /// The finding; null when a code that matters is not in its list, which makes the tenancy unknown.
    /// <paramref name="homeUnits"/> are the units at the party's home addresses.
    /// </summary>
    public static TenancyFinding? Read(
        Party party,
        AddressKey requested,
        IReadOnlyList<Agreement> agreements,
        IReadOnlyList<RentalUnit> homeUnits,
        DateOnly today)
    {
        if (!agreements.All(agreement => IsReadable(agreement, party.Id)))
            return null;

        var active = agreements.Where(
            agreement => Runs(agreement, today) && Plays(agreement, party.Id, today, "HUU", "MDH")).ToList();
        if (active.Count > 0)
            return Active(party, requested, active);

        var shared = agreements.Where(
            agreement => Runs(agreement, today) && Plays(agreement, party.Id, today, "MBW", "BEW")).ToList();
        if (CoResidence(shared, homeUnits, today) is { } coResidence)
            return coResidence;
        if (shared.Exists(MayBeRentedByLegalEntity) || MayLiveInCare(party, homeUnits))
            return null;

        var future = agreements.Where(agreement => IsFuture(agreement, party.Id, today)).MinBy(agreement => agreement.Runs.From);
        return future is null
            ? new TenancyFinding(TenancyStatus.NoneOrEnded, null, null, [])
            : new TenancyFinding(TenancyStatus.Future, future.Runs.From, null, []);
    }

    private static TenancyFinding Active(Party party, AddressKey requested, List<Agreement> active)
    {
        var homes = active.SelectMany(agreement => agreement.Units).ToList();
        var requestedHome = homes.Find(unit => unit.Key == requested);
        var home = requestedHome
            ?? (active.Count is 1 ? homes.Find(unit => unit.Kind?.Is("WOO") is true) ?? homes.FirstOrDefault() : null);
        var agreement = active.Find(one => one.Units.Contains(home!)) ?? active[0];
        return new TenancyFinding(
            party.IsLegalEntity ? TenancyStatus.LegalEntity : TenancyStatus.Active,
            agreement.Runs.From,
            home?.Postal,
            [.. active.Select(one => one.Id).Where(id => id.Length > 0).Order(StringComparer.Ordinal)])
        {
            HasUnreadableHome = home is { HasUnreadableAddress: true }
                || (requestedHome is null && MayBeAnotherHome(active, homes)),
            HasUnreadableAgreements = active.Exists(one => one.Id.Length is 0),
        };
    }

    // Which of several units is the home is seen by its address first, then by its kind.
    private static bool MayBeAnotherHome(List<Agreement> active, List<RentalUnit> homes) =>
        active.Exists(agreement => agreement.HasUnreadableUnits)
        || (homes.Count > 1 && homes.Exists(unit => unit.HasUnreadableAddress || unit.Kind is { Listed: false }));

    private static TenancyFinding? CoResidence(List<Agreement> shared, IReadOnlyList<RentalUnit> homeUnits, DateOnly today)
    {
        var institutional = shared.Find(agreement => agreement.Parties.Any(
            one => one.IsLegalEntity && one.Roles.Any(role => role.Kind.Is("HUU") && role.Runs.Holds(today))));
        return institutional is not null || homeUnits.Any(unit => unit.Kind is { } kind && kind.Is("INT"))
            ? new TenancyFinding(TenancyStatus.InstitutionCoResident, institutional?.Runs.From, null, [])
            : null;
    }

    private static bool MayBeRentedByLegalEntity(Agreement agreement) => agreement.HasUnreadableParties
        || agreement.Parties.Any(one => one.IsUnreadable || (one.IsLegalEntity && !AreReadable(one, "HUU")));

    private static bool MayLiveInCare(Party party, IReadOnlyList<RentalUnit> homeUnits) =>
        party.PossibleHomes is not null || party.Unreadable.HasFlag(PartyParts.Homes)
        || homeUnits.Any(unit => unit.Kind is { Listed: false });

    private static bool Runs(Agreement agreement, DateOnly today) =>
        agreement.Kind.Is("HUU") && agreement.Status.Is("LOP", "VOP", "OPG") && agreement.Runs.From <= today
            && agreement.Runs.Holds(today);

    private static bool IsFuture(Agreement agreement, string partyId, DateOnly today) =>
        agreement.Kind.Is("HUU") && agreement.Status.Is("LOP", "VOP", "OPG", "VOO", "GOE") && agreement.Runs.From > today
        && agreement.Parties.Any(
            one => one.PartyId == partyId && one.Roles.Any(role => role.Kind.Is("HUU", "MDH") && !role.Runs.IsOver(today)));

    private static bool Plays(Agreement agreement, string partyId, DateOnly today, params string[] roles) =>
        agreement.Parties.Any(
            one => one.PartyId == partyId && one.Roles.Any(role => role.Kind.Is(roles) && role.Runs.Holds(today)));

    private static bool IsReadable(Agreement agreement, string partyId)
    {
        var own = agreement.Parties.Where(one => one.PartyId == partyId).ToList();
        return agreement.Kind.Listed
            && (!agreement.Kind.Is("HUU") || (agreement.Status.Listed && !agreement.Runs.IsUnreadable))
            && (own.Count > 0 || !agreement.HasUnreadableParties)
            && own.TrueForAll(one => AreReadable(one, "HUU", "MDH", "MBW", "BEW"));
    }

    private static bool AreReadable(AgreementParty party, params string[] roles) => !party.HasUnreadableRoles
        && party.Roles.All(role => role.Kind.Listed && (!role.Kind.Is(roles) || !role.Runs.IsUnreadable));
}
