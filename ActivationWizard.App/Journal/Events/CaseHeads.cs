using System.Collections.Concurrent;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Events;

/// <summary>
/// The heads of the cases that were last written here, so that an append reads nothing. A head that another instance has moved
/// since does no harm: the append is conditional on it, and is lost.
/// </summary>
public sealed class CaseHeads(IDbContextFactory<JournalContext> contexts, CaseKeys keys, HashChain chain)
{
    private const int MostKept = 2_000;

    private readonly ConcurrentDictionary<CaseNumber, CaseHead> _known = new();

    /// <summary>
    /// The head at that version; null when the case has moved on, or was erased, as whoever reads it anew is told. Throws <see
    /// cref="UnreadableCaseException"/> when nothing may be appended to it any more.
    /// </summary>
    public async Task<CaseHead?> FindAsync(CaseNumber number, int version, CancellationToken cancellation)
    {
        if (_known.TryGetValue(number, out var known) && known.Version == version)
            return known;

        var head = await ReadAsync(number, cancellation) ?? throw new InvalidOperationException($"There is no case {number}.");
        if (!chain.IsSealed(head))
            throw new UnreadableCaseException(new JournalBreak(number, 0, CaseFault.HeadForged));
        if (head.Version != version)
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // Whether it was erased comes before its key, which may have been put back.
        if (await context.IsErasedAsync(head.Case, cancellation))
            return null;
        return await keys.FindAsync(head.KeyId, cancellation) is { } key
            ? new CaseHead(head.Version, head.Hash, head.RulesVersion, key)
            : throw new UnreadableCaseException(new JournalBreak(number, 0, CaseFault.KeyMissing));
    }

    /// <summary>True when the case is not at that version any more.</summary>
    public async Task<bool> HasMovedAsync(CaseNumber number, int version, CancellationToken cancellation)
    {
        Forget(number);
        return await ReadAsync(number, cancellation) is { } head && head.Version != version;
    }

    /// <summary>Keeps the head for the next append, but for a case that is over: to that hardly anything is appended.</summary>
    public void Remember(ActivationCase after, CaseHead head)
    {
        if (after.State.IsFinal)
        {
            Forget(after.Number);
            return;
        }

        if (_known.Count >= MostKept)
            _known.Clear();
        _known[after.Number] = head;
    }

    /// <summary>Drops what is kept of the case, its key included.</summary>
    public void Forget(CaseNumber number) => _known.TryRemove(number, out _);

    private async Task<ChainHead?> ReadAsync(CaseNumber number, CancellationToken cancellation)
    {
        var key = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Summaries.Where(row => row.Case == key).Select(ChainHead.OfRow).SingleOrDefaultAsync(cancellation);
    }
}
