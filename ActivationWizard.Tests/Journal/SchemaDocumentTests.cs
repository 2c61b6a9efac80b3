using ActivationWizard.App.Journal.Storage.Sqlite;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ActivationWizard.Tests.Journal;

/// <summary>A new file is made by statements that were written ahead: they are what its migrations come to.</summary>
public sealed class SchemaDocumentTests
{
    [Fact]
    public void Schema_OfTheJournal_IsWhatItsMigrationsComeTo() => AssertSame(
        new SqliteJournalContext(new DbContextOptionsBuilder<SqliteJournalContext>().UseSqlite().Options));

    [Fact]
    public void Schema_OfTheKeys_IsWhatItsMigrationsComeTo() => AssertSame(
        new SqliteKeyStoreContext(new DbContextOptionsBuilder<SqliteKeyStoreContext>().UseSqlite().Options));

    private static void AssertSame(DbContext context)
    {
        using (context)
        {
            WrittenFile.Is(
                $"ActivationWizard.App/Journal/Storage/Sqlite/Compiled/{context.GetType().Name}.sql",
                context.GetService<IMigrator>().GenerateScript());
            Assert.Equal(context.Database.GetMigrations(), SqliteSchema.MigrationsOf(context));
        }
    }
}
