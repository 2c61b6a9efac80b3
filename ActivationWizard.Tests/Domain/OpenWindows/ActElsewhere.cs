using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;
using static ActivationWizard.Tests.Domain.OpenWindows.Matter;

namespace ActivationWizard.Tests.Domain.OpenWindows;

/// <summary>Something that somebody else does in one of the systems while a case is under way.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Touches">The facts that are otherwise after it.</param>
/// <param name="Forbids">After it no code may go out, by letter or by mail, whatever is agreed to.</param>
/// <param name="Do">Does it; false where there is nothing to do it to, or nothing is otherwise after it.</param>
internal sealed record ActElsewhere(string Name, Matter[] Touches, bool Forbids, Func<World, bool> Do)
{
    private static readonly EmailAddress Third = Sample.Mail("derde@voorbeeld.nl");

    /// <summary>All of them: at least two for every fact.</summary>
    public static IReadOnlyList<ActElsewhere> All { get; } =
    [
        new("the person is gone", [Person], true, world =>
        {
            world.Viewpoint.Agreements.Clear();
            return world.Viewpoint.Parties.RemoveAll(party => party.Id == Sample.Anna.Id) > 0;
        }),
        new("the person died", [Person], true, OfAnna(anna => anna with { IsDeceased = true })),
        new("the person is called otherwise", [Person], true, OfAnna(anna => anna with { Name = new("Visser", null, "A.") })),
        new("a second initial", [Person], false, OfAnna(anna => anna with { Name = anna.Name with { Initials = "A.B." } })),
        new("another party", [Person], false, world =>
        {
            world.Viewpoint.Agreements[0] = Sample.Rental(party: "777", runs: world.Viewpoint.Agreements[0].Runs);
            return OfAnna(anna => anna with { Id = "777" })(world);
        }),
        new("a namesake on the address", [Person], true, world =>
        {
            world.Viewpoint.Parties.Add(Sample.Anna with { Id = "502", Code = "R502" });
            world.Viewpoint.Agreements.Add(Sample.Rental("A9", party: "502"));
            return true;
        }),
        new("another relatienummer", [Person], false, world =>
        {
            world.Umbrella.Customers[0] = world.Umbrella.Customers[0] with { PartyCode = "R999" };
            return OfAnna(anna => anna with { Code = "R999" })(world);
        }),

        new("the agreement ended", [Tenancy, Address], true,
            OfRental(rental => rental with { Runs = Sample.Days(-900, -1) })),
        new("the agreement begins tomorrow", [Tenancy, Address], true, OfRental(_ => Sample.Rental(runs: Sample.Days(1, 900)))),
        new("the agreement was not signed", [Tenancy, Address], true,
            OfRental(rental => rental with { Status = new("VOO") })),
        new("an institution rents it", [Tenancy, Address], true, OfRental(rental => Sample.Rental(role: "MBW") with
        {
            Parties =
            [
                .. Sample.Rental(role: "MBW").Parties,
                new AgreementParty("800", true, [new PartyRole(new Coded("HUU"), new Period(null, null), null)]),
            ],
        })),
        new("the agreement runs again", [Tenancy], false, world =>
        {
            var ended = !world.Viewpoint.Agreements[0].Runs.Holds(Sample.Today);
            world.Viewpoint.Agreements[0] = Sample.Rental();
            return ended;
        }),
        new("another home", [Tenancy, Address], false, OfRental(rental => rental with
        {
            Units = [new RentalUnit("U7", new("EEN"), Sample.Elsewhere, new("Laan", Sample.Elsewhere, "Eindhoven"))],
        })),
        new("another street", [Tenancy, Address], false, OfRental(rental => rental with
        {
            Units = [Sample.Unit with { Postal = new("Dorpsstraat", Sample.Address, "Eindhoven") }],
        })),
        new("an address without a street", [Tenancy, Address], false,
            OfRental(rental => rental with { Units = [Sample.Unit with { Postal = null }] })),

        new("a flag for bewind", [Protection], true, world => IsFree(world) && Flagged(world, "BEW", new Coded("ACT"))),
        new("a flag for curatele", [Protection], true, world => Flagged(world, "CUR", new Coded("ACT"))),
        new("a flag with an unknown status", [Protection], true, world => Flagged(world, "BEW", new Coded("?", Listed: false))),
        new("an administrator", [Protection], true, world => IsFree(world) && Added(world, Sample.Administrator)),
        new("a curator", [Protection], true, world =>
            Added(world, Sample.Administrator with { Id = "901", Roles = [Sample.Acting("CUR")] })),
        new("bewind is over", [Protection, Contacts], false,
            OfAdministrator(one => one with { Roles = [Sample.Acting("BWI", runs: Sample.Days(-900, -1))] })),
        new("the administrator's address", [Protection, Administrator, Contacts], false,
            OfAdministrator(one => one with { Emails = [new EmailContact("c9", true, Third)] })),
        new("another administrator with that address", [Administrator], false, OfAdministrator(one => one with { Id = "902" })),

        new("privé is another address", [Email, Contacts, Told], false,
            OfAnna(anna => anna with { Emails = [new("c1", true, Third)] })),
        new("privé is empty", [Email, Contacts, Told], false, OfAnna(anna => anna with
        {
            Emails = [.. anna.Emails.Where(one => !one.IsPrivate)],
        })),
        new("a second privé", [Contacts], false,
            OfAnna(anna => anna with { Emails = [.. anna.Emails, new("c7", true, Third)] })),
        new("zakelijk is another address", [Contacts], false, world => !world.Calls.Done.Contains("correct")
            && OfAnna(anna => anna with { Emails = [.. anna.Emails, new("c8", false, Third)] })(world)),

        new("an arrangement", [Arrangement], true, world => Owes(world, "ACT")),
        new("an arrangement was asked for", [Arrangement], true, world => Owes(world, "AAN")),
        new("the arrangement is paid off", [Arrangement], false, world => world.Viewpoint.Arrangements.RemoveAll(_ => true) > 0),

        new("preference e-mail", [Preference], false, world =>
        {
            world.Postex.Preferences["R501"] = new DeliveryPreference(Third);
            return true;
        }),

        new("the account is blocked", [Account], false, OfAccount(
            one => one.Status is AccountStatus.Blocked ? one : one with { Status = AccountStatus.Blocked, Version = "v9" })),
        new("the tenant signs in", [Account], false, OfAccount(
            one => one.Status is AccountStatus.Registered ? one with { Status = AccountStatus.Active, Version = "v9" } : one)),
        new("the account is gone", [Account], false, world => world.Umbrella.Accounts.Remove("k1")),
        new("an account was made", [Account], false, world =>
            world.Umbrella.Accounts.TryAdd("k1", Sample.Account("k1") with { Id = "acc-99" })),
        new("another account like it", [Account], false, OfAccount(one => one with { Id = "acc-99", Version = "v9" })),
        new("the account's address", [Account, Email], false, OfAccount(one => one with { Email = Third, Version = "v9" })),
        new("another customer with such an account", [Account], false, world =>
        {
            world.Umbrella.Customers[0] = world.Umbrella.Customers[0] with { Id = "k2" };
            if (world.Umbrella.Accounts.TryGetValue("k1", out var account))
                world.Umbrella.Accounts["k2"] = account with { CustomerId = "k2" };
            return true;
        }),
        new("two customers", [Account], false, world =>
        {
            world.Umbrella.Customers.Add(world.Umbrella.Customers[0] with { Id = "k9" });
            return true;
        }),
        new("no customer", [Account], false, world => world.Umbrella.Customers.RemoveAll(_ => true) > 0),
    ];

