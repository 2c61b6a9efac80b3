using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Storage.Postgres;

namespace ActivationWizard.App.Journal.Retention;

/// <summary>
/// Takes away what an earlier version wrote in clear and this one does not: the words that cases are found by, and the tenants of
/// cases, which become pseudonyms. At night and not at the start: until then an earlier version may run beside, whose guard G2
/// goes by them.
/// </summary>
public sealed class ClearRemoval(ErasureStores stores, WordRefresh words, CasePseudonyms pseudonyms, DatabaseLogs logs)
{
    /// <summary>
    /// How many rows were changed or deleted, some thousands in each transaction; 0 when there was nothing, or when the account
    /// may not erase. Whatever stops it, the next goes on.
    /// </summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        // Of what ended in an earlier version that ran beside.
        await words.RunAsync(cancellation);
        await using (var journal = await stores.Journals.CreateDbContextAsync(cancellation))
        {
            if (!await PostgresRights.HasAsync<SearchWordRow>(journal, "DELETE", cancellation))
                return 0;
        }

        var removed = 0;
        while (true)
        {
            var some = new ClearRemoving(pseudonyms);
            await stores.Writer.WriteAsync(some, cancellation);
            if (some.Removed is 0)
                break;
            removed += some.Removed;
        }

        if (removed > 0)
            await logs.EmptyAsync(cancellation);
        return removed;
    }
}
