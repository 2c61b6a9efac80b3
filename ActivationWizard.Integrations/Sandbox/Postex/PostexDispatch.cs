using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Postex;

/// <summary>Taking a letter. Postex does not look at keys or references: two calls are two letters.</summary>
internal sealed partial class PostexDispatch(SandboxWorld world, PostexSandboxOptions options, PostexSessions sessions)
{
    public SandboxReply Dispatch(SandboxRequest request)
    {
        if (request["generatorId"] != options.GeneratorId)
            return PostexSandbox.Fault(404, "generator_not_found", "There is no such generator.");

        var reference = request.Object.Text("reference");
        var recipient = request.Object?["recipient"] as JsonObject;
        var number = recipient.Text("id");
        var lines = (recipient?["addressLines"] as JsonArray)?.Select(Line).ToArray() ?? [];
        var code = request.Object?["parameters"].Text("activatiecode");
        if (string.IsNullOrEmpty(reference)) return PostexSandbox.Fault(400, "reference_missing", "reference is missing.");
        if (string.IsNullOrEmpty(number) || string.IsNullOrEmpty(recipient.Text("name")))
            return PostexSandbox.Fault(400, "recipient_incomplete", "recipient needs an id and a name.");
        if (lines.Length is < 3 or > 6 || lines.Any(string.IsNullOrWhiteSpace) || !LastLine().IsMatch(lines[^1]))
            return PostexSandbox.Fault(
                400, "address_invalid", "addressLines holds 3 to 6 lines, the last one postcode and town.");
        if (string.IsNullOrEmpty(code)) return PostexSandbox.Fault(400, "parameter_missing", "activatiecode is missing.");

        var session = new PostexSession
        {
            Id = world.State.NextId(),
            Reference = reference,
            Recipient = number,
            Lines = lines,
            Submitted = world.Now,
            Failed = request.Twist == Twist.SessionError,
        };
        world.State.Sessions.Add(session);
        Record(request, number, reference, lines, code, session.Id);
        return sessions.Shown(request, session, options.PollsUntilDone == 0 ? 200 : 202);
    }

    private void Record(SandboxRequest request, string number, string reference, string[] lines, string code, string session)
    {
        var preference = world.State.Preferences.GetValueOrDefault(number);
        var email = preference is { Channel: "email", Email: { } address } ? address : null;
        var effect = email is null ? SandboxEffects.DispatchLetter : SandboxEffects.DispatchEmail;
        world.Record(request, effect, number, entry => entry with
        {
            Reference = reference,
            Recipient = email is null ? lines : [email],
            CodeHash = SandboxWorld.Hash(code),
            Detail = session,
        });
    }

    private static string Line(JsonNode? line) =>
        line is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    [GeneratedRegex("^[1-9][0-9]{3} [A-Z]{2}  [^a-z]+$")]
    private static partial Regex LastLine();
}
