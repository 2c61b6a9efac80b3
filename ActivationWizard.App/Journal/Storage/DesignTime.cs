using ActivationWizard.App.Journal.Storage.Postgres;
using ActivationWizard.App.Journal.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// The contexts as <c>dotnet ef migrations add</c> makes them: the model is all it needs, no database is opened.
/// </summary>
public sealed class DesignTime :
    IDesignTimeDbContextFactory<SqliteJournalContext>,
    IDesignTimeDbContextFactory<SqliteKeyStoreContext>,
    IDesignTimeDbContextFactory<PostgresJournalContext>,
    IDesignTimeDbContextFactory<PostgresKeyStoreContext>
{
    SqliteJournalContext IDesignTimeDbContextFactory<SqliteJournalContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteJournalContext>().UseSqlite().Options);

    SqliteKeyStoreContext IDesignTimeDbContextFactory<SqliteKeyStoreContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteKeyStoreContext>().UseSqlite().Options);

    PostgresJournalContext IDesignTimeDbContextFactory<PostgresJournalContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresJournalContext>().UseNpgsql().Options);

    PostgresKeyStoreContext IDesignTimeDbContextFactory<PostgresKeyStoreContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresKeyStoreContext>().UseNpgsql().Options);
}
