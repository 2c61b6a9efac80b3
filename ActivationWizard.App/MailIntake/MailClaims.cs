using ActivationWizard.App.Journal.Events;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;

namespace ActivationWizard.App.MailIntake;

/// <summary>
/// Whether a message is about a mail of ours, as it claims: whoever had one mail can make up others. The journal knows each that
/// was sent, in whatever epoch of this installation, and whom it was sent to.
/// </summary>
public sealed class MailClaims(CaseReading cases)
{
    /// <summary>The case whose reply it answers; null when it is not from whom that was sent to.</summary>
    public Task<CaseNumber?> OfAsync(IncomingMail.ReplyToOurs reply, CancellationToken cancellation) =>
        OfAsync(reply.Reference, to => to.Equals(reply.Envelope.Sender.Address), cancellation);

    /// <summary>The case whose reply it returns; null when it names somebody whom that was not sent to.</summary>
    public Task<CaseNumber?> OfAsync(IncomingMail.Bounce bounce, CancellationToken cancellation) =>
        OfAsync(bounce.Reference, to => bounce.Report.Recipient is not { } named || to.Equals(named), cancellation);

    /// <summary>The case of a reply of ours with this key; null when there is none.</summary>
    public Task<CaseNumber?> KnownAsync(EffectKey reference, CancellationToken cancellation) =>
        OfAsync(reference, _ => true, cancellation);

    private async Task<CaseNumber?> OfAsync(
        EffectKey reference, Func<EmailAddress, bool> agrees, CancellationToken cancellation)
    {
        if (reference.Number is not { } number)
            return null;
        // Of a case that was erased, or that was meddled with, nothing can be told.
        var raw = await cases.ReadAsync(number, cancellation);
        var asked = raw.Break is null
            ? raw.Case?.Results.Replies.Find(one => one.Key == reference)
            : null;
        return asked is not null && agrees(asked.To) ? number : null;
    }
}
