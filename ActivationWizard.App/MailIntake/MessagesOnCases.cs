using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;

namespace ActivationWizard.App.MailIntake;

/// <summary>
/// Puts a message on its case, and lets the case go on where something follows from it. A case in the middle of a call is waited
/// for, for some seconds at most.
/// </summary>
public sealed class MessagesOnCases(CaseMails mails, WaitingCases waiting, TimeProvider time) : ICaseMessages
{
    private const int MostWaits = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    /// <exception cref="TimeoutException">The case is still in the middle of a call.</exception>
    /// <exception cref="UnreadableCaseException">The case cannot be read here, and was not erased.</exception>
    public async Task TakeInAsync(CaseMessage message, CancellationToken cancellation)
    {
        var mail = MailOf(message);
        for (var wait = 0; wait < MostWaits; wait++)
        {
            var outcome = await ReceivedAsync(message, mail, cancellation);
            if (outcome is MailOutcome.Added { Case: { State.IsFinal: false } open })
                waiting.Add(open);
            if (outcome is not MailOutcome.Busy { Until: var until })
                return;
            await Task.Delay(Until(until), time, cancellation);
        }

        throw new TimeoutException($"Case {message.Number} is in the middle of a call.");
    }

    /// <summary>
    /// What the case keeps of the message. A report that a person added says as much as one that came by itself.
    /// </summary>
    public static CaseMail MailOf(CaseMessage message)
    {
        var envelope = message.Content?.Envelope;
        var bounce = message.Content as IncomingMail.Bounce;
        var tie = message.Effect is null ? MailTie.Added
            : message.Kind is MessageKind.Bounce ? MailTie.Report
            : MailTie.Reply;
        return new CaseMail(
            tie, message.Id, envelope?.Identity ?? $"{message.Id}", envelope?.Sender.Address, envelope?.Sender.Name ?? "",
            envelope?.Subject ?? "", message.ReceivedAt, message.Effect ?? bounce?.Reference,
            bounce is not null ? NoticeOf(bounce.Report)
                // It is in the mailbox no more, and nobody knows what it said.
                : tie is MailTie.Report ? new DeliveryNotice(DeliveryEnd.NotStated, null, null, "")
                : null);
    }

    private static DeliveryNotice NoticeOf(DeliveryReport report) => new(
        report.Action switch
        {
            DeliveryAction.Delivered => DeliveryEnd.Delivered,
            DeliveryAction.Delayed => DeliveryEnd.Delayed,
            DeliveryAction.Failed => DeliveryEnd.Failed,
            _ => DeliveryEnd.NotStated,
        },
        report.Recipient, report.Status, report.Diagnosis);

    private async Task<MailOutcome> ReceivedAsync(CaseMessage message, CaseMail mail, CancellationToken cancellation)
    {
        try
        {
            return await mails.ReceiveAsync(message.Number, mail, message.By, cancellation);
        }
        catch (UnreadableCaseException unreadable) when (unreadable is { ErasedAt: not null } or { Reason: CaseFault.Erased })
        {
            return new MailOutcome.NoSuchCase();
        }
    }

    private TimeSpan Until(DateTimeOffset? until) =>
        until - time.GetUtcNow() is { } left && left > TimeSpan.Zero && left < LongestWait ? left : LongestWait;
}
