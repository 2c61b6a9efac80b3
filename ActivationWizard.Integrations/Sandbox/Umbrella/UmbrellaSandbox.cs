using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Umbrella;

/// <summary>Umbrella, the portal's accounts: who is let in, which calls there are, how it says no.</summary>
internal sealed class UmbrellaSandbox : SimulatedSystem
{
    private readonly SandboxWorld _world;
    private readonly UmbrellaSandboxOptions _options;

    public UmbrellaSandbox(SandboxWorld world, UmbrellaSandboxOptions options)
    {
        (_world, _options) = (world, options);
        var accounts = new UmbrellaAccounts(world);
        var activation = new UmbrellaActivation(world, options);
        var blocks = new UmbrellaBlocks(world);
        Routes =
        [
            new("GET", "/api/v1/klanten", new UmbrellaCustomers(world).Search),
            About("GET", "/account", UmbrellaAccounts.Read),
            About("POST", "/account", accounts.Create),
            About("DELETE", "/account", accounts.Delete),
            About("POST", "/account/activatie", activation.Activate),
            About("GET", "/account/activatiecode", activation.ReadCode),
            About("PUT", "/account/blokkade", blocks.Block),
            About("DELETE", "/account/blokkade", blocks.Unblock),
        ];
    }

    public override string Name => "umbrella";

    public override IReadOnlyList<SandboxRoute> Routes { get; }

    public static SandboxReply Problem(int status, string code, string? detail = null) =>
        new(status, new JsonObject
        {
            ["type"] = $"urn:umbrella:{code}",
            ["title"] = code,
            ["status"] = status,
            ["detail"] = detail,
        })
        {
            ContentType = "application/problem+json; charset=utf-8",
        };

    public override SandboxReply? Refuse(SandboxRequest request)
    {
        if (!Same(request.Header("X-API-KEY"), _options.ApiKey)) return Problem(401, "niet-geautoriseerd");
        return request is { Method: "POST", IdempotencyKey.Length: 0 or > 64 } ? Problem(400, "sleutel-ongeldig") : null;
    }

    public override SandboxReply Error(int status, string code, string message) => Problem(status, code, message);

    public override TimeSpan? KeepsResponse(SandboxRequest request) =>
        _options.HonourKeys && request.Method == "POST" ? _options.KeyLifetime : null;

    private SandboxRoute About(string method, string rest, Func<SandboxRequest, UmbrellaCustomer, SandboxReply> response) =>
        new(method, "/api/v1/klanten/{klantId}" + rest, request => _world.State.Customer(request["klantId"]) switch
        {
            null => Problem(404, "klant-onbekend"),
            { Storing: true } => Problem(503, "storing"),
            var customer => response(request, customer),
        });

    private static bool Same(string? given, string expected) =>
        given is not null && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));
}
