using System.Security.Cryptography.X509Certificates;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Integrations.Mailbox.Graph;

/// <summary>Registers the mailbox over Graph: that of Microsoft, or the simulator's.</summary>
internal static class GraphRegistration
{
    public static IServiceCollection AddGraph(this IServiceCollection services, MailboxOptions options, SandboxAddresses? sandbox)
    {
        var own = options.Mode is MailboxMode.Sandbox ? InSandbox(options.Graph, sandbox) : options.Graph;
        services
            .AddSystem<GraphClient, GraphOptions>(
                ForeignSystem.Mailbox, own, (client, _) => client.DefaultRequestHeaders.Add("Prefer", GraphClient.ImmutableIds))
            .AddHttpMessageHandler(provider => new GraphSignIn(provider.GetRequiredService<MailPulse>()))
            .AddHttpMessageHandler(provider => new BearerAuthorization(
                provider.GetRequiredKeyedService<AccessTokens>(nameof(GraphClient))));
        return services
            .AddKeyedSingleton(nameof(GraphClient), (provider, _) => new AccessTokens(
                TokenClientOf(own), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<GraphDelivery>()
            .AddSingleton<NotedDelivery>()
            .AddSingleton<GraphHeads>()
            .AddSingleton<GraphFolders>()
            .AddSingleton<GraphStore>();
    }

    private static TokenClient TokenClientOf(GraphOptions options) => new(
        options.TokenAddress,
        options.ClientId,
        options.ClientSecret,
        options.Scope,
        SecretPlace.Form,
        TimeSpan.FromSeconds(options.AttemptTimeoutSeconds / 2))
    {
        Assertion = options.Certificate.Length is 0 ? null : new ClientAssertion(
            X509Certificate2.CreateFromPemFile(options.Certificate), options.ClientId, options.TokenAddress),
    };

    // A real secret is never shown to a simulator.
    private static GraphOptions InSandbox(GraphOptions options, SandboxAddresses? sandbox) => options with
    {
        BaseAddress = sandbox is null ? null : new Uri(sandbox.Mailbox, "v1.0/"),
        TokenAddress = sandbox is null ? "" : new Uri(sandbox.Mailbox, "oauth2/v2.0/token").AbsoluteUri,
        ClientId = sandbox?.Keys.MailboxClient ?? "",
        ClientSecret = sandbox?.Keys.MailboxSecret ?? "",
        Certificate = "",
        Mailbox = options.Mailbox.Length > 0 ? options.Mailbox : MailWriting.SandboxFrom,
    };
}
