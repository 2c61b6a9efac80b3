using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.AccessLog;

/// <summary>
/// Adds access records: numbered over all cases, each sealed together with the one before it, and the head sealed anew. One that
/// is removed, altered or added is seen by that.
/// </summary>
internal sealed class AccessAppending(
    IReadOnlyCollection<CaseNumber> numbers, AccessKind kind, Actor actor, long at, RecordSeals seals) : IJournalWrite
{
    public string Subject { get; } = $"access {Guid.NewGuid()}";

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var (context, count) = (session.Context, numbers.Count);
        if (count is 0)
            return;
        // Written and not only read, so that the row is this transaction's until the commit: instances take turns.
        var isThere = await context.RecordHeads.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Accesses, row => row.Accesses + count), cancellation) is 1;
        var rows = numbers.Select(Of).ToList();
        // Without a head they are written all the same: who looked matters more, and verifying names the head that is gone.
        if (isThere)
            await SealAsync(context, rows, cancellation);
        context.AddRange(rows);
    }

    private async Task SealAsync(JournalContext context, List<AccessRow> rows, CancellationToken cancellation)
    {
        var now = await context.RecordHeads.SingleAsync(cancellation);
        var before = new RecordHeadRow
        {
            Accesses = now.Accesses - rows.Count,
            LastAccess = now.LastAccess,
            Unsealed = now.Unsealed,
        };
        var (number, last) = (before.Accesses, now.LastAccess);
        foreach (var row in rows)
        {
            row.Number = ++number;
            row.Seal = last = seals.Of(row, last);
        }

        var after = new RecordHeadRow { Accesses = number, LastAccess = last, Unsealed = now.Unsealed };
        // A head that somebody meddled with is not sealed anew: that would cover it up.
        after.Seal = RecordSeals.Fits(now.Seal, seals.Of(before)) ? seals.Of(after) : now.Seal;
        await context.RecordHeads.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.LastAccess, after.LastAccess).SetProperty(row => row.Seal, after.Seal),
            cancellation);
    }

    private AccessRow Of(CaseNumber number) => new()
    {
        Id = Guid.NewGuid(),
        Case = CaseKey.Of(number),
        What = kind.ToString(),
        ActorId = actor.Id,
        ActorName = actor.Name,
        ActorRole = actor.Role.ToString(),
        At = at,
    };
}
