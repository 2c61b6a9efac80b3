namespace ActivationWizard.Integrations.Sandbox.World;

/// <summary>An effect that was really carried out, whatever the caller was told.</summary>
/// <param name="Sequence">1, 2, 3… over all systems.</param>
/// <param name="Number">1, 2, 3… within this system and effect.</param>
/// <param name="System"><c>umbrella</c>, <c>viewpoint</c>, <c>postex</c> or <c>mailbox</c>.</param>
/// <param name="Effect">One of <see cref="SandboxEffects"/>.</param>
/// <param name="Subject">The id of the customer, party or recipient it was done to; of a mail its first recipient.</param>
public sealed record LedgerEntry(long Sequence, int Number, DateTimeOffset Moment, string System, string Effect, string Subject)
{
    /// <summary>The caller's <c>Idempotency-Key</c>, honoured or not.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The caller's <c>X-Correlation-Id</c>.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Our reference, where the call carries one.</summary>
    public string? Reference { get; init; }

    /// <summary>To whom a letter or mail went: its address lines, or one e-mail address.</summary>
    public IReadOnlyList<string> Recipient { get; init; } = [];

    /// <summary>SHA-256, in lower-case hexadecimals, of the code in a letter or mail, or of a fresh code.</summary>
    public string? CodeHash { get; init; }

    /// <summary>What else a test may want: the account, the channel, the session.</summary>
    public string? Detail { get; init; }
}
