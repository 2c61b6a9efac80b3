using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Systems;
using static ActivationWizard.Domain.Effects.EffectKind;

namespace ActivationWizard.Tests.Domain.OpenWindows;

/// <summary>What a route rests on: the facts that its row and its guards ask, and to whom a refusal may say why.</summary>
internal enum Matter
{
    Person,
    Tenancy,
    Protection,
    Administrator,
    Contacts,
    Arrangement,
    Account,
    Email,
    Address,
    Preference,
    Told,
}

/// <summary>A route with the effects it has in a certain world, what it rests on, and the way to its proposal.</summary>
/// <param name="Name">Of the route and the world.</param>
/// <param name="Row">Of the decision table.</param>
/// <param name="Effects">All, in order.</param>
/// <param name="RestsOn">Nothing is sent once one of these is otherwise.</param>
/// <param name="ProposedAsync">Makes the world, and brings the case to its proposal.</param>
internal sealed record RouteStory(
    string Name, Row Row, EffectKind[] Effects, Matter[] RestsOn, Func<World, Task<ActivationCase>> ProposedAsync)
{
    private static readonly Matter[] OfTenant =
        [Matter.Person, Matter.Tenancy, Matter.Protection, Matter.Arrangement, Matter.Account, Matter.Email];

    private static readonly Matter[] OfLetter = [.. OfTenant, Matter.Address, Matter.Preference];

    private static readonly Matter[] OfAdministrator =
    [
        Matter.Person, Matter.Tenancy, Matter.Protection, Matter.Administrator, Matter.Contacts, Matter.Arrangement,
        Matter.Account,
    ];

    private static readonly EffectKind[] Letter = [ReadCode, DispatchLetter, ConfirmDispatch, RegisterLetter];

    private static readonly ActivationRequest First = Sample.Request;
    private static readonly ActivationRequest New = First with { Kind = CodeKind.New };

    /// <summary>Every route, in every world that gives it other effects.</summary>
    public static IReadOnlyList<RouteStory> All { get; } =
    [
        new("e-mail, no account", Row.D22, [CreateAccount, ActivateAccount, RegisterContact], OfTenant,
            world => world.TakenAsync(First)),
        new("e-mail, account", Row.D22, [ActivateAccount, RegisterContact], OfTenant,
            world => world.WithAccount(AccountStatus.Registered, Sample.Own).TakenAsync(First)),
        new("recreate, e-mail", Row.D23, [DeleteAccount, CreateAccount, ActivateAccount, RegisterContact], OfTenant,
            world => world.WithAccount(AccountStatus.Active, Sample.Own).TakenAsync(New)),
        new("letter, no account", Row.D25, [CreateAccount, ActivateAccount, .. Letter], OfLetter,
            world => world.TakenAsync(First with { Email = Sample.Other })),
        new("letter, code there", Row.D25, Letter, OfLetter,
            world => WithCode(world).TakenAsync(First with { Email = Sample.Other })),
        new("recreate, letter", Row.D26, [DeleteAccount, CreateAccount, ActivateAccount, .. Letter], OfLetter,
            world => world.WithAccount(AccountStatus.Active).TakenAsync(New with { Email = Sample.Other })),
        new("administrator, no account", Row.D17,
            [CorrectContacts, SetPreference, CreateAccount, ActivateAccount, RegisterContact], OfAdministrator,
            world => AdministratorTests.VerifiedAsync(world.UnderBewind())),
        new("administrator, blocked", Row.D17,
            [CorrectContacts, SetPreference, UnblockAccount, ActivateAccount, RegisterContact], OfAdministrator,
            world => AdministratorTests.VerifiedAsync(Blocked(world, AccountStatus.Registered))),
        new("administrator, blocked with a password", Row.D17,
            [
                CorrectContacts, SetPreference, UnblockAccount, DeleteAccount, CreateAccount, ActivateAccount, RegisterContact,
            ],
            OfAdministrator,
            world => AdministratorTests.VerifiedAsync(Blocked(world, AccountStatus.Active))),
        new("administrator, recreate", Row.D16,
            [CorrectContacts, SetPreference, DeleteAccount, CreateAccount, ActivateAccount, RegisterContact], OfAdministrator,
            world => AdministratorTests.VerifiedAsync(
                world.UnderBewind().WithAccount(AccountStatus.Active, Sample.Own))),
        new("refusal under bewind", Row.D11, [BlockAccount, SendReply, RegisterContact],
            [Matter.Person, Matter.Tenancy, Matter.Protection, Matter.Account, Matter.Told],
            world => world.UnderBewind().WithAccount(AccountStatus.Active, Sample.Own).TakenAsync(First)),
        new("refusal for an arrangement", Row.D18, [SendReply, RegisterContact],
            [Matter.Person, Matter.Tenancy, Matter.Protection, Matter.Arrangement, Matter.Told],
            world => Owing(world).TakenAsync(First)),
        new("refusal of who was a tenant", Row.D07, [SendReply, RegisterContact],
            [Matter.Person, Matter.Tenancy, Matter.Told],
            world => Gone(world).TakenAsync(First)),
    ];

    /// <summary>Where in <see cref="Effects"/> something leaves for a person.</summary>
    public int Sends => Array.FindIndex(Effects, one => one is SendReply or DispatchLetter or ActivateAccount
        && (one is not ActivateAccount || !Effects.Contains(DispatchLetter)));

    /// <inheritdoc />
    public override string ToString() => Name;

    private static World WithCode(World world)
    {
        world.Umbrella.Accounts["k1"] = Sample.Account("k1") with
        {
            HasCode = true,
            CodeExpiresAt = Sample.Now.AddDays(20),
        };
        world.Umbrella.Codes["k1"] = "KANARIE-0001";
        return world;
    }

    private static World Blocked(World world, AccountStatus former)
    {
        world.Umbrella.Former = former;
        return world.UnderBewind().WithAccount(AccountStatus.Blocked, Sample.Own);
    }

    private static World Owing(World world)
    {
        world.Viewpoint.Arrangements.Add(("A1", new Coded("ACT")));
        return world;
    }

    private static World Gone(World world)
    {
        world.Viewpoint.Agreements[0] = Sample.Rental(runs: Sample.Days(-900, -1));
        return world;
    }
}
