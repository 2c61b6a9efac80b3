using System.Security.Cryptography.X509Certificates;

namespace ActivationWizard.Integrations.Sandbox;

/// <summary>How the simulators behave. The defaults are those of the contracts, with keys that anybody may know.</summary>
public sealed record SandboxOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>What every call takes, before anything happens. Default none.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Where state and ledger are kept, so that a restart continues. Default: in memory only.</summary>
    public string? StateFile { get; init; }

    /// <summary>The Umbrella simulator's side.</summary>
    public UmbrellaSandboxOptions Umbrella { get; init; } = new();

    /// <summary>The Viewpoint simulator's side.</summary>
    public ViewpointSandboxOptions Viewpoint { get; init; } = new();

    /// <summary>The Postex simulator's side.</summary>
    public PostexSandboxOptions Postex { get; init; } = new();

    /// <summary>The side of the simulated Microsoft 365 mailbox.</summary>
    public MailboxSandboxOptions Mailbox { get; init; } = new();

    /// <summary>Simulators at this address that let in by the keys of the defaults.</summary>
    public static SandboxAddresses AddressesAt(Uri address)
    {
        var standard = new SandboxOptions();
        return new SandboxAddresses(
            new(address, "umbrella/"), new(address, "viewpoint/"), new(address, "postex/"), new(address, "mailbox/"))
        {
            Keys = new SandboxKeys(
                standard.Umbrella.ApiKey, standard.Viewpoint.ApiKey, standard.Postex.Token, standard.Postex.GeneratorId,
                standard.Mailbox.ClientId, standard.Mailbox.ClientSecret),
        };
    }
}

/// <summary>The settings of the simulated Microsoft 365 mailbox.</summary>
public sealed record MailboxSandboxOptions
{
    /// <summary>The client that may ask for tokens.</summary>
    public string ClientId { get; init; } = "demo-postvak-client";

    /// <summary>That client's secret.</summary>
    public string ClientSecret { get; init; } = "demo-postvak-geheim";

    /// <summary>What that client may prove itself by instead: its certificate, without the private key. Default none.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>How long a token is valid. Default one hour.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The only mailbox that the client may open, and send from. Default null: whichever it asks for is the one there is.
    /// </summary>
    public string? Address { get; init; }

    /// <summary>How many items a page holds at most. Default 1,000, as Graph has it.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>Whether a draft keeps the Message-ID it was made with. If not, it has another until it is set.</summary>
    public bool KeepsMessageIds { get; init; } = true;

    /// <summary>How long a mail that was sent is neither in Drafts nor in Sent. Default not at all.</summary>
    public TimeSpan TimeUntilFiled { get; init; }

    /// <summary>
    /// Whether there is post in it from the beginning, and somebody who answers, as a demonstration has it. Default not: then
    /// nothing comes in but what <c>/_sandbox/change</c> brings, at any time.
    /// </summary>
    public bool HasPost { get; init; }

    /// <summary>Where each mail that is sent becomes an <c>.eml</c> file as well. Default nowhere.</summary>
    public string? FilesFolder { get; init; }
}

/// <summary>The Umbrella simulator's settings.</summary>
public sealed class UmbrellaSandboxOptions
{
    /// <summary>The value of <c>X-API-KEY</c> that is let in.</summary>
    public string ApiKey { get; init; } = "demo-umbrella-sleutel";

    /// <summary>Whether POST honours <c>Idempotency-Key</c>.</summary>
    public bool HonourKeys { get; init; } = true;

    /// <summary>How long a key is remembered. Default 24 hours.</summary>
    public TimeSpan KeyLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a fresh activation code is valid. Default 30 days.</summary>
    public TimeSpan CodeLifetime { get; init; } = TimeSpan.FromDays(30);
}

/// <summary>The Viewpoint simulator's settings.</summary>
public sealed class ViewpointSandboxOptions
{
    /// <summary>The value of <c>X-API-KEY</c> that is let in.</summary>
    public string ApiKey { get; init; } = "demo-viewpoint-sleutel";

    /// <summary>The OAuth2 client that may ask for tokens.</summary>
    public string ClientId { get; init; } = "demo-viewpoint-client";

    /// <summary>That client's secret.</summary>
    public string ClientSecret { get; init; } = "demo-viewpoint-geheim";

    /// <summary>How long a token is valid. Default one hour.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Whether registrations can be asked for by our reference (<c>?code=</c>).</summary>
    public bool QueryByReference { get; init; } = true;

    /// <summary>How many items a page holds, 1 to 100. Default 100.</summary>
    public int PageSize { get; init; } = 100;
}

/// <summary>The Postex simulator's settings.</summary>
public sealed class PostexSandboxOptions
{
    /// <summary>The bearer token that is let in.</summary>
    public string Token { get; init; } = "demo-postex-token";

    /// <summary>The only generator that exists: the letter's template.</summary>
    public string GeneratorId { get; init; } = "263";

    /// <summary>Whether sessions can be asked for by our reference (<c>?reference=</c>).</summary>
    public bool QueryByReference { get; init; } = true;

    /// <summary>
    /// Whether <c>?reference=</c> is looked at. If not, no session has one, and whoever asks is answered an empty list.
    /// </summary>
    public bool KeepsReferences { get; init; } = true;

    /// <summary>At which poll a session is done; 0 is done at once. Default the second.</summary>
    public int PollsUntilDone { get; init; } = 2;

    /// <summary>How long a session takes; when set, time decides and not the number of polls.</summary>
    public TimeSpan? TimeUntilDone { get; init; }
}
