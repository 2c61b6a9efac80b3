using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>The reply that is to go, as the employee saw it.</summary>
[JournalName("reply-requested")]
public sealed record ReplyRequested(EffectKey Key, EmailAddress To, MailText Text) : EffectRequested(EffectKind.SendReply, Key);

/// <summary>The reply was sent.</summary>
[JournalName("reply-sent")]
public sealed record ReplySent(EffectKey Key) : EffectDone(EffectKind.SendReply, Key);

/// <summary>Sends the standard reply to the request's address (3).</summary>
internal sealed class SendReply() : Effect<ReplyRequested, ReplySent>(
    EffectKind.SendReply, ForeignSystem.Mailbox, RecoveryCapability.Query, RecoveryCapability.None)
{
    public override bool NeedsFreshFacts(Proposal proposal) => true;

    public override EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal) =>
        new ReplyRequested(key, proposal.Email!, activation.Acceptance!.Reply!);

    protected override Task<CaseEvent?> PerformAsync(ReplyRequested asked, EffectCall call) => OutcomeAsync(
        asked,
        call.Systems.Mailbox.SendAsync(new OutgoingMail(asked.Key, asked.To, asked.Text), call.Cancellation),
        _ => new ReplySent(asked.Key));

    protected override Task<SeenEvidence> FindEvidenceAsync(
        ReplyRequested asked, IEffectCase activation, EffectSystems systems, CancellationToken cancellation) =>
        SeenAsync(
            systems.Mailbox.FindMailAsync(asked.Key, asked.To, cancellation), match => Matched(match, new ReplySent(asked.Key)));

    protected override ReplySent ByHand(EffectKey key, EmailAddress? email) => new(key);
}
