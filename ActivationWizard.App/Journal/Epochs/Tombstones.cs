using System.Globalization;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Epochs;

/// <summary>That a case was erased, as it is noted outside every store; nothing of any tenant.</summary>
/// <param name="Case">The case, see <see cref="CaseKey"/>.</param>
/// <param name="At">When. UTC, in ticks.</param>
/// <param name="KeyIds">The keys that its events were encrypted with; one, unless somebody meddled.</param>
public sealed record Tombstone(long Case, long At, IReadOnlyList<Guid> KeyIds);

/// <summary>
/// A small file beside the checkpoint, a line for each erased case, sealed: when the database, the key store or both are put back
/// from before, what was erased stays so. It only grows; keep it when a database is put back.
/// </summary>
public sealed class Tombstones(JournalPlace place, RecordSeals seals)
{
    private const string Purpose = "tombstone";
    private const int MostAttempts = 100;

    // The cases that this process knows to be in the file.
    private readonly HashSet<long> _noted = [];

    // How many erasures the database had when they were last compared; below zero before that.
    private int _compared = -1;

    /// <summary>Notes these; on disk when this returns. Throws <see cref="IOException"/> when that cannot be.</summary>
    public async Task AddAsync(JournalContext journal, IReadOnlyCollection<Tombstone> erased, CancellationToken cancellation)
    {
        if (erased.Count is 0 || await InstallationAsync(journal, cancellation) is not { } installation)
            return;
        await using (var file = await OpenAsync(cancellation))
        {
            await using var writer = new StreamWriter(file, leaveOpen: true);
            foreach (var one in erased)
                await writer.WriteLineAsync(LineOf(installation, one).AsMemory(), cancellation);
            await writer.FlushAsync(cancellation);
            file.Flush(flushToDisk: true);
        }

        lock (_noted)
            _noted.UnionWith(erased.Select(one => one.Case));
    }

    /// <summary>Those of this installation; a line that does not have its seal is none.</summary>
    public async Task<IReadOnlyList<Tombstone>> ReadAsync(JournalContext journal, CancellationToken cancellation)
    {
        if (!File.Exists(place.ErasedFile) || await InstallationAsync(journal, cancellation) is not { } installation)
            return [];
        var lines = await File.ReadAllLinesAsync(place.ErasedFile, cancellation);
        var read = lines.Select(line => Read(installation, line)).OfType<Tombstone>().DistinctBy(one => one.Case).ToList();
        lock (_noted)
            _noted.UnionWith(read.Select(one => one.Case));
        return read;
    }

    /// <summary>Notes what another instance erased; reads one number when that is nothing.</summary>
    public async Task CatchUpAsync(JournalContext journal, CancellationToken cancellation)
    {
        var count = (await journal.ListAsync("SELECT COUNT(*) FROM \"Erasures\"", row => (int)row.GetInt64(0), cancellation))[0];
        if (count == Volatile.Read(ref _compared))
            return;
        if (count > 0)
            await NoteMissingAsync(journal, cancellation);
        Volatile.Write(ref _compared, count);
    }

    private async Task NoteMissingAsync(JournalContext journal, CancellationToken cancellation)
    {
        await ReadAsync(journal, cancellation);
        var rows = await journal.Erasures.Select(row => new { row.Case, row.At }).ToListAsync(cancellation);
        var missing = rows.Where(row => !IsNoted(row.Case)).ToDictionary(row => row.Case, row => row.At);
        var cases = missing.Keys.ToList();
        var keys = (await journal.Events.Where(row => cases.Contains(row.Case)).Select(row => new { row.Case, row.KeyId })
            .Distinct().ToListAsync(cancellation)).ToLookup(row => row.Case, row => row.KeyId);
        await AddAsync(
            journal, [.. missing.Select(one => new Tombstone(one.Key, one.Value, [.. keys[one.Key]]))], cancellation);
    }

    private bool IsNoted(long @case)
    {
        lock (_noted)
            return _noted.Contains(@case);
    }

    private static async Task<string?> InstallationAsync(JournalContext journal, CancellationToken cancellation) =>
        (await InstallationEpochs.LastAsync(journal, cancellation))?.Epoch.Split('-')[0];

    private string LineOf(string installation, Tombstone one)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{installation} {one.Case} {one.At} {string.Join(',', one.KeyIds)}");
        return $"{text} {seals.OfText(Purpose, text)}";
    }

    private Tombstone? Read(string installation, string line) =>
        line.Split(' ') is [var whose, var number, var at, var ids, _] && whose == installation
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var @case)
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && new Tombstone(@case, ticks, IdsOf(ids)) is var read && LineOf(installation, read) == line
            ? read
            : null;

    private static List<Guid> IdsOf(string text) =>
        [.. text.Split(',').Select(one => Guid.TryParse(one, out var id) ? id : (Guid?)null).OfType<Guid>()];

    // The command and the app may both write: who has it open has it alone.
    private async Task<FileStream> OpenAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return PrivateFiles.Write(place.ErasedFile, FileMode.Append, FileShare.Read);
            }
            catch (IOException) when (attempt < MostAttempts && File.Exists(place.ErasedFile))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellation);
            }
        }
    }
}
