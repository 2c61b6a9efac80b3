using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>What the journal takes, for who looks after the installation.</summary>
public sealed class DatabaseSize(IDbContextFactory<JournalContext> contexts, JournalPlace place)
{
    /// <summary>In bytes: the files with what SQLite keeps beside them, or the whole database in PostgreSQL.</summary>
    public async Task<long> ReadAsync(CancellationToken cancellation)
    {
        if (place.Provider is JournalProvider.Sqlite)
        {
            return new[] { JournalPlace.JournalName, JournalPlace.KeyStoreName }
                .SelectMany(name => new DirectoryInfo(place.DataFolder).EnumerateFiles(name + "*")).Sum(file => file.Length);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Database.SqlQueryRaw<long>("SELECT pg_database_size(current_database()) AS \"Value\"")
            .SingleAsync(cancellation);
    }
}
