using ActivationWizard.App.Journal.Encryption;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage.Postgres;

/// <summary>The journal in PostgreSQL, in the schema of the connection's user.</summary>
public sealed class PostgresJournalContext(DbContextOptions<PostgresJournalContext> options) : JournalContext(options)
{
    // As SQLite orders texts: by their bytes. A word's beginning is then a range of the index, whatever the database's language.
    private const string ByBytes = "C";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<SearchWordRow>().Property(row => row.Word).UseCollation(ByBytes);
        modelBuilder.Entity<WordPseudonymRow>().Property(row => row.Pseudonym).UseCollation(ByBytes);
        modelBuilder.Entity<SummaryRow>().Property(row => row.SortName).UseCollation(ByBytes);
        // What counts for minutes need not outlive the server: a write is no longer waited for than its row takes.
        modelBuilder.Entity<LimitCountRow>().IsUnlogged();
        modelBuilder.Entity<OpenPagesRow>().IsUnlogged();
    }
}

/// <summary>The key store in PostgreSQL: a schema of its own, and a database of its own when the installation says so.</summary>
public sealed class PostgresKeyStoreContext(DbContextOptions<PostgresKeyStoreContext> options) : KeyStoreContext(options)
{
    /// <summary>Where the keys and the history of their migrations are.</summary>
    public const string Schema = "case_keys";

    /// <inheritdoc />
    public override string Before => $"\"{Schema}\".";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        base.OnModelCreating(modelBuilder);
    }
}
