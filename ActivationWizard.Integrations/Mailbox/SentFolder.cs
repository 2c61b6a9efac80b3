using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>The mailbox's Sent folder over IMAP: looked at, and added to where the server does not file what is sent.</summary>
internal sealed partial class SentFolder(
    MailSignIn signIn, MailWriting writing, MailPulse pulse, IOptions<MailboxOptions> options, ILogger<SentFolder> logger)
{
    // Of those that came last.
    private const int MostLookedAt = 50;

    private static readonly MessageSummaryItems Envelopes = MessageSummaryItems.UniqueId | MessageSummaryItems.Envelope;
    private readonly MailboxOptions _options = options.Value;

    /// <summary>
    /// What is there with this Message-ID, held against the address it was to go to; not answered where that cannot be asked.
    /// </summary>
    public Task<Reply<ReferenceMatch>> FindAsync(string messageId, EmailAddress recipient, CancellationToken cancellation) =>
        !_options.CanBeAsked
            ? Task.FromResult<Reply<ReferenceMatch>>(new Reply<ReferenceMatch>.NotAnswered(FailureReason.WorkedByHand))
            : AskAsync(
                "find messages",
                async (folder, patience) =>
                {
                    var found = await folder.SearchAsync(SearchQuery.HeaderContains("Message-ID", messageId), patience);
                    var mails = found.Count is 0 ? [] : await folder.FetchAsync(found, Envelopes, patience);
                    // Servers search for a part of the header, and drop a mail that was deleted between the two questions.
                    return mails
                        .Where(mail => mail.Envelope?.MessageId is not { } id || id == messageId)
                        .Select(mail => Recipients.Match(mail.Envelope?.To, recipient))
                        .ToList()
                        .Together();
                },
                cancellation);

    /// <summary>Whether one of the mails that came last is of ours; not answered where there is no server to read from.</summary>
    public Task<Reply<bool>> HasOursAsync(CancellationToken cancellation) => !signIn.CanRead
        ? Task.FromResult<Reply<bool>>(new Reply<bool>.NotAnswered(FailureReason.WorkedByHand))
        : AskAsync(
            "look in Sent",
            async (folder, patience) => folder.Count > 0
                && (await folder.FetchAsync(Math.Max(0, folder.Count - MostLookedAt), -1, Envelopes, patience))
                    .Any(mail => writing.IsOurs(mail.Envelope?.MessageId)),
            cancellation);

    /// <summary>
    /// Files a mail that was sent, where the server does not do so itself; one that is there by this Message-ID stays the only
    /// one. That it cannot be filed makes it no less sent: the log says so.
    /// </summary>
    public async Task FileAsync(MimeMessage message, string messageId)
    {
        // Nobody takes a mail back by cancelling here.
        using var exchange = signIn.Begin("file in Sent", CancellationToken.None);
        try
        {
            using var client = await signIn.OpenImapAsync(exchange.Token);
            var folder = await FindAsync(client, exchange.Token);
            await folder.OpenAsync(FolderAccess.ReadWrite, exchange.Token);
            if ((await folder.SearchAsync(SearchQuery.HeaderContains("Message-ID", messageId), exchange.Token)).Count is 0)
                await folder.AppendAsync(MailFormat.Of(message), message, MessageFlags.Seen, exchange.Token);
            await signIn.CloseAsync(client);
            exchange.Answered();
            pulse.Did(MailPart.Sent);
        }
        catch (Exception fault) when (MailFault.IsExpected(fault, CancellationToken.None))
        {
            LogNotFiled(fault.GetType().Name);
            exchange.Failed(fault);
            pulse.Refused(MailPart.Sent, MailRefusals.Of(fault));
        }
    }

    private async Task<Reply<T>> AskAsync<T>(
        string operation, Func<IMailFolder, CancellationToken, Task<T>> question, CancellationToken cancellation)
    {
        using var exchange = signIn.Begin(operation, cancellation);
        try
        {
            using var client = await signIn.OpenImapAsync(exchange.Token);
            var folder = await FindAsync(client, exchange.Token);
            await folder.OpenAsync(FolderAccess.ReadOnly, exchange.Token);
            var answer = await question(folder, exchange.Token);
            await signIn.CloseAsync(client);
            exchange.Answered();
            pulse.Did(MailPart.Sent);
            return new Reply<T>.Answered(answer);
        }
        catch (Exception fault) when (MailFault.IsExpected(fault, cancellation))
        {
            LogFault(fault.GetType().Name);
            exchange.Failed(fault);
            pulse.Refused(MailPart.Sent, MailRefusals.Of(fault));
            return new Reply<T>.NotAnswered(MailFault.Why(fault));
        }
    }

    private async Task<IMailFolder> FindAsync(ImapClient client, CancellationToken cancellation)
    {
        if (_options.SentFolder.Length > 0)
            return await client.GetFolderAsync(_options.SentFolder, cancellation);
        return client.GetFolder(SpecialFolder.Sent) ?? throw new FolderNotFoundException(nameof(SpecialFolder.Sent));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A mail that was sent cannot be filed in Sent ({Fault})")]
    private partial void LogNotFiled(string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The Sent folder cannot be read ({Fault})")]
    private partial void LogFault(string fault);
}
