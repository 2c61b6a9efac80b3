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

    // The text may have been changed by the employee after it was composed.
    public Task<EffectOutcome<NoResult>> SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (!PlainText.IsLine(mail.Text.Subject))
            return Refused(RefusalCodes.InvalidSubject);
        if (!PlainText.IsText(mail.Text.Body))
            return Refused(RefusalCodes.InvalidText);
        if (!MailWriting.TryAddress(mail.To, out var to))
            return Refused(RefusalCodes.InvalidAddress);
        return SendWrittenAsync(mail, to, cancellation);
    }

    public Task<Reply<ReferenceMatch>> FindMailAsync(
        EffectKey reference, EmailAddress recipient, CancellationToken cancellation) =>
        delivery.FindAsync(writing.MessageIdOf(reference), reference, recipient, cancellation);

    private async Task<EffectOutcome<NoResult>> SendWrittenAsync(
        OutgoingMail mail, MailboxAddress to, CancellationToken cancellation)
    {
        using var message = writing.Write(mail, to);
        var outcome = await delivery.SendAsync(message, mail.Reference.ToString(), cancellation);
        pulse.Note(ForeignSystem.Mailbox, outcome is EffectOutcome<NoResult>.Done or EffectOutcome<NoResult>.Refused);
        return outcome;
    }

    private static Task<EffectOutcome<NoResult>> Refused(string code) =>
        Task.FromResult<EffectOutcome<NoResult>>(new EffectOutcome<NoResult>.Refused(code));
}

/// <summary>The mailbox where the employee sends: the text is made here, the mail goes out of their own mail program.</summary>
internal sealed class MailboxByHand(IStandardReplies replies) : IMailbox
{
    public string? TemplateFolder => replies.MailFolder;

    public Task<Reply<FilledReply?>> ComposeAsync(
        TemplateChoice choice, ReplyFilling filling, CancellationToken cancellation) =>
        replies.ComposeAsync(choice, filling, cancellation);

    public Task<EffectOutcome<NoResult>> SendAsync(OutgoingMail mail, CancellationToken cancellation) =>
        Task.FromResult<EffectOutcome<NoResult>>(new EffectOutcome<NoResult>.NotDone(FailureReason.WorkedByHand));

    public Task<Reply<ReferenceMatch>> FindMailAsync(
        EffectKey reference, EmailAddress recipient, CancellationToken cancellation) =>
        Task.FromResult<Reply<ReferenceMatch>>(new Reply<ReferenceMatch>.NotAnswered(FailureReason.WorkedByHand));
}
