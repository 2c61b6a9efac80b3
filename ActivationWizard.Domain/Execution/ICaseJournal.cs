using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Execution;

/// <summary>What became of an append. Closed.</summary>
public enum AppendOutcome
{
    /// <summary>The events and the case's summary are on disk.</summary>
    Appended,

    /// <summary>Somebody else appended first: nothing was written, read again.</summary>
    LostRace,

    /// <summary>The tenant's lease is no longer this holder's: nothing was written, and nothing may be done.</summary>
    Fenced,
}

/// <summary>The case of a request that came in.</summary>
/// <param name="Number">The case's number.</param>
/// <param name="Case">
/// As it was just opened, or, when its intake key was known, as it is by now. Null for a case that cannot be read any more: it
/// was erased, or damaged.
/// </param>
/// <param name="IsNew">The intake key was not known.</param>
public sealed record OpenedCase(CaseNumber Number, ActivationCase? Case, bool IsNew);

/// <summary>The append-only journal of all cases.</summary>
public interface ICaseJournal
{
    /// <summary>
    /// Opens a case under the next number of the year. The same <paramref name="intakeKey"/> gives the same case again, and no
    /// second one.
    /// </summary>
    Task<OpenedCase> OpenAsync(ActivationRequest request, Actor actor, string? intakeKey, CancellationToken cancellation);

    /// <summary>
    /// Opens a case under the next number for the request of one that is over, and notes in that one which it is: both on disk,
    /// or neither. Gives the new case, and <paramref name="ended"/> after it; null and as it was given when somebody else
    /// appended to it first.
    /// </summary>
    Task<(ActivationCase? Opened, ActivationCase Ended)> ReopenAsync(
        ActivationCase ended, ActivationRequest request, string reason, Actor actor, CancellationToken cancellation);

    /// <summary>The case after all of its events, which are read and folded once; null when there is no such case.</summary>
    Task<ActivationCase?> LoadAsync(CaseNumber number, CancellationToken cancellation);

    /// <summary>
    /// Appends events after <paramref name="after"/>, the case as the caller knows it, in one durable transaction with the case's
    /// summary, and gives the case after them. With a <paramref name="claim"/> the lease is checked in that same transaction.
    /// </summary>
    Task<(AppendOutcome Outcome, ActivationCase Case)> AppendAsync(
        ActivationCase after, IReadOnlyList<CaseEvent> events, Actor actor, TenantClaim? claim, CancellationToken cancellation);
}
