using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>The reply that is to go, as the employee saw it.</summary>
[JournalName("reply-requested")]
public sealed record ReplyRequested(EffectKey Key, EmailAddress To, MailText Text) : EffectRequested(EffectKind.SendReply, Key)
{
    internal override EffectResults AddTo(EffectResults results) =>
        results with { Replies = results.Replies.Add(new ReplyAsked(Key, To, Text)) };
}

/// <summary>The reply stands ready in the mailbox, as the draft with this id; nothing was sent.</summary>
[JournalName("reply-draft-made")]
public sealed record ReplyDraftMade(EffectKey Key, string Draft) : EffectInquiry(EffectKind.SendReply, Key)
{
    internal override EffectResults AddTo(EffectResults results) => results with { Draft = new MailDraft(Key!, Draft) };
}

/// <summary>The reply was sent.</summary>
[JournalName("reply-sent")]
public sealed record ReplySent(EffectKey Key) : EffectDone(EffectKind.SendReply, Key);

/// <summary>Sends the standard reply to the request's address (3), or to the one that was found when that did not work.</summary>
internal sealed class SendReply() : Effect<ReplyRequested, ReplySent>(
    EffectKind.SendReply, ForeignSystem.Mailbox,
    RecoveryCapability.Query, RecoveryCapability.State, RecoveryCapability.None)
{
    public override bool NeedsFreshFacts(Proposal proposal) => true;

    public override EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal) =>
        new ReplyRequested(key, proposal.Email!, activation.Acceptance!.Reply!);

    // The draft's id is in the journal before anything is sent from it: a draft is sent once, whoever asks.
    protected override async Task<CaseEvent?> PerformAsync(ReplyRequested asked, EffectCall call)
    {
        var mailbox = call.Systems.Mailbox;
        var mail = new OutgoingMail(asked.Key, asked.To, asked.Text)
        {
            Answers = call.Case.Request.Mail,
            IsAutomatic = call.Case.IsReplyAsComposed,
            Draft = DraftOf(asked, call.Case),
        };
        if (mail.Draft is null)
        {
            var draft = await mailbox.DraftAsync(mail, call.Cancellation);
            if (draft is not EffectOutcome<string?>.Done { Result: null })
                return await OutcomeAsync(asked, Task.FromResult(draft), id => new ReplyDraftMade(asked.Key, id!));
        }

        var sent = await mailbox.SendAsync(mail, call.Cancellation);
        // Where nothing was sent the draft stands ready still: it is sent later, and no second one is made under another key.
        return mail.Draft is not null
            && sent is EffectOutcome<NoResult>.NotDone { Why: not FailureReason.WorkedByHand and var why }
            ? new OutcomeUnknown(Kind, asked.Key, why)
            : await OutcomeAsync(asked, Task.FromResult(sent), _ => new ReplySent(asked.Key));
    }

    protected override Task<SeenEvidence> FindEvidenceAsync(
        ReplyRequested asked, IEffectCase activation, EffectSystems systems, CancellationToken cancellation) =>
        SeenAsync(
            systems.Mailbox.FindMailAsync(asked.Key, asked.To, DraftOf(asked, activation), cancellation),
            match => Matched(match, new ReplySent(asked.Key)));

    protected override ReplySent ByHand(EffectKey key, EmailAddress? email) => new(key);

    private static string? DraftOf(ReplyRequested asked, IEffectCase activation) =>
        activation.Results.Draft is { } made && made.Key == asked.Key ? made.Id : null;
}
