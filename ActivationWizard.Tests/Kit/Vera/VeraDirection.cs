namespace ActivationWizard.Tests.Kit.Vera;

/// <summary>Who wrote the message, and so how strictly it is read.</summary>
public enum VeraDirection
{
    /// <summary>
    /// We wrote it whole: unknown properties are violations, what a description calls <c>verplicht</c> must be there.
    /// </summary>
    Sent,

    /// <summary>We wrote only what changes (PATCH): unknown properties are violations, any known one may be missing.</summary>
    SentInPart,

    /// <summary>They wrote it: unknown properties do not matter.</summary>
    Answer,
}
