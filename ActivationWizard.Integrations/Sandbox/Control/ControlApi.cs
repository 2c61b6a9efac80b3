using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.World;
using Microsoft.AspNetCore.Http;

namespace ActivationWizard.Integrations.Sandbox.Control;

/// <summary>What a test or a demonstrator says to the sandbox itself, under <c>/_sandbox</c>. No key: loopback only.</summary>
internal sealed class ControlApi(SandboxWorld world, FaultScript faults, CallLog calls)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly ControlState _state = new(world);
    private readonly ControlChanges _changes = new(world);

    public async Task HandleAsync(HttpContext context)
    {
        var request = await RequestReading.ReadAsync(context, "_sandbox");
        SandboxReply reply;
        try
        {
            lock (world.Gate)
            {
                reply = Answer(request);
                world.Save();
            }
        }
        catch (Exception exception) when (exception is JsonException or SandboxChangeException)
        {
            reply = Wrong(exception.Message);
        }

        await ReplyWriting.WriteAsync(context, reply, null, world.Time, context.RequestAborted);
    }

    private SandboxReply Answer(SandboxRequest request) => (request.Method, request.Path.Trim('/')) switch
    {
        ("GET", "ledger") => Shown(world.State.Ledger),
        ("GET", "faults") => Shown(faults.Rules),
        ("POST", "faults") => Scripted(request),
        ("DELETE", "faults") => Done(faults.Clear),
        ("GET", "calls") => Shown(calls.Summary()),
        ("DELETE", "calls") => Done(calls.Clear),
        ("POST", "reset") => Done(Reset),
        ("POST", "change") => Done(() => _changes.Apply(request)),
        ("GET", var path) when path == "state" || path.StartsWith("state/", StringComparison.Ordinal) =>
            _state.Show(path, request),
        _ => new(404),
    };

    private SandboxReply Scripted(SandboxRequest request)
    {
        var rules = request.Body is JsonArray
            ? request.Body.Deserialize<FaultRule[]>(Json)
            : [request.Body.Deserialize<FaultRule>(Json)!];
        if (rules is null or [null]) return Wrong("A fault, or a list of faults, is expected.");
        foreach (var rule in rules) faults.Add(rule);
        return Shown(faults.Rules);
    }

    private void Reset()
    {
        faults.Clear();
        calls.Clear();
        world.Reset();
    }

    private static SandboxReply Done(Action act)
    {
        act();
        return new(204);
    }

    private static SandboxReply Shown<T>(T value) => new(200) { Text = JsonSerializer.Serialize(value, Json) };

    private static SandboxReply Wrong(string message) => new(400, new JsonObject { ["error"] = message });
}
