using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Storage.Postgres;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// Takes the keys of erased cases out of the key store, out of memory and out of what the databases still hold.
/// </summary>
public sealed class ErasedKeys(ErasureStores stores, CaseHeads heads, DatabaseLogs logs)
{
    /// <summary>Throws <see cref="DatabaseRightsException"/> when the account may not erase.</summary>
    public async Task RefuseForbiddenAsync(JournalContext journal, CancellationToken cancellation)
    {
        await using var context = await stores.KeyStores.CreateDbContextAsync(cancellation);
        if (!await PostgresRights.HasAsync<DataKeyRow>(context, "DELETE", cancellation)
            || !await PostgresRights.HasAsync<ErasureRow>(journal, "INSERT", cancellation))
            throw DatabaseRightsException.OfErasure();
    }

    /// <summary>How many were there.</summary>
    public async Task<int> DeleteAsync(
        IReadOnlyCollection<Guid> ids, IEnumerable<CaseNumber> cases, CancellationToken cancellation)
    {
        await using var context = await stores.KeyStores.CreateDbContextAsync(cancellation);
        var there = context.DataKeys.Where(row => ids.Contains(row.Id));
        // Only looked at where there is none: a write would wait for others.
        var deleted = await there.AnyAsync(cancellation) ? await there.ExecuteDeleteAsync(cancellation) : 0;
        foreach (var number in cases)
            heads.Forget(number);
        return deleted;
    }

    /// <summary>What was deleted or overwritten may stand in them. See <see cref="DatabaseLogs"/>.</summary>
    public Task EmptyLogsAsync(CancellationToken cancellation) => logs.EmptyAsync(cancellation);
}
