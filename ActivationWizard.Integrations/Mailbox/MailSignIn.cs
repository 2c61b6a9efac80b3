using MailKit;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Opens a connection with the mail server and signs in on it, for sending and for looking in Sent alike.</summary>
internal sealed class MailSignIn(IOptions<MailboxOptions> options, AccessTokens tokens, TimeProvider time)
{
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

    private async Task<SaslMechanism> ByTokenAsync(CancellationToken cancellation) =>
        new SaslMechanismOAuth2(_options.UserName, await tokens.GetAsync(cancellation));

    private static SecureSocketOptions Socket(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };
}
