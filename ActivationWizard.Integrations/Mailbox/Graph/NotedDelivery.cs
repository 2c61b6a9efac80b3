using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox.Graph;

/// <summary>Notes of each call of a delivery how sending and Sent do.</summary>
internal sealed class NotedDelivery(GraphDelivery delivery, MailPulse pulse) : IMailDelivery
{
    public async Task<EffectOutcome<string?>> DraftAsync(
        MimeMessage message, OutgoingMail mail, CancellationToken cancellation) =>
        Note(await delivery.DraftAsync(message, mail, cancellation));

    public async Task<EffectOutcome<NoResult>> SendAsync(
        MimeMessage message, OutgoingMail mail, CancellationToken cancellation) =>
        Note(await delivery.SendAsync(message, mail, cancellation));

    public async Task<EffectOutcome<NoResult>> SendTestAsync(MimeMessage message, CancellationToken cancellation) =>
        Note(await delivery.SendTestAsync(message, cancellation));

    // The token it asks for is noted where it is asked.
    public Task<Reply<NoResult>> SignInAsync(CancellationToken cancellation) => delivery.SignInAsync(cancellation);

    public async Task<Reply<ReferenceMatch>> FindAsync(MailTrace trace, CancellationToken cancellation) =>
        Note(await delivery.FindAsync(trace, cancellation));

    public async Task<Reply<bool>> HasFiledAsync(CancellationToken cancellation) =>
        Note(await delivery.HasFiledAsync(cancellation));

    private EffectOutcome<T> Note<T>(EffectOutcome<T> outcome)
    {
        if (outcome is EffectOutcome<T>.Done)
            pulse.Did(MailPart.Sending);
        else
            pulse.Refused(MailPart.Sending, outcome switch
            {
                EffectOutcome<T>.Refused refused => MailRefusals.Of(refused.Code),
                EffectOutcome<T>.NotDone not => MailRefusals.Of(not.Why),
                EffectOutcome<T>.Unknown unknown => MailRefusals.Of(unknown.Why),
                _ => MailRefusal.Nonsense,
            });
        return outcome;
    }

    private Reply<T> Note<T>(Reply<T> reply)
    {
        if (reply is Reply<T>.NotAnswered { Why: var why })
            pulse.Refused(MailPart.Sent, MailRefusals.Of(why));
        else
            pulse.Did(MailPart.Sent);
        return reply;
    }
}
