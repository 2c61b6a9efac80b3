using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>A person wrote something down about the case, 1 to 500 characters; it asks and decides nothing.</summary>
[JournalName("note-added")]
public sealed record NoteAdded(string Text) : CaseEvent;

/// <summary>
/// A person had the request of a case that is over handled again, for a reason of 1 to 500 characters: in a new case, which is
/// <paramref name="As"/>. This one stays over.
/// </summary>
[JournalName("case-reopened")]
public sealed record CaseReopened(CaseNumber As, string Reason) : CaseEvent;

/// <summary>The case that is over, of which a new one handles the request again, and why.</summary>
public sealed record ReopenedCase(CaseNumber Number, string Reason);

/// <summary>What sort of line of the story it is.</summary>
public enum StoryKind
{
    /// <summary>A note.</summary>
    Note,

    /// <summary>The case was put aside.</summary>
    PutAside,

    /// <summary>A question to the team lead.</summary>
    Question,

    /// <summary>The team lead's answer.</summary>
    Answer,

    /// <summary>The request was corrected.</summary>
    Corrected,
}

/// <summary>What somebody said of the case, for whoever has it after.</summary>
public sealed record StoryLine(StoryKind Kind, ActedBy By, string Text);
