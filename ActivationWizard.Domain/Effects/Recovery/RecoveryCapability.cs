namespace ActivationWizard.Domain.Effects.Recovery;

/// <summary>What a system can do to find out about an effect whose answer was lost.</summary>
public enum RecoveryCapability
{
    /// <summary>It honours our key for some hours: the same request under the same key, within them.</summary>
    Key,

    /// <summary>
    /// It can be asked by our reference: the quiet period is waited out, then it is asked, then the effect is closed
    /// or sent again.
    /// </summary>
    Query,

    /// <summary>The wanted state can be read: it is, and the effect is done only if it is still needed.</summary>
    State,

    /// <summary>None of these: never sent again by the machine, a person looks.</summary>
    None,
}
