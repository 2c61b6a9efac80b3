using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Postex;

/// <summary>How a recipient wants to be written to; unknown (404) means paper.</summary>
internal sealed class PostexPreferences(SandboxWorld world)
{
    public SandboxReply Read(SandboxRequest request) =>
        world.State.Preferences.TryGetValue(request["relatienummer"], out var preference)
            ? Shown(request, preference)
            : new(404);

    public SandboxReply Set(SandboxRequest request)
    {
        var wanted = new PostexPreference(request.Object.Text("channel") ?? "", request.Object.Text("email"));
        if (wanted is not ({ Channel: "paper", Email: null } or { Channel: "email", Email.Length: > 0 }))
            return PostexSandbox.Fault(400, "preference_invalid", "channel is paper, or email with an address.");

        var number = request["relatienummer"];
        if (world.State.Preferences.GetValueOrDefault(number) != wanted)
        {
            world.State.Preferences[number] = wanted;
            world.Record(request, SandboxEffects.SetPreference, number, entry => entry with
            {
                Recipient = wanted.Email is { } address ? [address] : [],
                Detail = wanted.Channel,
            });
        }

        return Shown(request, wanted);
    }

    private static SandboxReply Shown(SandboxRequest request, PostexPreference preference)
    {
        var body = new JsonObject { ["recipientId"] = request["relatienummer"], ["channel"] = preference.Channel };
        if (preference.Email is { } address) body["email"] = address;
        return new(200, body);
    }
}
