namespace ActivationWizard.Domain.Ports;

/// <summary>
/// What a changing call came to. Closed; a lost answer is <see cref="Unknown"/>, and a 500 is not proof of nothing.
/// </summary>
public abstract record EffectOutcome<T>
{
    private EffectOutcome()
    {
    }

    /// <summary>The system did it, or it was so already.</summary>
    public sealed record Done(T Result) : EffectOutcome<T>;

    /// <summary>The system said no: nothing happened, and asking again gives the same.</summary>
    /// <param name="Code">The system's own error code, such as <c>account-geblokkeerd</c>; no personal data.</param>
    public sealed record Refused(string Code) : EffectOutcome<T>;

    /// <summary>Nothing reached the system: it is safe to ask again later.</summary>
    public sealed record NotDone(FailureReason Why) : EffectOutcome<T>;

    /// <summary>It may have happened and it may not.</summary>
    public sealed record Unknown(FailureReason Why) : EffectOutcome<T>;
}

/// <summary>The result of an effect that has none.</summary>
public sealed record NoResult
{
    private NoResult()
    {
    }

    /// <summary>The one there is.</summary>
    public static NoResult Value { get; } = new();
}
