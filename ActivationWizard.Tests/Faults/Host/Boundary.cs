namespace ActivationWizard.Tests.Faults.Host;

/// <summary>Where in the life of one effect the process dies. In the order in which they come.</summary>
internal enum Boundary
{
    /// <summary>The journal has been told to write <em>requested</em>, and has not.</summary>
    BeforeRequested,

    /// <summary><em>Requested</em> is on disk, nothing has been called. In a recovery: before its first look or call.</summary>
    AfterRequested,

    /// <summary>The call is under way: the system holds it, and its effect comes when the caller is dead.</summary>
    DuringCall,

    /// <summary>The effect happened and the answer is under way.</summary>
    AfterEffect,

    /// <summary>The answer is here, and <em>done</em> is not on disk.</summary>
    AfterAnswer,

    /// <summary><em>Done</em> is on disk.</summary>
    AfterDone,
}
