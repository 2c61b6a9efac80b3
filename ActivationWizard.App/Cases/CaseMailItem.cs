using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;

namespace ActivationWizard.App.Cases;

/// <summary>A mail of a case that came in or went out. Closed.</summary>
/// <param name="At">When it came in, or was sent or at least asked to be.</param>
public abstract record CaseMailItem(DateTimeOffset At)
{
    /// <summary>It came in on the case, and is in its journal.</summary>
    public sealed record Received(ReceivedMail One) : CaseMailItem(One.Mail.ReceivedAt);

    /// <summary>The case began with it, or it is about to be put on the case.</summary>
    public sealed record Known(StoredMessage Message) : CaseMailItem(Message.ReceivedAt);

    /// <summary>A reply that was sent, or may have been; its words are null for one that an employee sent.</summary>
    public sealed record Sent(EffectProgress Effect, ReplyAsked? Reply) : CaseMailItem(Effect.EndedAt ?? Effect.RequestedAt);

    /// <summary>Those of a case, in the order of their coming and going.</summary>
    /// <param name="activation">The case.</param>
    /// <param name="messages">What the installation knows of its messages.</param>
    public static IReadOnlyList<CaseMailItem> Of(ActivationCase activation, IEnumerable<StoredMessage> messages)
    {
        var received = activation.Mails.Select(one => (CaseMailItem)new Received(one));
        var known = messages.Where(one => activation.Mails.All(mail => mail.Mail.Message != one.Id))
            .Select(one => (CaseMailItem)new Known(one));
        var sent = (from effect in activation.Effects
                    where effect is { Effect: EffectKind.SendReply, MayHaveHappened: true }
                    select (CaseMailItem)new Sent(effect, activation.Results.Replies.FindLast(one => one.Key == effect.Key)))
            .ToList();
        return [.. known.Concat(sent).Concat(received).OrderBy(Place)];

        // What answers a mail came after it, whatever the mail server's clock says.
        DateTimeOffset Place(CaseMailItem item) =>
            item is Received { One.Mail.About: { } about }
            && sent.Find(one => one is Sent { Effect.Key: var key } && key == about) is { At: var before } && before > item.At
                ? before : item.At;
    }
}
