using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Integrations.Mailbox.Store;

namespace ActivationWizard.App.MailIntake;

/// <summary>
/// What the page of the messages shows and does. Everything throws <see cref="UnauthorizedAccessException"/> for who may not.
/// </summary>
public sealed class MessageDesk(
    IncomingMessages messages, CaseAccesses accesses, MessageSearch search, IncomingMailReader reader, MessageChanges changes)
{
    /// <inheritdoc cref="IncomingMessages.OpenAsync"/>
    public Task<MessagePage> OpenAsync(int page, Actor actor, CancellationToken cancellation) =>
        messages.OpenAsync(page, actor, cancellation);

    /// <inheritdoc cref="IncomingMessages.SkippedAsync"/>
    public Task<IReadOnlyList<StoredMessage>> SkippedAsync(Actor actor, CancellationToken cancellation) =>
        messages.SkippedAsync(actor, cancellation);

    /// <summary>Reads a message in the mailbox. That it was read is written down first.</summary>
    public async Task<MessageOpening> ReadAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        if (await messages.FindAsync(id, actor, cancellation) is not { } known)
            return new MessageOpening.NoSuchMessage();
        await accesses.RecordMessageAsync(id, known.Case, actor, cancellation);
        return await search.ReadAsync(id, cancellation) switch
        {
            Reply<MailReading>.NotAnswered silent => new MessageOpening.NoAnswer(known, silent.Why),
            Reply<MailReading>.Answered { Value: MailReading.Found found } =>
                new MessageOpening.Opened(Opened(known, reader.Read(found.Source))),
            Reply<MailReading>.Answered { Value: MailReading.TooLarge } => new MessageOpening.TooLarge(known),
            _ => new MessageOpening.Gone(known),
        };
    }

    /// <summary>
    /// The message became this case, which the intake opened under its key. Whoever is second is told so, and the case is the
    /// first one's.
    /// </summary>
    public Task<MessageDecision> BecameCaseAsync(
        Guid id, int version, CaseNumber number, Actor actor, CancellationToken cancellation) =>
        ToldAsync(messages.DecideAsync(id, version, MessageState.BecameCase, number, null, actor, cancellation));

    /// <summary>The message is no request; it is filed.</summary>
    public Task<MessageDecision> NoRequestAsync(
        Guid id, int version, NoRequestReason reason, Actor actor, CancellationToken cancellation) =>
        ToldAsync(messages.DecideAsync(id, version, MessageState.NoRequest, null, reason, actor, cancellation));

    /// <summary>The message belongs to this case, and is added to its story.</summary>
    public Task<MessageDecision> BelongsToAsync(
        Guid id, int version, CaseNumber number, Actor actor, CancellationToken cancellation) =>
        ToldAsync(messages.DecideAsync(id, version, MessageState.OfCase, number, null, actor, cancellation));

    /// <summary>
    /// A message that was skipped or declined waits for somebody again, as it was opened: whose it is stands in the list then.
    /// One of which nothing is known is not taken back.
    /// </summary>
    public Task<MessageDecision> TakeBackAsync(
        MessageOpening opening, int version, TakeBackReason reason, Actor actor, CancellationToken cancellation)
    {
        return opening switch
        {
            MessageOpening.Opened { Message: { Known.Id: var id, Envelope: var mail } } => BackAsync(
                id,
                new MessageHead(mail.Sender.Name, mail.Sender.Address?.ToString(), mail.Subject),
                mail.MessageId is { Length: > 0 } named ? named : null),
            MessageOpening.TooLarge { Message.Id: var id } => BackAsync(id, null, null),
            _ => Task.FromResult(MessageDecision.TooLate),
        };

        Task<MessageDecision> BackAsync(Guid id, MessageHead? head, string? messageId) =>
            ToldAsync(messages.TakeBackAsync(id, version, reason, (head, messageId), actor, cancellation));
    }

    private async Task<MessageDecision> ToldAsync(Task<MessageDecision> deciding)
    {
        var came = await deciding;
        if (came is MessageDecision.Taken)
            changes.Tell();
        return came;
    }

    private static OpenedMessage Opened(StoredMessage known, IncomingMail mail)
    {
        var (content, fields) = mail switch
        {
            IncomingMail.FormMail form => (form.Content, MailedRequest.Of(form.Form)),
            IncomingMail.FreeMail free => (free.Content, MailedRequest.Of(free.Guess)),
            IncomingMail.ReplyToOurs reply => (reply.Content, new IntakeFields { Channel = Channel.Mailbox }),
            IncomingMail.Skipped { Guess: { } guess } skipped => (skipped.Content, MailedRequest.Of(guess)),
            IncomingMail.Bounce bounce => (bounce.Content, new IntakeFields { Channel = Channel.Mailbox }),
            _ => (null, new IntakeFields { Channel = Channel.Mailbox }),
        };
        fields.Mail = mail.Envelope.Origin;
        if (fields.Requester is not null and not Requester.Tenant)
            fields.RequesterName = mail.Envelope.Sender.Name;
        return new OpenedMessage(known, mail.Envelope, content?.Text, content?.Attachments ?? [], fields);
    }
}
