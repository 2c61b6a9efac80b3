namespace ActivationWizard.Integrations.Http;

/// <summary>What is set for every system that is spoken to over HTTP. Durations are in seconds, fractions allowed.</summary>
public abstract class SystemOptions
{
    /// <summary>Default: <see cref="SystemMode.Http"/> with a base address, else <see cref="SystemMode.Sandbox"/>.</summary>
    public SystemMode? Mode { get; set; }

    /// <summary>Absolute; https, unless it is on loopback. In sandbox mode the simulator's address, whatever was set.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The total deadline of one call, every attempt and pause included. Default 30.</summary>
    public double TimeoutSeconds { get; set; } = 30;

    /// <summary>How long one attempt may take, its body included. Default 10.</summary>
    public double AttemptTimeoutSeconds { get; set; } = 10;

    /// <summary>How often a call that may be repeated is repeated. Default 2, at most 10, 0 for never.</summary>
    public int Retries { get; set; } = 2;

    /// <summary>The first pause before repeating; it doubles, with jitter. Default 0.2.</summary>
    public double RetryPauseSeconds { get; set; } = 0.2;

    /// <summary>The longest Retry-After that is waited for; a longer one ends the call. Default 5.</summary>
    public double RetryAfterCapSeconds { get; set; } = 5;

    /// <summary>Attempts within 30 s before the circuit may open, which it does when half of them failed. Default 10.</summary>
    public int CircuitMinimumCalls { get; set; } = 10;

    /// <summary>How long an open circuit keeps calls back. Default 15, at least 0.5.</summary>
    public double CircuitBreakSeconds { get; set; } = 15;
}
