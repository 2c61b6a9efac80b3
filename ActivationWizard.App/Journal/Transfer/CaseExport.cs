using System.Runtime.CompilerServices;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>Takes cases out of the wizard: for who may, and written down as a look.</summary>
public sealed class CaseExport(
    IDbContextFactory<JournalContext> contexts, CaseReading reading, CaseKeys keys, FinishedCases finished, CaseAccesses looks,
    ReplayRights rights)
{
    /// <summary>
    /// A finished case as a file; null when there is no such case, or it does not fit: what cannot be trusted is not passed on.
    /// </summary>
    public async Task<byte[]?> JsonAsync(CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.ExportCases);
        var key = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await FinishedCases.Seen(context, actor).AnyAsync(row => row.Case == key, cancellation))
            return null;
        var rows = await ChainRows.ReadAsync(context, number, cancellation);
        var known = await keys.FindManyAsync([.. rows.KeyIds], cancellation);
        if (reading.Open(rows, known) is not { Break: null, Case.State.IsFinal: true })
            return null;

        await looks.RecordAsync([number], AccessKind.Export, AccessGround.TeamLead, "JSON", actor, cancellation);
        var (events, last) = (new List<CaseFileEvent>(), "");
        foreach (var row in rows.Events)
        {
            var fact = SealedBox.TryOpen(
                known[row.KeyId].Bytes, row.Payload, Envelope.PlaceOf(row.Case, row.Sequence, row.Kind))!;
            events.Add(CaseFiles.Of(row, fact, last));
            last = events[^1].Digest;
        }

        return CaseFiles.Write(new CaseFile(CaseFile.Name, number.ToString(), events));
    }

    /// <summary>
    /// A case that this person may replay, to be taken along as a page to read; null when there is no such case, it is not this
    /// person's, or it was erased. One whose chain does not fit is given all the same, with what is wrong: the page says it.
    /// </summary>
    public async Task<RawCase?> PageAsync(CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        var raw = await rights.ReadAsync(number, actor, cancellation);
        if (raw is null or { Break.What: CaseFault.Erased })
            return null;
        await looks.RecordAsync(
            [number], AccessKind.Export, CaseAccesses.GroundOf(actor, AccessGround.OwnCase), "HTML", actor, cancellation);
        return raw;
    }

    /// <summary>
    /// The cases of a list, page after page while it is read; those of a page are written down before any of it is given.
    /// </summary>
    public async IAsyncEnumerable<CaseSummary> ListAsync(
        Actor actor, FinishedFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        actor.Demand(Operation.ExportCases);
        FinishedCursor? next = null;
        do
        {
            var page = await finished.FindAsync(actor, filter, next, FinishedCases.MostRows, cancellation);
            if (next is null && page.Cases.Count is 0)
                await looks.RecordFileAsync(AccessKind.List, AccessGround.TeamLead, 0, actor, cancellation);
            await looks.RecordAsync(
                [.. page.Cases.Select(one => one.Number)], AccessKind.List, AccessGround.TeamLead, "CSV", actor, cancellation);
            foreach (var one in page.Cases)
                yield return one;
            next = page.Next;
        }
        while (next is not null);
    }

    /// <summary>
    /// The cases of a list with their events, to go into a file for process mining; those that do not fit are left out.
    /// </summary>
    public async Task<IReadOnlyList<IReadOnlyList<RecordedEvent>>> EntriesAsync(
        Actor actor, FinishedFilter filter, int most, CancellationToken cancellation)
    {
        actor.Demand(Operation.ExportCases);
        var numbers = new List<CaseNumber>();
        await foreach (var one in finished.AllAsync(actor, filter, cancellation))
        {
            if (numbers.Count == most)
                break;
            numbers.Add(one.Number);
        }

        await looks.RecordAsync(numbers, AccessKind.Export, AccessGround.TeamLead, "XES", actor, cancellation);
        var cases = new List<IReadOnlyList<RecordedEvent>>(numbers.Count);
        foreach (var number in numbers)
        {
            if (await reading.ReadAsync(number, cancellation) is { Break: null } raw)
                cases.Add(raw.Entries);
        }

        return cases;
    }
}
