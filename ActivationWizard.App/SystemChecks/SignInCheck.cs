using System.Text.Json;
using System.Text.Json.Nodes;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.SignIn;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Integrations.Identity;

namespace ActivationWizard.App.SystemChecks;

/// <summary>
/// The identity provider's metadata, as the framework reads it, its keys and its clock. Who may come in with which role only
/// shows when somebody signs in.
/// </summary>
internal sealed class SignInCheck(
    Installation installation, SignInOptions settings, IdentityEndpoints endpoints, TimeProvider time) : IOwnCheck
{
    private const string WellKnown = ".well-known/openid-configuration";

    // Tokens are good from now on: a clock further away refuses fresh ones.
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(1);

    private static readonly string[] Needed = ["authorization_endpoint", "token_endpoint", "jwks_uri"];

    public CheckSubject Subject => CheckSubject.SignIn;

    public async Task<IReadOnlyList<CheckLine>> RunAsync(CancellationToken cancellation)
    {
        if (installation.IsDemo)
            return [];
        var (metadata, answer) = await ReadAsync($"{settings.Authority.TrimEnd('/')}/{WellKnown}", cancellation);
        var (keys, _) = metadata?["jwks_uri"] is JsonValue address && address.TryGetValue<string>(out var at)
            ? await ReadAsync(at, cancellation)
            : (null, null);
        return
        [
            new(Subject, "Metadata", metadata is not null ? Observation.Works : Silent(answer)),
            new(Subject, "Issuer", Judged(metadata, metadata?["issuer"] is JsonValue, "issuer: –")),
            new(Subject, "Endpoints", Judged(
                metadata, Missing(metadata) is "", $"{Missing(metadata)}: –")),
            new(Subject, "SigningKeys", Judged(metadata, keys?["keys"] is JsonArray { Count: > 0 }, "keys: []")),
            new(Subject, "Clock", Clock(answer)),
            new(Subject, "Roles", Observation.Untold(UntoldReason.NeedsChange)),
        ];
    }

    private static Observation Judged(JsonObject? metadata, bool isRight, string came) =>
        metadata is null ? Observation.Untold(UntoldReason.NoAnswer) : isRight ? Observation.Works : Observation.Differs(came);

    private static string Missing(JsonObject? metadata) =>
        string.Join(", ", Needed.Where(name => metadata?[name] is not JsonValue));

    private static Observation Silent(EndpointAnswer? answer) => answer is null
        ? Observation.Untold(UntoldReason.NoAnswer)
        : Observation.Differs(
            $"HTTP {answer.Status} {answer.MediaType}".TrimEnd(),
            answer.IsSuccess ? [new CheckFault(OddAnswer.NoJson)] : Array.Empty<CheckFault>());

    private Observation Clock(EndpointAnswer? answer) =>
        answer?.SentAt is not { } at ? Observation.Untold(UntoldReason.NoAnswer)
        : (at - time.GetUtcNow()) is var skew && skew.Duration() <= MostSkew ? Observation.Works
        : Observation.Differs($"{(skew < TimeSpan.Zero ? "-" : "+")}{skew:d\\.hh\\:mm\\:ss}");

    private static JsonObject? ObjectIn(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Null for what is no answer, or no object.
    private async Task<(JsonObject? Read, EndpointAnswer? Answer)> ReadAsync(string address, CancellationToken cancellation)
    {
        try
        {
            var answer = await endpoints.GetAsync(address, accessToken: null, cancellation);
            return (answer.IsSuccess ? ObjectIn(answer.Body) : null, answer);
        }
        catch (IdentityProviderAwayException)
        {
            return (null, null);
        }
    }
}
