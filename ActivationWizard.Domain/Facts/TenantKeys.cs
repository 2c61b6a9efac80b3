using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>
/// The names under which one tenant's cases find each other: the tenant's lease and guard G2 go by them. The first is Viewpoint's
/// id; somebody whom the employee looked up by hand has none, and goes by the address of the request. Who is known by id goes by
/// every known address as well, which locks the whole household rather than too little.
/// </summary>
public sealed record TenantKeys
{
    private const char Between = '\n';

    private readonly string _all;

    private TenantKeys(string own, IEnumerable<string> others) =>
        (Own, _all) = (own, string.Join(Between, others.Append(own).Distinct().Order(StringComparer.Ordinal)));

    /// <summary>The name that is this tenant's alone, where there is one.</summary>
    public string Own { get; }

    /// <summary>All names.</summary>
    public IReadOnlyList<string> All => _all.Split(Between);

    /// <summary>One name, for what is not known by others.</summary>
    public static TenantKeys Of(string own) => new(own, []);

    /// <summary>The names of the tenant that these facts of the request are about; null while nobody is found.</summary>
    public static TenantKeys? Of(CaseFacts facts, ActivationRequest request) => facts.Person.Value?.Party switch
    {
        null => null,
        { Id.Length: > 0 } party => new(
            party.Id,
            party.HomeAddresses.Append(request.Address)
                .Concat(facts.Tenancy.Value?.Home is { } home ? [home.Key] : [])
                .Select(At)),
        _ => new(At(request.Address), []),
    };

    /// <summary>The name of everybody at an address.</summary>
    public static string At(AddressKey address) => $"adres {address}";
}
