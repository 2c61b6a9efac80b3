using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.App.Journal.Epochs;

/// <summary>
/// A small file outside the database. A database that is behind it was put back to an earlier moment, or is a replica that misses
/// the last of what was written.
/// </summary>
public sealed partial class OutsideCheckpoint(JournalPlace place, RecordSeals seals, ILogger<OutsideCheckpoint> log)
{
    // In bytes; a whole one has some tens of thousands.
    private const int Longest = 4 * 1024 * 1024;

    /// <summary>
    /// What was noted last; null when nothing was, or it cannot be read, or its seal is not ours. A note without any seal is of
    /// an earlier version, and counts.
    /// </summary>
    public async Task<CheckpointNote?> ReadAsync(CancellationToken cancellation)
    {
        if (!File.Exists(place.CheckpointFile))
            return null;
        var note = await ReadAsync(place.CheckpointFile, cancellation);
        if (note is not null && (note.Seal is null || note.IsSealed(seals)))
            return note;
        NotOurs(log);
        return null;
    }

    /// <summary>What a file holds, whoever sealed it; null when it is no note. Throws when it cannot be read.</summary>
    public static async Task<CheckpointNote?> ReadAsync(string path, CancellationToken cancellation) =>
        new FileInfo(path).Length <= Longest ? CheckpointNote.Read(await File.ReadAllBytesAsync(path, cancellation)) : null;

    /// <summary>Notes it, in one piece: who reads it finds this note or the one before it.</summary>
    public async Task WriteAsync(CheckpointNote note, CancellationToken cancellation)
    {
        var unfinished = $"{place.CheckpointFile}.{Guid.NewGuid():N}.tmp";
        await using (var file = PrivateFiles.Write(unfinished, FileMode.Create))
        {
            await file.WriteAsync(note.Write(), cancellation);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, place.CheckpointFile, overwrite: true);
    }

    [LoggerMessage(1, LogLevel.Error, "Journal:CheckpointFile holds no note that this master key sealed. It is not used.")]
    private static partial void NotOurs(ILogger logger);
}
