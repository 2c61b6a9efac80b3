using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// Somebody is signed in, or was: one row for each time, and for each role in it. All times are UTC, in ticks. What a row of an
/// earlier version does not have is null.
/// </summary>
public sealed class SessionRow
{
    public Guid Id { get; init; }

    public required string PersonId { get; init; }

    public long BegunAt { get; init; }

    /// <summary>The last act of the person, give or take half a minute: not each is written.</summary>
    public long LastActAt { get; init; }

    /// <summary>When it was ended; null while it was not, also when its time is over.</summary>
    public long? EndedAt { get; init; }

    public string? Name { get; init; }

    /// <summary>The role it is in; null while the person has not chosen one.</summary>
    public Role? Role { get; init; }

    /// <summary>Every role that the person has by the identity provider, with commas between.</summary>
    public string? Roles { get; init; }

    /// <summary>The identity provider's own session; null where it has no name for it.</summary>
    public string? ProviderSession { get; init; }

    /// <summary>When the identity provider last said what roles the person has; null where none is asked.</summary>
    public long? CheckedAt { get; init; }

    /// <summary>When it was last asked; null where there is nothing to ask with.</summary>
    public long? AskedAt { get; init; }

    /// <summary>What it is asked with, sealed.</summary>
    public string? Grant { get; init; }
}
