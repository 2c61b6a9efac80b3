using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>What the sources said about one request, each with source and moment; not asked and unknown included.</summary>
public sealed record CaseFacts
{
    /// <summary>Nothing asked yet.</summary>
    public static CaseFacts None { get; } = new();

    public Fact<PersonFinding> Person { get; init; } = Fact.NotAsked<PersonFinding>();

    public Fact<TenancyFinding> Tenancy { get; init; } = Fact.NotAsked<TenancyFinding>();

    public Fact<ProtectionFinding> Protection { get; init; } = Fact.NotAsked<ProtectionFinding>();

    public Fact<AdministratorFinding> Administrator { get; init; } = Fact.NotAsked<AdministratorFinding>();

    public Fact<ContactsFinding> Contacts { get; init; } = Fact.NotAsked<ContactsFinding>();

    public Fact<ArrangementFinding> Arrangement { get; init; } = Fact.NotAsked<ArrangementFinding>();

    public Fact<AccountFinding> Account { get; init; } = Fact.NotAsked<AccountFinding>();

    public Fact<EmailFinding> Email { get; init; } = Fact.NotAsked<EmailFinding>();

    public Fact<AddressFinding> Address { get; init; } = Fact.NotAsked<AddressFinding>();

    public Fact<DeliveryPreference> Preference { get; init; } = Fact.NotAsked<DeliveryPreference>();

    public Fact<RecentCodeFinding> RecentCode { get; init; } = Fact.NotAsked<RecentCodeFinding>();

    /// <summary>When the oldest of what the systems said, or did not say, was read; null while none was asked.</summary>
    public DateTimeOffset? ReadAt => Readings.Min();

    /// <summary>
    /// When the last of it was read, by the clock of the process that read it: unlike an event's time it goes back when that
    /// clock is put back.
    /// </summary>
    public DateTimeOffset? LastReadAt => Readings.Max();

    /// <summary>
    /// False when a system said something of it on another day in the Netherlands: whether an agreement runs, and whether
    /// somebody acts for a tenant, goes by the day.
    /// </summary>
    public bool AreOfTheDayOf(DateTimeOffset now) =>
        ReadAt is not { } read || DutchCalendar.DayOf(read) == DutchCalendar.DayOf(now);

    // What is worked out from a person's own answer, and has its moment, was read nowhere either.
    private DateTimeOffset?[] Readings =>
    [
        At(Person), At(Tenancy), At(Protection), Protection.IsByHand() ? null : At(Administrator), At(Contacts),
        At(Arrangement), At(Account), Person.IsByHand() ? null : At(Email), At(Address), At(Preference),
    ];

    /// <summary>Only what the employee looked up by hand: the sources are asked anew for the rest.</summary>
    public CaseFacts FromPeopleOnly() => new()
    {
        Person = ByHand(Person),
        Tenancy = ByHand(Tenancy),
        Protection = ByHand(Protection),
        Administrator = ByHand(Administrator),
        Contacts = ByHand(Contacts),
        Arrangement = ByHand(Arrangement),
        Account = ByHand(Account),
        Email = ByHand(Email),
        Address = ByHand(Address),
        Preference = ByHand(Preference),
    };

    /// <summary>
    /// A person stated how the administrator's identity was checked (D13): the source is asked once more, or the employee's own
    /// answer is made whole by it.
    /// </summary>
    public CaseFacts Proven(IdentityProof proof, DateTimeOffset at) => this with
    {
        Administrator = Administrator is { Source: Source.Employee, Value: { PartyId: not null } known }
            ? Fact.Known(known with { Status = AdministratorStatus.Verified, Proof = proof }, Source.Employee, at)
            : Fact.NotAsked<AdministratorFinding>(),
    };

    /// <summary>Who said a fact that can be asked of a source or of the employee, and why nothing was said.</summary>
    public FactOrigin OriginOf(FactKind fact) => fact switch
    {
        FactKind.Person => Of(Person),
        FactKind.Tenancy => Of(Tenancy),
        FactKind.Protection => Of(Protection),
        FactKind.Administrator => Of(Administrator),
        FactKind.Contacts => Of(Contacts),
        FactKind.Arrangement => Of(Arrangement),
        FactKind.Account => Of(Account),
        FactKind.Email => Of(Email),
        FactKind.Address => Of(Address),
        FactKind.Preference => Of(Preference),
        FactKind.RecentCode => Of(RecentCode),
        _ => new FactOrigin(FactStatus.Known, default, null),
    };

    private static DateTimeOffset? At<T>(Fact<T> fact)
        where T : class => fact.Status is FactStatus.NotAsked || fact.IsByHand() ? null : fact.At;

    private static FactOrigin Of<T>(Fact<T> fact)
        where T : class => new(fact.Status, fact.Source, fact.Why);

    private static Fact<T> ByHand<T>(Fact<T> fact)
        where T : class => fact.IsByHand() ? fact : Fact.NotAsked<T>();
}
