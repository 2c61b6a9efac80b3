using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.Store;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Notes of each question to the mailbox how the part did that its folder is of.</summary>
internal sealed class NotedStore(IMailStore store, MailPulse pulse, IOptions<MailboxOptions> options) : IMailStore
{
    private readonly MailFolderPath _templates = MailFolderPath.Parse(options.Value.TemplateMessages);

    public async Task<Reply<IReadOnlyList<MailHead>?>> ListAsync(
        MailFolderPath folder, int most, CancellationToken cancellation) =>
        NoteFolder(folder, await store.ListAsync(folder, most, cancellation));

    public async Task<Reply<IReadOnlyList<MailHead>?>> FindAsync(
        MailFolderPath folder, string messageId, CancellationToken cancellation) =>
        NoteFolder(folder, await store.FindAsync(folder, messageId, cancellation));

    public async Task<Reply<MailReading>> ReadAsync(MailKey key, CancellationToken cancellation) =>
        Note(key.Folder, await store.ReadAsync(key, cancellation));

    public async Task<Reply<MailMove>> MoveAsync(MailKey key, MailFolderPath destination, CancellationToken cancellation) =>
        Note(key.Folder, await store.MoveAsync(key, destination, cancellation));

    // A wait is no question: it ends without an answer where there is no such folder.
    public Task<Reply<bool>> WaitAsync(MailFolderPath folder, TimeSpan most, CancellationToken cancellation) =>
        store.WaitAsync(folder, most, cancellation);

    private Reply<IReadOnlyList<MailHead>?> NoteFolder(MailFolderPath folder, Reply<IReadOnlyList<MailHead>?> reply)
    {
        if (reply is Reply<IReadOnlyList<MailHead>?>.Answered { Value: null })
        {
            pulse.Refused(PartOf(folder), MailRefusal.FolderMissing);
            return reply;
        }

        return Note(folder, reply);
    }

    private Reply<T> Note<T>(MailFolderPath folder, Reply<T> reply)
    {
        if (reply is Reply<T>.Answered)
            pulse.Did(PartOf(folder));
        else if (reply is Reply<T>.NotAnswered { Why: not FailureReason.WorkedByHand and var why })
            pulse.Refused(PartOf(folder), MailRefusals.Of(why));
        return reply;
    }

    // What is not of the templates is where mail comes in, or goes when it was handled.
    private MailPart PartOf(MailFolderPath folder) => folder == _templates ? MailPart.Templates : MailPart.Inbox;
}
