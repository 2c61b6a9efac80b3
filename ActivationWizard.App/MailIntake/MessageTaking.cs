using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Integrations.Mailbox.Store;

namespace ActivationWizard.App.MailIntake;

/// <summary>
/// Takes in one message that was read: a whole form opens a case, and everything is written down with what becomes of it. Done
/// again, by another process or after a crash at any moment, it comes to the same.
/// </summary>
public sealed class MessageTaking(
    MailRecords records, IncomingMailReader reader, RequestIntake intake, MailClaims claims, MailMeter meter, TimeProvider time)
{
    /// <summary>Takes it in; true when others are to be told that the messages changed.</summary>
    public async Task<bool> TakeAsync(MailHead head, byte[] source, CancellationToken cancellation)
    {
        var mail = reader.Read(source);
        var identity = records.PseudonymOf(mail.Envelope.Identity);
        if (await records.SawAsync(identity, MessageIdOf(mail), head.Key, cancellation))
            return false;
        return await TakenAsync(await SortedAsync(mail, identity, head, cancellation), head, cancellation);
    }

    /// <summary>Takes in one that was not read, and never is: it is skipped.</summary>
    public Task<bool> SkipAsync(MailHead head, MailSkipReason reason, CancellationToken cancellation) => TakenAsync(
        new TakenMessage(
            // Nothing is known of it but where it is.
            records.PseudonymOf($"at {head.Key.Folder} {head.Key.Id}"), MessageKind.Other, MessageState.Skipped, null,
            head.MessageId, head.ReceivedAt)
        {
            Reason = $"{reason}",
        },
        head, cancellation);

    /// <summary>So many wait to be taken in; null when another process takes them in.</summary>
    public void Expect(int? count) => meter.Waits(count);

    private async Task<bool> TakenAsync(TakenMessage message, MailHead head, CancellationToken cancellation)
    {
        var isNew = await records.TakeAsync(message, head.Key, cancellation);
        if (isNew)
            meter.Taken(message.Kind, message.State, time.GetUtcNow() - head.ReceivedAt);
        return isNew;
    }

    private async Task<TakenMessage> SortedAsync(
        IncomingMail mail, string identity, MailHead head, CancellationToken cancellation)
    {
        var open = Open(mail, identity, head);
        switch (mail)
        {
            case IncomingMail.FormMail form:
                // The case first, under a key of the message: whatever dies here, the next time gives the same case.
                return await OpenedAsync(form, identity, head, cancellation) is { } number
                    ? Dealt(open, MessageState.BecameCase, number) : open;
            case IncomingMail.ReplyToOurs reply:
                return await claims.OfAsync(reply, cancellation) is { } answered
                    ? Dealt(open, MessageState.OfCase, answered) with { Effect = reply.Reference }
                    : open with { Case = await claims.KnownAsync(reply.Reference, cancellation), Effect = reply.Reference };
            case IncomingMail.Bounce bounce:
                if (await claims.OfAsync(bounce, cancellation) is { } returned)
                    return Dealt(open, MessageState.OfCase, returned) with { Effect = bounce.Reference };
                // About somebody else: a person looks, because a mail may have been passed on. About no mail of ours: nobody.
                return await claims.KnownAsync(bounce.Reference, cancellation) is { } known
                    ? open with { Case = known, Effect = bounce.Reference }
                    : open with { State = MessageState.Skipped, Reason = $"{MailSkipReason.OtherReport}" };
            case IncomingMail.Skipped skipped:
                return open with { State = MessageState.Skipped, Reason = $"{skipped.Reason}" };
            default:
                return open;
        }
    }

    private async Task<CaseNumber?> OpenedAsync(
        IncomingMail.FormMail form, string identity, MailHead head, CancellationToken cancellation)
    {
        var fields = MailedRequest.Of(form.Form);
        fields.Mail = form.Envelope.Origin;
        fields.ReceivedAt = Believed(head.ReceivedAt);
        return await intake.ReceiveAsync(fields, Actor.Wizard, MessageRows.IntakeKeyOf(identity), cancellation) switch
        {
            IntakeOutcome.Received received => received.Number,
            // The same mail: the mail server says another moment, or we read it otherwise now.
            IntakeOutcome.KeyInUse before => before.Number,
            _ => null,
        };
    }

    // A mail server whose clock is wrong, or a mailbox that was put back years later, opens a case all the same.
    private DateTimeOffset? Believed(DateTimeOffset at) =>
        time.GetUtcNow() - at is var ago && ago > -IntakeReading.ClockDifference && ago < IntakeReading.LongestAgo ? at : null;

    private static TakenMessage Open(IncomingMail mail, string identity, MailHead head) => new(
        identity,
        mail switch
        {
            IncomingMail.FormMail => MessageKind.Form,
            IncomingMail.FreeMail => MessageKind.Free,
            IncomingMail.ReplyToOurs => MessageKind.Reply,
            IncomingMail.Bounce => MessageKind.Bounce,
            _ => MessageKind.Other,
        },
        MessageState.Open,
        new MessageHead(
            mail.Envelope.Sender.Name, mail.Envelope.Sender.Address?.ToString(), mail.Envelope.Subject),
        MessageIdOf(mail), head.ReceivedAt);

    private static TakenMessage Dealt(TakenMessage open, MessageState state, CaseNumber number) =>
        open with { State = state, Case = number, Head = null };

    private static string? MessageIdOf(IncomingMail mail) =>
        mail.Envelope.MessageId is { Length: > 0 and <= 500 } id ? id : null;
}
