using System.Text.Json.Nodes;

namespace ActivationWizard.Integrations.Sandbox.World;

/// <summary>Everything the simulators remember, as it is written to the state file.</summary>
internal sealed class SandboxState
{
    public const int CurrentFormat = 1;

    public int Format { get; init; } = CurrentFormat;

    public long LastId { get; set; } = 100_000;

    /// <summary>VERA messages by resource: <c>relaties</c>, <c>eenheden</c> and so on.</summary>
    public Dictionary<string, List<JsonObject>> Viewpoint { get; init; } = [];

    public List<UmbrellaCustomer> Customers { get; init; } = [];

    /// <summary>Addresses Umbrella holds for somebody else: activation by mail answers 422.</summary>
    public List<string> AddressesInUse { get; init; } = [];

    /// <summary>Addresses Umbrella cannot mail: it makes the code and answers <c>verzonden</c> false.</summary>
    public List<string> UnreachableAddresses { get; init; } = [];

    public Dictionary<string, PostexPreference> Preferences { get; init; } = [];

    public List<PostexSession> Sessions { get; init; } = [];

    public SimulatedMailbox Mailbox { get; init; } = new();

    public List<KeptResponse> KeptResponses { get; init; } = [];

    public List<LedgerEntry> Ledger { get; init; } = [];

    public List<JsonObject> Of(string resource)
    {
        if (!Viewpoint.TryGetValue(resource, out var messages)) Viewpoint[resource] = messages = [];
        return messages;
    }

    public JsonObject? Find(string resource, string? id) =>
        Of(resource).FirstOrDefault(message => (string?)message["id"] == id);

    public UmbrellaCustomer? Customer(string klantId) => Customers.FirstOrDefault(customer => customer.KlantId == klantId);

    public string NextId() => (++LastId).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
