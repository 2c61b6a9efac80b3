namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// A change to the journal that is whole or not at all. It may be staged again when the transaction it was in failed.
/// </summary>
public interface IJournalWrite
{
    /// <summary>What it writes to: no two writes with the same subject are in one transaction.</summary>
    string Subject { get; }

    /// <summary>Does its part inside a transaction that is open and will be committed by the writer.</summary>
    Task StageAsync(JournalSession session, CancellationToken cancellation);
}

/// <summary>The one door through which the journal is written.</summary>
public interface IJournalWriter
{
    /// <summary>
    /// On disk when this returns. Throws what the database threw, and then nothing of this write is there. Cancelled only as
    /// long as it has not begun.
    /// </summary>
    Task WriteAsync(IJournalWrite write, CancellationToken cancellation);
}
