using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>For a write that adds those of its rows that are not there, as others do at the same moment.</summary>
public static class RacingWrites
{
    // Each time there is at least one row more than before, and others put the rows of one write there together.
    private const int MostRaces = 5;

    /// <summary>
    /// Writes, and again when another had added the same row first, since it then finds that row: five times at most. Throws
    /// <see cref="DbUpdateException"/> for what is no such race, and otherwise as the writer does.
    /// </summary>
    public static async Task WriteRacingAsync(this IJournalWriter writer, IJournalWrite write, CancellationToken cancellation)
    {
        for (var race = 1; ; race++)
        {
            try
            {
                await writer.WriteAsync(write, cancellation);
                return;
            }
            catch (DbUpdateException) when (race < MostRaces)
            {
            }
        }
    }
}
