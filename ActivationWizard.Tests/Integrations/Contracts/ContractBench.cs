using System.Text.Json.Nodes;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.Mailbox;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Integrations.Contracts;

/// <summary>
/// The contracts held against simulators in which there is something of everything: letters and contacts of several parties, a
/// code, a preference, lists of more than one page, mail.
/// </summary>
public sealed class ContractBench : IAsyncLifetime
{
    private SandboxFixture? _sandbox;
    private ServiceProvider? _services;

    internal static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Whom the systems are asked about.</summary>
    public CheckedParty Party { get; private set; } = null!;

    internal SandboxServer Server => _sandbox!.Server;

    internal IReadOnlyList<ISystemContract> Contracts => [.. _services!.GetServices<ISystemContract>()];

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxFixture.StartAsync(new SandboxOptions { Viewpoint = new() { PageSize = 10 } });
        _services = Services(_sandbox.Server.Addresses);
        var parties = await SandboxFixture.Json(_sandbox.Viewpoint("GET", $"brg/v4/relaties?code={Systems.Party}"));
        var others = await SandboxFixture.Json(_sandbox.Viewpoint("GET", "brg/v4/relaties?soort.code=NAT"));
        var id = (string)parties[0]!["id"]!;
        Party = (await _services.GetRequiredService<IPartyLookup>().FindAsync(id, Cancellation))!;
        await RegisterAsync(id, "AW-2026-00412-007-7F3K9Q2M");
        await RegisterAsync(
            others.AsArray().Select(one => (string)one!["id"]!).First(one => one != id), "AW-2026-00413-007-7F3K9Q2M");
        await ChangeAsync(new { kind = "code", relatienummer = Systems.Party, value = "KANARIE-7F3K9Q2M", days = 30 });
        await ChangeAsync(
            new { kind = "preference", relatienummer = Systems.Party, channel = "email", email = "e@mail.example" });
    }

    /// <summary>Every observation of every contract, by <c>System.Name</c>, while the simulators differ.</summary>
    public async Task<IReadOnlyDictionary<string, Observation>> CheckAsync(Discrepancy? discrepancy, bool withParty = true)
    {
        Server.Differ(discrepancy);
        try
        {
            var found = new Dictionary<string, Observation>();
            foreach (var contract in Contracts)
            {
                foreach (var one in await contract.CheckAsync(withParty ? Party : null, Cancellation))
                    found.Add($"{one.Assumption.System}.{one.Assumption.Name}", one.Observation);
            }

            return found;
        }
        finally
        {
            Server.Differ(null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _sandbox!.DisposeAsync();
    }

    private static ServiceProvider Services(SandboxAddresses addresses)
    {
        // Systems that answer nothing but errors would open their circuits.
        string[] systems = ["Umbrella", "Viewpoint", "Postex"];
        var values = systems.Select(system => ($"{system}:CircuitMinimumCalls", "10000"))
            .Concat(systems.Select(system => ($"{system}:Retries", "0")))
            .Concat([("Mailbox:Templates:Source", "Mailbox"), ("Mailbox:Templates:Folder", "INBOX")])
            .ToDictionary(one => one.Item1, one => (string?)one.Item2);
        var settings = SystemsSettings.Read(new SettingsReader(
            new ConfigurationBuilder().AddInMemoryCollection(values).Build(), true, AppContext.BaseDirectory));
        var services = new ServiceCollection().AddLogging();
        services.AddIntegrations(settings, addresses).AddMailbox(settings.Mailbox, addresses);
        services.AddSingleton<IKeptTemplates, KeptInMemory>();
        return services.BuildServiceProvider();
    }

    private async Task RegisterAsync(string party, string code)
    {
        var dossiers = await SandboxFixture.Json(_sandbox!.Viewpoint("GET", $"bdo/v4/dossiers?relaties.id={party}"));
        var relaties = new JsonArray(new JsonObject { ["id"] = party, ["soort"] = new JsonObject { ["code"] = "NAT" } });
        using var letter = await _sandbox.Viewpoint("POST", "bdo/v4/informatieobjecten", new JsonObject
        {
            ["code"] = code,
            ["titel"] = "Brief",
            ["soort"] = new JsonObject { ["code"] = "DOC" },
            ["registratiedatum"] = "2026-11-01T10:00:00Z",
            ["dossiers"] = new JsonArray(new JsonObject { ["id"] = (string)dossiers[0]!["id"]! }),
            ["relaties"] = relaties.DeepClone(),
        });
        using var contact = await _sandbox.Viewpoint("POST", "brg/v4/contactmomenten", new JsonObject
        {
            ["code"] = code,
            ["onderwerp"] = "Brief",
            ["kanaal"] = new JsonObject { ["code"] = "EMA" },
            ["richting"] = new JsonObject { ["code"] = "UIT" },
            ["datum"] = "2026-11-01T10:00:00Z",
            ["relaties"] = relaties,
        });
        Assert.True(letter.IsSuccessStatusCode && contact.IsSuccessStatusCode);
    }

    private async Task ChangeAsync(object change)
    {
        using var done = await _sandbox!.Control("POST", "change", change);
        Assert.Equal(204, (int)done.StatusCode);
    }
}
