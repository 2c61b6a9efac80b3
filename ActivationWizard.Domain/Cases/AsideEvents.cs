using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>
/// Whoever has the case puts it aside until this day in the Netherlands, on which it comes back by itself. The note is 1 to 500
/// characters.
/// </summary>
[JournalName("case-put-aside")]
public sealed record CasePutAside(DateOnly Until, string Note) : CaseEvent;

/// <summary>The case is back on the list of whoever has it: the day came, or a person goes on with it sooner.</summary>
[JournalName("case-came-back")]
public sealed record CaseCameBack : CaseEvent;

/// <summary>Whoever has the case asks the team lead; the question is 1 to 500 characters.</summary>
[JournalName("team-lead-asked")]
public sealed record TeamLeadAsked(string Question) : CaseEvent;

/// <summary>A team lead answered the question; 1 to 500 characters. It decides nothing: whoever has the case does.</summary>
[JournalName("team-lead-answered")]
public sealed record TeamLeadAnswered(string Text) : CaseEvent;

/// <summary>Until when somebody put the case aside, and why.</summary>
public sealed record PutAside(ActedBy Placed, DateOnly Until, string Note)
{
    /// <summary>The first moment of the day on which it comes back.</summary>
    public DateTimeOffset ComesBackAt => DutchCalendar.StartOf(Until);
}

/// <summary>What a team lead was asked about the case last, and the answer; null while there is none.</summary>
public sealed record LeadQuestion(ActedBy Asked, string Text)
{
    /// <summary>Who answered, and when; null while nobody did.</summary>
    public ActedBy? Answered { get; init; }

    /// <summary>What the team lead said; null while nobody did.</summary>
    public string? Answer { get; init; }

    /// <summary>Nobody answered yet.</summary>
    public bool IsOpen => Answered is null;
}
