using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Inbox;

/// <summary>An event of a case, and the case before and after it.</summary>
public sealed record InboxTurn(ActivationCase Before, RecordedEvent Entry, ActivationCase After)
{
    /// <summary>What happened.</summary>
    public CaseEvent Event => Entry.Event;

    /// <summary>Who did it; the wizard, for what no person caused.</summary>
    public Actor By => Entry.Actor;

    /// <summary>The act of which it is a part, where a person did the same to several cases at once; null otherwise.</summary>
    public Guid? Act => Event switch
    {
        CaseHandedOver { Act: var act } => act,
        CaseSkipped { Act: var act } => act,
        _ => null,
    };

    /// <summary>Who had the case before it happened; null when nobody did.</summary>
    public InboxAddress? Handler => Before.Handler is { } handler ? InboxAddress.To(handler) : null;

    /// <summary>Who has the case after it happened; null when nobody does.</summary>
    public InboxAddress? NewHandler => After.Handler is { } handler ? InboxAddress.To(handler) : null;
}

/// <summary>When somebody is told what.</summary>
/// <param name="Kind">What.</param>
/// <param name="Tells">Who is told of an event; null for nobody. Whoever did it is not told, whatever this says.</param>
/// <param name="Stands">
/// What has to be so of the case. It is told when that begins, and is over when it ends; null for what is over once it was seen.
/// </param>
/// <param name="IsQuestion">True for what only an answer ends: to have seen it is not enough.</param>
public sealed record InboxRule(
    InboxKind Kind, Func<InboxTurn, InboxAddress?> Tells, Func<ActivationCase, bool>? Stands = null, bool IsQuestion = false)
{
    /// <summary>Who is told of this event; null when nobody is.</summary>
    public InboxAddress? Of(InboxTurn turn) =>
        Stands is { } stands && (stands(turn.Before) || !stands(turn.After)) ? null
        : Tells(turn) is { } to && (to.PersonId is null || to.PersonId != turn.By.Id) ? to
        : null;

    /// <summary>What stood before this event and does not after it.</summary>
    public bool IsOver(InboxTurn turn) => Stands is { } stands && stands(turn.Before) && !stands(turn.After);
}
