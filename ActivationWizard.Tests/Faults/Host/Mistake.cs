namespace ActivationWizard.Tests.Faults.Host;

/// <summary>Mistakes that are planted on purpose, to see that the check finds each. They exist in the tests' host only.</summary>
internal enum Mistake
{
    None,

    /// <summary><em>Requested</em> is written together with <em>done</em>, after the call.</summary>
    RequestedNotCommitted,

    /// <summary>A call without an answer is simply made again, under the same name.</summary>
    RetriedInTheCall,

    /// <summary>Every attempt has a key of its own.</summary>
    NewKeyPerAttempt,

    /// <summary>The system is asked at once whether a lost effect happened.</summary>
    NoQuietPeriod,

    /// <summary>The lock is on the case: two cases of one tenant act side by side.</summary>
    LockPerCase,

    /// <summary><em>Done</em> is written and then the effect is carried out.</summary>
    DoneBeforeEffect,

    /// <summary>An answer of 500 is taken as proof that nothing happened.</summary>
    ErrorIsNothing,

    /// <summary>A lost answer is taken as success.</summary>
    SilenceIsDone,

    /// <summary>Letters go to the neighbours.</summary>
    WrongRecipient,

    /// <summary>The code that went is not the code Umbrella holds.</summary>
    OldCode,

    /// <summary>The code is written to the log.</summary>
    CodeLogged,

    /// <summary>Nobody takes up what a dead process left.</summary>
    NoRecovery,
}