    /// <inheritdoc />
    public override string ToString() => Name;

    private static Func<World, bool> OfAnna(Func<Party, Party> change) => world => Changed(world, Sample.Anna.Id, change);

    private static Func<World, bool> OfAdministrator(Func<Party, Party> change) =>
        world => Changed(world, Sample.Administrator.Id, change);

    private static bool Changed(World world, string id, Func<Party, Party> change)
    {
        if (world.Viewpoint.Parties.Find(party => party.Id == id) is not { } was)
            return false;
        world.Viewpoint.Change(was, change(was));
        return true;
    }

    // To a tenancy that is over already nothing of this makes a difference, but one that is to begin.
    private static Func<World, bool> OfRental(Func<Agreement, Agreement> change) => world =>
    {
        var was = world.Viewpoint.Agreements[0];
        world.Viewpoint.Agreements[0] = change(was);
        return was.Runs.Holds(Sample.Today);
    };

    private static Func<World, bool> OfAccount(Func<PortalAccount, PortalAccount> change) => world =>
    {
        if (!world.Umbrella.Accounts.TryGetValue("k1", out var was))
            return false;
        world.Umbrella.Accounts["k1"] = change(was);
        return change(was) != was;
    };

    private static bool IsFree(World world) => !world.Viewpoint.Parties.Exists(party => party.Id == Sample.Administrator.Id);

    private static bool Flagged(World world, string kind, Coded status)
    {
        world.Viewpoint.Flags.Add((Sample.Anna.Id, new Flag(new Coded(kind), status)));
        return true;
    }

    private static bool Added(World world, Party party)
    {
        world.Viewpoint.Parties.Add(party);
        return true;
    }

    private static bool Owes(World world, string status)
    {
        if (world.Viewpoint.Arrangements.Count > 0)
            return false;
        world.Viewpoint.Arrangements.Add(("A1", new Coded(status)));
        return true;
    }
}
