using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Postex;

/// <summary>Postex, print and mail: a bearer token, generators and their sessions, preferences.</summary>
internal sealed class PostexSandbox : SimulatedSystem
{
    private readonly PostexSandboxOptions _options;

    public PostexSandbox(SandboxWorld world, PostexSandboxOptions options)
    {
        _options = options;
        var sessions = new PostexSessions(world, options);
        var preferences = new PostexPreferences(world);
        Routes =
        [
            new("POST", "/rest/v2/generators/{generatorId}/raw", new PostexDispatch(world, options, sessions).Dispatch),
            new("GET", "/rest/v2/generator-sessions/{id}", sessions.Poll),
            new("GET", "/rest/v2/generator-sessions", sessions.Search),
            new("GET", "/rest/v2/recipients/{relatienummer}/preferences", preferences.Read),
            new("PUT", "/rest/v2/recipients/{relatienummer}/preferences", preferences.Set),
        ];
    }

    public override string Name => "postex";

    public override IReadOnlyList<SandboxRoute> Routes { get; }

    public static SandboxReply Fault(int status, string code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    public override SandboxReply? Refuse(SandboxRequest request) =>
        request.Header("Authorization") == "Bearer " + _options.Token
            ? null
            : new SandboxReply(401).With("WWW-Authenticate", "Bearer");

    public override SandboxReply Error(int status, string code, string message) => Fault(status, code, message);
}
