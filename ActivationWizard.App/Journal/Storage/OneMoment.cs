using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>Reads that belong together.</summary>
internal static class OneMoment
{
    /// <summary>
    /// From now on this context sees the journal as it stands at one moment, whatever is written meanwhile, and keeps nobody from
    /// writing.
    /// </summary>
    public static async Task BeginAsync(JournalContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        // Any other transaction of SQLite's would lock the file for writers.
        if (context.Database.GetDbConnection() is SqliteConnection file)
            await context.Database.UseTransactionAsync(file.BeginTransaction(deferred: true), cancellation);
        else
            await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
    }
}
