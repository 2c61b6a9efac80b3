using ActivationWizard.Integrations.Http;
using MailKit;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Opens a connection with the mail server and signs in on it, for sending and for looking in Sent alike.</summary>
internal sealed class MailSignIn(
    IOptions<MailboxOptions> options,
    [FromKeyedServices(MailboxOptions.Section)] AccessTokens tokens,
    IHttpClientFactory clients,
    TimeProvider time)
{
    /// <summary>The HTTP client that tokens are asked for with.</summary>
    public const string TokenClientName = MailboxOptions.Section;

    private readonly MailboxOptions _options = options.Value;

    /// <summary>Throws when the server is not there, is not who it says, or does not let us in.</summary>
    public async Task OpenAsync(
        MailService client, string host, int port, MailSecurity security, CancellationToken cancellation)
    {
        client.ServerCertificateValidationCallback = CertificateTrust.In(_options.CertificateAuthority);
        await client.ConnectAsync(host, port, Socket(security), cancellation);
        if (_options.UserName.Length is 0)
            return;
        if (_options.OAuth.IsUsed)
            await client.AuthenticateAsync(await ByTokenAsync(cancellation), cancellation);
        else
            await client.AuthenticateAsync(_options.UserName, _options.Password, cancellation);
    }

    /// <summary>Says goodbye, but does not wait long for an answer nobody needs.</summary>
    public async Task CloseAsync(MailService client)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), time);
        try
        {
            await client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception e) when (MailFault.IsExpected(e, CancellationToken.None))
        {
            // The mail has been taken; how the connection ends changes nothing.
        }
    }

    /// <summary>The time there is for one exchange, from now on.</summary>
    public MailDeadline Deadline(CancellationToken cancellation) => new(_options.Timeout, time, cancellation);

    private async Task<SaslMechanism> ByTokenAsync(CancellationToken cancellation)
    {
        using var client = clients.CreateClient(TokenClientName);
        var token = await tokens.GetAsync(
            refused: null,
            (request, patience) => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience),
            cancellation);
        return token is null
            ? throw new AuthenticationException("The token address refused the client of the mailbox.")
            : new SaslMechanismOAuth2(_options.UserName, token);
    }

    private static SecureSocketOptions Socket(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };
}
