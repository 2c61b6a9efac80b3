using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Epochs;

/// <summary>What follows when the database is found to be at an earlier moment than it was.</summary>
public sealed class LostTime(
    IDbContextFactory<JournalContext> contexts, InstallationEpochs epochs, OutsideCheckpoint outside, CaseJournal cases,
    TimeProvider time)
{
    private const int MostRaces = 20;

    /// <summary>
    /// Opens the epoch that runs. When the database is behind the note outside it, a new one begins. Every case that is open is
    /// told before this returns, also when an earlier start died over it; how many were. For one process at a time.
    /// </summary>
    public async Task<int> OpenAsync(CancellationToken cancellation)
    {
        await using var journal = await contexts.CreateDbContextAsync(cancellation);
        // A database that knows no epoch, where there is a note of one, is from before epochs, or there was another in its place.
        var isNew = await InstallationEpochs.LastAsync(journal, cancellation) is null;
        await epochs.OpenAsync(journal, cancellation);
        var note = await outside.ReadAsync(cancellation);
        if (note is not null && (isNew || await IsBehindAsync(journal, note, cancellation)))
            await epochs.BeginAsync(journal, EpochReason.WentBack, note.Epoch, note.Ordinal, cancellation);
        return await TellAsync(journal, cancellation);
    }

    /// <summary>Begins a new epoch, and tells every case that is open; how many were.</summary>
    public async Task<int> BeginAsync(EpochReason reason, CheckpointNote? note, CancellationToken cancellation)
    {
        await using var journal = await contexts.CreateDbContextAsync(cancellation);
        await epochs.BeginAsync(journal, reason, note?.Epoch ?? 0, note?.Ordinal ?? 0, cancellation);
        return await TellAsync(journal, cancellation);
    }

    /// <summary>True when the database does not have what the note says it had.</summary>
    public async Task<bool> IsBehindAsync(JournalContext journal, CheckpointNote note, CancellationToken cancellation)
    {
        // Another installation's note says nothing; in a later epoch that began somewhere else everything was looked at.
        if (await InstallationEpochs.LastAsync(journal, cancellation) is not { } last
            || !last.Epoch.StartsWith(note.Installation, StringComparison.Ordinal) || last.Number > note.Epoch)
            return false;
        if (last.Number < note.Epoch || last.Beat < note.Beat)
            return true;
        if (note.Heads.Count is 0)
            return false;

        // Numbers only.
        var heads = (await journal.ListAsync(
            $"""SELECT "Case", "Version" FROM "Summaries" WHERE "Case" IN ({string.Join(", ", note.Heads.Keys)})""",
            row => (Case: row.GetInt64(0), Version: row.GetInt32(1)), cancellation)).ToDictionary();
        return note.Heads.Any(one => heads.GetValueOrDefault(one.Key) < one.Value);
    }

    private async Task<int> TellAsync(JournalContext journal, CancellationToken cancellation)
    {
        var row = epochs.Row;
        if (row.MarkedAt is not null)
            return 0;

        var open = await journal.Summaries
            .Where(one => one.CompletedAt == null && one.ErasedAt == null && one.OpenedAt <= row.BeganAt)
            .Select(one => one.Case)
            .ToListAsync(cancellation);
        var told = 0;
        foreach (var number in open.Select(CaseKey.TryNumberOf).OfType<CaseNumber>())
            told += await TellAsync(number, cancellation) ? 1 : 0;
        var now = time.GetUtcNow().UtcTicks;
        await journal.Epochs.Where(one => one.Number == row.Number)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.MarkedAt, now), cancellation);
        await epochs.OpenAsync(journal, cancellation);
        return told;
    }

    private async Task<bool> TellAsync(CaseNumber number, CancellationToken cancellation)
    {
        for (var race = 0; race < MostRaces; race++)
        {
            try
            {
                if (await cases.LoadAsync(number, cancellation) is not { State.IsFinal: false } activation
                    || activation.WentBackTo == epochs.Now)
                    return false;
                var (outcome, _) = await cases.AppendAsync(
                    activation, [new WentBackInTime(epochs.Now)], Actor.Wizard, null, cancellation);
                if (outcome is AppendOutcome.Appended)
                    return true;
            }
            catch (UnreadableCaseException)
            {
                // Nobody acts on a case that cannot be read.
                return false;
            }
        }

        throw new InvalidOperationException($"Case {number} could not be told that the installation went back.");
    }
}
