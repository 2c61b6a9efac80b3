using ActivationWizard.Domain.Ports;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>What it means that a mail server or Graph does not do what it is asked.</summary>
public enum MailRefusal
{
    /// <summary>It is not there, or says nothing.</summary>
    NoAnswer,

    /// <summary>It says to come back later: 4.3.2, BYE, a limit of connections, 429.</summary>
    Busy,

    /// <summary>Its certificate is not one that this machine trusts.</summary>
    Certificate,

    /// <summary>The address where tokens are asked refuses our client.</summary>
    Token,

    /// <summary>It refuses the user name with its password or token: 535 5.7.3, AUTHENTICATE failed, 401.</summary>
    SignIn,

    /// <summary>Signing in this way is switched off for the mailbox or the organisation: 535 5.7.139.</summary>
    SignInSwitchedOff,

    /// <summary>The sign-in is right, the mailbox is not opened for it: <em>authenticated but not connected</em>, 403.</summary>
    MailboxClosed,

    /// <summary>Who signed in may not send as the sender: 5.7.60, ErrorSendAsDenied.</summary>
    SendAs,

    /// <summary>It refuses this mail, whatever the reason.</summary>
    Mail,

    /// <summary>The folder is not there.</summary>
    FolderMissing,

    /// <summary>It answers what is not agreed.</summary>
    Nonsense,
}

/// <summary>Reads what a refusal means. Nothing of what the server says is kept: it may repeat an address.</summary>
public static class MailRefusals
{
    /// <summary>By what went wrong on a connection; <see cref="MailRefusal.NoAnswer"/> where nothing tells more.</summary>
    public static MailRefusal Of(Exception fault) => fault switch
    {
        SslHandshakeException => MailRefusal.Certificate,
        TokenRefusedException => MailRefusal.Token,
        AuthenticationException refusal when MailFault.IsPassing(refusal) => MailRefusal.Busy,
        AuthenticationException refusal when Says(refusal, "5.7.139") => MailRefusal.SignInSwitchedOff,
        AuthenticationException or ServiceNotAuthenticatedException => MailRefusal.SignIn,
        IOException { InnerException: AuthenticationException } => MailRefusal.Busy,
        _ when MailFault.IsClosedMailbox(fault) => MailRefusal.MailboxClosed,
        SmtpCommandException { StatusCode: var status } when (int)status < 500 => MailRefusal.Busy,
        SmtpCommandException when Says(fault, "5.7.60") || Says(fault, "SendAsDenied") => MailRefusal.SendAs,
        SmtpCommandException => MailRefusal.Mail,
        FolderNotFoundException => MailRefusal.FolderMissing,
        CommandException or NotSupportedException or FolderNotOpenException => MailRefusal.Nonsense,
        ImapProtocolException when Says(fault, "limit") || Says(fault, "too many") || Says(fault, "throttl") => MailRefusal.Busy,
        _ => MailRefusal.NoAnswer,
    };

    /// <summary>By what a port says of a call.</summary>
    public static MailRefusal Of(FailureReason why) => why switch
    {
        FailureReason.NotAllowed => MailRefusal.MailboxClosed,
        FailureReason.Nonsense => MailRefusal.Nonsense,
        _ => MailRefusal.NoAnswer,
    };

    /// <summary>By the code of a refusal, such as Graph's own.</summary>
    public static MailRefusal Of(string code) => code switch
    {
        "ErrorSendAsDenied" => MailRefusal.SendAs,
        "ErrorAccessDenied" => MailRefusal.MailboxClosed,
        _ => MailRefusal.Mail,
    };

    private static bool Says(Exception fault, string word) =>
        fault.Message.Contains(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The address where tokens are asked does not let our client in.</summary>
internal sealed class TokenRefusedException() : AuthenticationException("The token address refused the client of the mailbox.");
