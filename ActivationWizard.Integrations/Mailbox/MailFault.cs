using System.Net.Sockets;
using System.Text.Json;
using ActivationWizard.Domain.Ports;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>What goes wrong on the way to a mail server.</summary>
internal static class MailFault
{
    /// <summary>True for what a server or a network can do; not for our mistakes, nor for a caller who cancels.</summary>
    public static bool IsExpected(Exception fault, CancellationToken caller) => fault switch
    {
        OperationCanceledException => !caller.IsCancellationRequested,
        IOException or SocketException or TimeoutException or HttpRequestException => true,
        ProtocolException or CommandException or FolderNotFoundException or FolderNotOpenException => true,
        AuthenticationException or SslHandshakeException => true,
        ServiceNotAuthenticatedException or ServiceNotConnectedException => true,
        NotSupportedException => true,
        _ => false,
    };

    /// <summary>True for a sign-in that a submission server put off (4xx): who we are has nothing to do with it.</summary>
    public static bool IsPassing(AuthenticationException refusal) =>
        refusal.InnerException is SmtpCommandException { StatusCode: var status } && (int)status < 500;

    /// <summary>
    /// True for what Exchange says when the sign-in is right and the mailbox is not the app's: <em>User is authenticated but not
    /// connected</em>.
    /// </summary>
    public static bool IsClosedMailbox(Exception fault) =>
        fault is ImapCommandException { ResponseText: { } text }
        && text.Contains("authenticated but not connected", StringComparison.OrdinalIgnoreCase);

    /// <summary>The same in the words of the ports.</summary>
    public static FailureReason Why(Exception fault) => fault switch
    {
        _ when IsClosedMailbox(fault) => FailureReason.NotAllowed,
        AuthenticationException refusal when IsPassing(refusal) => FailureReason.Unreachable,
        AuthenticationException or ServiceNotAuthenticatedException => FailureReason.NotAllowed,
        NotSupportedException or CommandException => FailureReason.Nonsense,
        HttpRequestException { InnerException: JsonException } => FailureReason.Nonsense,
        FolderNotFoundException or FolderNotOpenException => FailureReason.Nonsense,
        _ => FailureReason.Unreachable,
    };
}
