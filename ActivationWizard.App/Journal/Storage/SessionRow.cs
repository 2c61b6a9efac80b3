namespace ActivationWizard.App.Journal.Storage;

/// <summary>Somebody is signed in, or was: one row for each time. All times are UTC, in ticks.</summary>
public sealed class SessionRow
{
    public Guid Id { get; init; }

    public required string PersonId { get; init; }

    public long BegunAt { get; init; }

    /// <summary>The last act of the person, give or take half a minute: not each is written.</summary>
    public long LastActAt { get; init; }

    /// <summary>When it was ended; null while it was not, also when its time is over.</summary>
    public long? EndedAt { get; init; }
}
