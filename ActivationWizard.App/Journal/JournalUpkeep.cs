using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.App.Journal;

/// <summary>What is done with the journal at every start, once its tables are there.</summary>
public sealed class JournalUpkeep(RecordBaseline baseline, ErasureReplay erasures, LostTime lost, FinishedRefresh refresh)
{
    /// <summary>Twice is harmless. For one process at a time.</summary>
    public async Task RunAsync(JournalContext journal, CancellationToken cancellation)
    {
        // Rows of before are made whole before they are sealed, and what was erased is erased again before anybody is told.
        await refresh.RunAsync(cancellation);
        await baseline.SetAsync(journal, cancellation);
        try
        {
            await erasures.RunAsync(cancellation);
        }
        catch (Exception cause) when (UnusableJournalException.IsForbidden(cause))
        {
            throw DatabaseRightsException.OfErasureAgain();
        }

        await lost.OpenAsync(cancellation);
    }
}
