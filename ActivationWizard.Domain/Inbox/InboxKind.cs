namespace ActivationWizard.Domain.Inbox;

/// <summary>What a person is told or asked. The names are in the database.</summary>
public enum InboxKind
{
    /// <summary>A colleague asks for a case of this employee.</summary>
    TakeOverAsked,

    /// <summary>The case that this employee asked for stays with whoever has it.</summary>
    CaseKept,

    /// <summary>A colleague who asked and got no answer took the case.</summary>
    TakenOver,

    /// <summary>A case was given to this employee, by a colleague or a team lead.</summary>
    HandedToYou,

    /// <summary>A team lead gave a case of this employee to somebody else.</summary>
    GivenAway,

    /// <summary>A team lead settled something in a case of this employee.</summary>
    Decided,

    /// <summary>A case that was agreed to asks its employee something after all.</summary>
    CameBack,

    /// <summary>A case of this employee needs a check.</summary>
    Stuck,

    /// <summary>The reply of a case of this employee did not arrive.</summary>
    Returned,

    /// <summary>A mail came in on a case of this employee.</summary>
    MailCame,

    /// <summary>A case waits for the decision of a team lead.</summary>
    AwaitsTeamLead,

    /// <summary>A case that this employee put aside until today is back.</summary>
    BackFromAside,

    /// <summary>An employee asks a team lead something about a case.</summary>
    QuestionForTeamLead,

    /// <summary>A team lead answered what this employee asked.</summary>
    QuestionAnswered,

    /// <summary>A team lead wrote a note on a case of this employee.</summary>
    Noted,

    /// <summary>A case needs a check, which a team lead may do as well.</summary>
    StuckForTeamLead,

    /// <summary>Somebody reports a mistake in a case.</summary>
    MistakeReported,

    /// <summary>Somebody said something about a step of a case of this employee.</summary>
    Remarked,

    /// <summary>A team lead gave a case of this employee, who is away, back to the list.</summary>
    PutBack,

    /// <summary>A team lead reviewed a finished case of this employee.</summary>
    Reviewed,
}
