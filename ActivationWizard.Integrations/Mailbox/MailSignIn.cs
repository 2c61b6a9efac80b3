using ActivationWizard.Integrations.Http;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Opens a connection with the mail server and signs in on it, for sending and for reading alike.</summary>
internal sealed class MailSignIn(
    IOptions<MailboxOptions> options,
    [FromKeyedServices(MailboxOptions.Section)] AccessTokens tokens,
    IHttpClientFactory clients,
    MailPulse pulse,
    SystemMeter meter,
    TimeProvider time)
{
    /// <summary>The HTTP client that tokens are asked for with.</summary>
    public const string TokenClientName = MailboxOptions.Section;

    private readonly MailboxOptions _options = options.Value;

    /// <summary>Whether there is a server to read from.</summary>
    public bool CanRead => _options.ImapHost.Length > 0;

    /// <summary>The most that one exchange may take.</summary>
    public TimeSpan Timeout => _options.Timeout;

    /// <summary>A connection to read on, which the caller disposes. Throws as below.</summary>
    public async Task<ImapClient> OpenImapAsync(CancellationToken cancellation)
    {
        var watch = new BusyWatch();
        var client = new ImapClient(watch);
        try
        {
            await OpenAsync(client, _options.ImapHost, _options.ImapPortInUse, _options.ImapSecurity, cancellation);
            return client;
        }
        catch (AuthenticationException cause) when (watch.IsBusy)
        {
            client.Dispose();
            pulse.Refused(MailPart.SignIn, MailRefusal.Busy);
            throw new IOException("The mail server lets nobody in now.", cause);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Throws when the server is not there, is not who it says, or does not let us in. A token that is refused is replaced, once:
    /// it may have been taken back before its time was over.
    /// </summary>
    public async Task OpenAsync(
        MailService client, string host, int port, MailSecurity security, CancellationToken cancellation)
    {
        try
        {
            await EnterAsync(client, host, port, security, cancellation);
            pulse.Did(MailPart.SignIn);
        }
        // Also when the time was over: whether the caller's or ours cannot be told apart here.
        catch (Exception fault) when (MailFault.IsExpected(fault, CancellationToken.None))
        {
            pulse.Refused(MailPart.SignIn, MailRefusals.Of(fault));
            throw;
        }
    }

    private async Task EnterAsync(
        MailService client, string host, int port, MailSecurity security, CancellationToken cancellation)
    {
        client.ServerCertificateValidationCallback = CertificateTrust.In(_options.CertificateAuthority);
        await client.ConnectAsync(host, port, Socket(security), cancellation);
        if (_options.UserName.Length is 0)
            return;
        if (!_options.OAuth.IsUsed)
        {
            await client.AuthenticateAsync(_options.UserName, _options.Password, cancellation);
            return;
        }

        var token = await TokenAsync(refused: null, cancellation);
        try
        {
            await client.AuthenticateAsync(new SaslMechanismOAuth2(_options.UserName, token), cancellation);
        }
        catch (AuthenticationException refusal) when (!MailFault.IsPassing(refusal))
        {
            var another = await TokenAsync(refused: token, cancellation);
            if (another == token)
                throw;
            // A server may end a connection on which somebody was refused.
            if (!client.IsConnected)
                await client.ConnectAsync(host, port, Socket(security), cancellation);
            await client.AuthenticateAsync(new SaslMechanismOAuth2(_options.UserName, another), cancellation);
        }
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

    /// <summary>Begins an exchange, whose time is counted from now on, by our own name of it.</summary>
    public MailExchange Begin(string operation, CancellationToken cancellation) =>
        new(operation, Deadline(cancellation), meter);

    /// <summary>The same time, for a question that is no call by itself.</summary>
    public MailDeadline Deadline(CancellationToken cancellation) => new(Timeout, time, cancellation);

    private async Task<string> TokenAsync(string? refused, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(TokenClientName);
        return await tokens.GetAsync(
            refused,
            (request, patience) => client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience),
            cancellation)
            ?? throw new TokenRefusedException();
    }

    private static SecureSocketOptions Socket(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };
}
