using MailKit;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>
/// Notices that an IMAP server said to come back later (RFC 5530), which the library reports as any other sign-in that failed.
/// It keeps nothing of what is said.
/// </summary>
internal sealed class BusyWatch : IProtocolLogger
{
    /// <summary>True once the server has said so.</summary>
    public bool IsBusy { get; private set; }

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    public void LogConnect(Uri uri)
    {
    }

    public void LogClient(byte[] buffer, int offset, int count)
    {
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        var said = buffer.AsSpan(offset, count);
        IsBusy |= said.IndexOf(" NO [LIMIT]"u8) >= 0
            || said.IndexOf(" NO [UNAVAILABLE]"u8) >= 0
            || said.IndexOf(" NO [INUSE]"u8) >= 0;
    }

    public void Dispose()
    {
    }
}
