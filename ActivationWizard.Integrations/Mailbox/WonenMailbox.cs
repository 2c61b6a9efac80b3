using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>The mailbox of a product that sends by itself.</summary>
internal sealed class WonenMailbox(
    IStandardReplies replies, MailWriting writing, IMailDelivery delivery, SystemPulse pulse) : IMailbox
{
    public string? TemplateFolder => replies.MailFolder;

    public Task<Reply<FilledReply?>> ComposeAsync(
        TemplateChoice choice, ReplyFilling filling, CancellationToken cancellation) =>
        replies.ComposeAsync(choice, filling, cancellation);

    public Task<EffectOutcome<string?>> DraftAsync(OutgoingMail mail, CancellationToken cancellation) =>
        WrittenAsync(mail, message => delivery.DraftAsync(message, mail, cancellation));

    public Task<EffectOutcome<NoResult>> SendAsync(OutgoingMail mail, CancellationToken cancellation) =>
        WrittenAsync(mail, message => delivery.SendAsync(message, mail, cancellation));

    public Task<Reply<ReferenceMatch>> FindMailAsync(
        EffectKey reference, EmailAddress recipient, string? draft, CancellationToken cancellation) =>
        delivery.FindAsync(new MailTrace(writing.MessageIdOf(reference), reference, recipient, draft), cancellation);

    // The text may have been changed by the employee after it was composed.
    private async Task<EffectOutcome<T>> WrittenAsync<T>(OutgoingMail mail, Func<MimeMessage, Task<EffectOutcome<T>>> act)
    {
        if (!PlainText.IsLine(mail.Text.Subject))
            return new EffectOutcome<T>.Refused(RefusalCodes.InvalidSubject);
        if (!PlainText.IsText(mail.Text.Body))
            return new EffectOutcome<T>.Refused(RefusalCodes.InvalidText);
        if (!MailWriting.TryAddress(mail.To, out var to))
            return new EffectOutcome<T>.Refused(RefusalCodes.InvalidAddress);

        using var message = writing.Write(mail, to);
        var outcome = await act(message);
        pulse.Note(ForeignSystem.Mailbox, outcome is EffectOutcome<T>.Done or EffectOutcome<T>.Refused);
        return outcome;
    }
}

/// <summary>The mailbox where the employee sends: the text is made here, the mail goes out of their own mail program.</summary>
internal sealed class MailboxByHand(IStandardReplies replies) : IMailbox
{
    public string? TemplateFolder => replies.MailFolder;

    public Task<Reply<FilledReply?>> ComposeAsync(
        TemplateChoice choice, ReplyFilling filling, CancellationToken cancellation) =>
        replies.ComposeAsync(choice, filling, cancellation);

    public Task<EffectOutcome<string?>> DraftAsync(OutgoingMail mail, CancellationToken cancellation) =>
        WorkedByHand.Do<string?>();

    public Task<EffectOutcome<NoResult>> SendAsync(OutgoingMail mail, CancellationToken cancellation) =>
        WorkedByHand.Do<NoResult>();

    public Task<Reply<ReferenceMatch>> FindMailAsync(
        EffectKey reference, EmailAddress recipient, string? draft, CancellationToken cancellation) =>
        WorkedByHand.Ask<ReferenceMatch>();
}
