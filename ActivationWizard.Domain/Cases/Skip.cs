using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>Why a case was given back to the list undone.</summary>
public enum SkipReason
{
    /// <summary>Something has to be asked of the requester first.</summary>
    AskRequester,

    /// <summary>A colleague or the team lead has to be asked first.</summary>
    AskColleague,

    /// <summary>Somebody who knows more of this should do it.</summary>
    ForSomebodyElse,

    /// <summary>The employee knows the requester.</summary>
    KnowsRequester,

    /// <summary>Another reason, which the note says.</summary>
    Other,
}

/// <summary>Somebody gave the case back to the list, at a moment and for a reason.</summary>
public sealed record Skip(Actor By, DateTimeOffset At, SkipReason Reason, string? Note);
