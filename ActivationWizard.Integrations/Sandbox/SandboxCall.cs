namespace ActivationWizard.Integrations.Sandbox;

/// <summary>A call that came in, whatever became of it.</summary>
public sealed record SandboxCall(long Sequence, string System, string Method, string Path)
{
    /// <summary>The caller's <c>X-Correlation-Id</c>.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The caller's <c>Idempotency-Key</c>.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The fault the call met.</summary>
    public Faults.FaultKind? Fault { get; init; }

    /// <summary>
    /// Whether a code stood where none may stand: in the address or a header, or in a body that is not a letter.
    /// </summary>
    public bool Leaks { get; init; }
}
