namespace ActivationWizard.App.Journal;

/// <summary>
/// Tells the other instances on the database at once that something was written, where the database can. What is not told is seen
/// by the next look.
/// </summary>
public interface IJournalNews
{
    /// <summary>Something was written: the others are told in a moment, once for all that is written meanwhile.</summary>
    void Tell();

    /// <summary>Calls <paramref name="heard"/> for what others tell, until it is cancelled.</summary>
    Task ListenAsync(Action heard, CancellationToken cancellation);
}

/// <summary>For a database that has no way to tell.</summary>
public sealed class NoJournalNews : IJournalNews
{
    /// <inheritdoc />
    public void Tell()
    {
    }

    /// <inheritdoc />
    public Task ListenAsync(Action heard, CancellationToken cancellation) => Task.CompletedTask;
}
