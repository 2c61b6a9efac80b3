namespace ActivationWizard.App.Security;

/// <summary>
/// What is told of security, one line each. Names and numbers are those of the log, and stay: the number is the line's event id.
/// </summary>
public enum SecurityEvent
{
    /// <summary>Somebody signed in, or has a role to choose yet.</summary>
    SignIn = 101,

    /// <summary>Somebody signed out.</summary>
    SignOut = 102,

    /// <summary>A session was ended by somebody else: a system manager, the identity provider.</summary>
    SessionEnd = 103,

    /// <summary>A role was chosen or taken away.</summary>
    Role = 104,

    /// <summary>Somebody was not let in, or not to where they wanted.</summary>
    Refusal = 105,

    /// <summary>Something was asked more often than it may be.</summary>
    Limit = 106,

    /// <summary>An employee asked to see a code.</summary>
    Reveal = 107,

    /// <summary>A case was erased, or could not be.</summary>
    Erasure = 108,

    /// <summary>The databases were copied.</summary>
    Backup = 109,

    /// <summary>A backup was put back.</summary>
    Restore = 110,

    /// <summary>The journal was verified.</summary>
    Verification = 111,

    /// <summary>The journal was moved to PostgreSQL.</summary>
    Move = 112,

    /// <summary>The app started: which settings are set.</summary>
    Settings = 113,

    /// <summary>The keys were wrapped by another master key.</summary>
    Rotation = 114,

    /// <summary>The access log was taken along.</summary>
    AccessLog = 115,

    /// <summary>Everything that is known about a tenant was put together.</summary>
    AccessRequest = 116,

    /// <summary>A case of another installation was taken in, or refused.</summary>
    Import = 117,

    /// <summary>A template was chosen for a standard reply, or a test mail was asked.</summary>
    Templates = 118,

    /// <summary>The settings were tried against the systems, at a party or at none.</summary>
    SystemCheck = 119,
}
