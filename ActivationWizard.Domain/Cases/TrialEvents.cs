using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>What an employee did the old way, while the wizard was tried out.</summary>
public enum Practice
{
    /// <summary>What the wizard proposed; on a hold, nothing.</summary>
    AsProposed,

    /// <summary>A code to an account that stayed, by e-mail.</summary>
    CodeByEmail,

    /// <summary>A code to an account that stayed, by letter.</summary>
    CodeByLetter,

    /// <summary>A new account and a new code, whichever way it went.</summary>
    NewCode,

    /// <summary>No code, and the requester was told, on a ground.</summary>
    Refused,

    /// <summary>Nothing at all.</summary>
    Nothing,

    /// <summary>Something else, without giving a code.</summary>
    Other,
}

/// <summary>Why practice was not what the wizard proposed.</summary>
public enum PracticeReason
{
    /// <summary>What the systems say is wrong.</summary>
    RecordsAreWrong,

    /// <summary>The employee knew something that is in no system.</summary>
    KnewMore,

    /// <summary>The proposal is not what the instruction says.</summary>
    ProposalIsWrong,

    /// <summary>This is done here in another way than the instruction says.</summary>
    CustomDiffers,

    /// <summary>What was proposed could not be done.</summary>
    NotPossible,

    /// <summary>Another reason, which the note says.</summary>
    Other,
}

/// <summary>
/// The case is tried out from here on: it is looked up and proposed, and nothing is done for it. Its facts are asked anew.
/// </summary>
[JournalName("trial-begun")]
public sealed record TrialBegun : CaseEvent;

/// <summary>The installation went live while the case was tried out: somebody says whether it was done the old way.</summary>
[JournalName("went-live")]
public sealed record WentLive : CaseEvent;

/// <summary>A person said that nothing was done for the case the old way: the wizard handles it from here on.</summary>
[JournalName("trial-left")]
public sealed record TrialLeft : CaseEvent;

/// <summary>
/// Klaar: an employee said what was done the old way. The ground is that of a refusal; reason and note, of at most 500
/// characters, say why it was not what was proposed.
/// </summary>
[JournalName("practice-recorded")]
public sealed record PracticeRecorded(Practice Practice, RefusalGround? Ground, PracticeReason? Reason, string? Note) : CaseEvent;
