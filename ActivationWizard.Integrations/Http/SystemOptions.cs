namespace ActivationWizard.Integrations.Http;

/// <summary>What is set for every system that is spoken to over HTTP; <see cref="SystemSettings"/> has the bounds.</summary>
public abstract record SystemOptions
{
    /// <summary>How the system is reached.</summary>
    public SystemMode Mode { get; init; } = SystemMode.Sandbox;

    /// <summary>Null when it was not set. In sandbox mode the simulator's address, whatever was set.</summary>
    public Uri? BaseAddress { get; init; }

    /// <summary>The total deadline of one call, every attempt and pause included, in seconds.</summary>
    public double TimeoutSeconds { get; init; }

    /// <summary>How long one attempt may take, its body included, in seconds.</summary>
    public double AttemptTimeoutSeconds { get; init; }

    /// <summary>How often a call that may be repeated is repeated; 0 for never.</summary>
    public int Retries { get; init; }

    /// <summary>The first pause before repeating, in seconds; it doubles, with jitter.</summary>
    public double RetryPauseSeconds { get; init; }

    /// <summary>The longest Retry-After that is waited for, in seconds; a longer one ends the call.</summary>
    public double RetryAfterCapSeconds { get; init; }

    /// <summary>Attempts within 30 s before the circuit may open, which it does when half of them failed.</summary>
    public int CircuitMinimumCalls { get; init; }

    /// <summary>How long an open circuit keeps calls back, in seconds.</summary>
    public double CircuitBreakSeconds { get; init; }
}
