using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Store.Postgres;

/// <summary>The journal in PostgreSQL, in the schema of the connection's user.</summary>
public sealed class PostgresJournalContext(DbContextOptions<PostgresJournalContext> options) : JournalContext(options);

/// <summary>The key store in PostgreSQL: a schema of its own, and a database of its own when the installation says so.</summary>
public sealed class PostgresKeyStoreContext(DbContextOptions<PostgresKeyStoreContext> options) : KeyStoreContext(options)
{
    /// <summary>Where the keys and the history of their migrations are.</summary>
    public const string Schema = "case_keys";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        base.OnModelCreating(modelBuilder);
    }
}
