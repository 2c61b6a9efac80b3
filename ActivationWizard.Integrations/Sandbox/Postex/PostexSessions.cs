using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Postex;

/// <summary>Where a letter stands. A failed one answers 200 with status error, as the real one does.</summary>
internal sealed class PostexSessions(SandboxWorld world, PostexSandboxOptions options)
{
    private static readonly string[] Stages = ["queued", "indexing", "processing", "done"];

    public SandboxReply Poll(SandboxRequest request)
    {
        if (world.State.Sessions.FirstOrDefault(session => session.Id == request["id"]) is not { } found)
            return PostexSandbox.Fault(404, "session_not_found", "There is no such session.");

        found.Polls++;
        found.Failed |= request.Twist == Twist.SessionError;
        world.Changed();
        return Shown(request, found, 200);
    }

    public SandboxReply Search(SandboxRequest request)
    {
        if (!options.QueryByReference || request.QueryValue("reference") is not { Length: > 0 } reference)
            return PostexSandbox.Fault(400, "parameter_unknown", "Sessions cannot be asked for like this.");

        var found = world.State.Sessions
            .Where(session => options.KeepsReferences && session.Reference == reference).Select(Data);
        return new(200, new JsonObject
        {
            ["data"] = new JsonArray([.. found]),
            ["info"] = Info(),
            ["metadata"] = new JsonObject(),
        });
    }

    public SandboxReply Shown(SandboxRequest request, PostexSession session, int status) => new(status, new JsonObject
    {
        ["data"] = Data(session),
        ["info"] = Info(),
        ["metadata"] = new JsonObject(),
        ["paths"] = new JsonObject
        {
            ["sessionStatus"] = new JsonObject
            {
                ["href"] = $"{request.Origin}/rest/v2/generator-sessions/{session.Id}",
                ["type"] = "GET",
            },
        },
    });

    private static JsonObject Info() => new() { ["apiVersion"] = "2.0.0" };

    private JsonNode Data(PostexSession session) => new JsonObject
    {
        ["id"] = session.Id,
        ["status"] = Status(session),
        ["submitted"] = session.Submitted,
        ["reference"] = session.Reference,
        ["recipient"] = new JsonObject
        {
            ["id"] = session.Recipient,
            ["addressLines"] = new JsonArray([.. session.Lines.Select(line => JsonValue.Create(line))]),
        },
    };

    private string Status(PostexSession session)
    {
        var part = options.TimeUntilDone is { } duration
            ? duration == TimeSpan.Zero ? 1 : (world.Now - session.Submitted) / duration
            : options.PollsUntilDone == 0 ? 1 : (double)session.Polls / options.PollsUntilDone;
        var stage = (int)(Math.Clamp(part, 0, 1) * (Stages.Length - 1));
        return session.Failed && stage > 0 ? "error" : Stages[stage];
    }
}
