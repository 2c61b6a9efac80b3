using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Events;

/// <summary>
/// Reads a case's journal, with its chain verified on the way: a case that was tampered with is not acted upon.
/// </summary>
public sealed class CaseReading(IDbContextFactory<JournalContext> contexts, CaseKeys keys, HashChain chain)
{
    private static readonly Dictionary<Guid, DataKey> NoKeys = [];

    /// <summary>
    /// The case as far as it can be read, and what is wrong with it; no entries and nothing wrong when there is no such case.
    /// </summary>
    public async Task<RawCase> ReadAsync(CaseNumber number, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await ChainRows.ReadAsync(context, number, cancellation);
        return Open(rows, rows.ErasedAt is null ? await keys.FindManyAsync([.. rows.KeyIds], cancellation) : NoKeys);
    }

    /// <summary>
    /// The same, of rows that were read before, with the keys that are still there. A case that was erased is not opened,
    /// whatever keys there are.
    /// </summary>
    public RawCase Open(ChainRows rows, IReadOnlyDictionary<Guid, DataKey> known)
    {
        var broken = rows.Breaks(chain).FirstOrDefault();
        var erasedAt = rows.ErasedAt is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : (DateTimeOffset?)null;
        var entries = new List<RecordedEvent>(rows.Events.Count);
        ActivationCase? folded = null;
        foreach (var row in rows.Events.TakeWhile(row => broken is not { Sequence: > 0 } || row.Sequence < broken.Sequence))
        {
            var (entry, fault) = Entry(rows.Number, row, erasedAt is null ? known.GetValueOrDefault(row.KeyId) : null);
            if (entry is null || (fault = Follow(ref folded, entry)) is not null)
            {
                var found = new JournalBreak(rows.Number, row.Sequence, Explain(fault!.Value, erasedAt));
                return Raw(found);
            }

            entries.Add(entry);
        }

        return Raw(broken);

        RawCase Raw(JournalBreak? found) => new(rows.Number, entries, found)
        {
            Case = folded,
            ErasedAt = erasedAt,
            Head = rows.Head is { } head ? new SealedHead(head.Version, Convert.ToHexStringLower(head.Hash)) : null,
            TookPart = folded is null ? [.. rows.Events.Where(chain.IsWhole).Select(row => row.ActorId).Distinct()] : [],
        };
    }

    private static (RecordedEvent? Entry, CaseFault? Fault) Entry(CaseNumber number, EventRow row, DataKey? key)
    {
        if (key is null)
            return (null, CaseFault.KeyMissing);
        if (SealedBox.TryOpen(key.Bytes, row.Payload, Envelope.PlaceOf(row.Case, row.Sequence, row.Kind)) is not { } json
            || !Enum.TryParse<Role>(row.ActorRole, out var role))
            return (null, CaseFault.UnreadablePayload);
        if (!EventJson.TryRead(row.Kind, row.SchemaVersion, json, out var fact, out var fault))
            return (null, fault);

        var actor = new Actor(row.ActorId, row.ActorName, role);
        return (new RecordedEvent(number, row.Sequence, fact, actor, new DateTimeOffset(row.At, TimeSpan.Zero)), null);
    }

    private static CaseFault? Follow(ref ActivationCase? folded, RecordedEvent entry)
    {
        try
        {
            folded = folded?.After(entry) ?? ActivationCase.Open(entry);
            return null;
        }
        catch (Exception exception) when (exception is IllegalEventException or ArgumentException)
        {
            return CaseFault.IllegalEvent;
        }
    }

    private static CaseFault Explain(CaseFault fault, DateTimeOffset? erasedAt) =>
        fault is CaseFault.KeyMissing && erasedAt is not null ? CaseFault.Erased : fault;
}
