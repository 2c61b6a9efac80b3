using System.Text.Json;
using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.App.Journal.Epochs;

/// <summary>How far a database was, noted outside it; nothing of any tenant.</summary>
/// <param name="Installation">Whose it is, as keys have it.</param>
/// <param name="Epoch">The number of the epoch that ran.</param>
/// <param name="Beat">How often an instance had noted in the database that it was at work.</param>
/// <param name="Ordinal">The highest case number of the year that this process knows.</param>
/// <param name="Heads">The versions of the cases that this process wrote to last.</param>
public sealed record CheckpointNote(
    string Installation, int Epoch, long Beat, int Ordinal, IReadOnlyDictionary<long, int> Heads);

/// <summary>
/// A small file outside the database. A database that is behind it was put back to an earlier moment, or is a replica that misses
/// the last of what was written.
/// </summary>
public sealed class OutsideCheckpoint(JournalPlace place)
{
    // In bytes; a whole one has a few thousand.
    private const int Longest = 1024 * 1024;

    /// <summary>What was noted last; null when nothing was, or it cannot be read.</summary>
    public async Task<CheckpointNote?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            if (!File.Exists(place.CheckpointFile) || new FileInfo(place.CheckpointFile).Length > Longest)
                return null;
            await using var file = File.OpenRead(place.CheckpointFile);
            return await JsonSerializer.DeserializeAsync<CheckpointNote>(file, cancellationToken: cancellation);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Notes it, in one piece: who reads it finds this note or the one before it.</summary>
    public async Task WriteAsync(CheckpointNote note, CancellationToken cancellation)
    {
        var unfinished = $"{place.CheckpointFile}.{Guid.NewGuid():N}.tmp";
        await using (var file = new FileStream(unfinished, FileMode.Create))
        {
            await JsonSerializer.SerializeAsync(file, note, cancellationToken: cancellation);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, place.CheckpointFile, overwrite: true);
    }
}
