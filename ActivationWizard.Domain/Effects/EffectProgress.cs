using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>How far an effect is.</summary>
public enum EffectStatus
{
    /// <summary>Asked, or about to be asked: the outcome is not in the journal.</summary>
    Requested,

    /// <summary>Done by the system.</summary>
    Done,

    /// <summary>Done by the employee, in the system's own screens.</summary>
    DoneByHand,

    /// <summary>Nothing reached the system; it may be asked again.</summary>
    NotDone,

    /// <summary>The system said no, or a person saw that it did not happen.</summary>
    Refused,

    /// <summary>It may have happened and it may not.</summary>
    Unknown,

    /// <summary>For the employee to do.</summary>
    ByHand,

    /// <summary>It was done, and what left came back: it did not arrive.</summary>
    Returned,

    /// <summary>The answer was lost; the wizard finds out by itself whether it happened.</summary>
    Lost,
}

/// <summary>One effect of a case as its journal has it. <paramref name="Attempts"/> counts the times it was asked.</summary>
public sealed record EffectProgress(
    EffectKind Effect,
    EffectKey Key,
    EffectStatus Status,
    DateTimeOffset RequestedAt,
    DateTimeOffset? EndedAt,
    int Attempts,
    int Sequence)
{
    /// <summary>Done, whoever did it.</summary>
    public bool IsDone => Status is EffectStatus.Done or EffectStatus.DoneByHand;

    /// <summary>Done, or nobody can say that it was not.</summary>
    public bool MayHaveHappened => IsDone || Status is EffectStatus.Requested or EffectStatus.Lost or EffectStatus.Unknown
        or EffectStatus.Returned;
}
