using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Storage.Postgres;
using ActivationWizard.App.Journal.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ActivationWizard.Tests.Journal;

/// <summary>
/// The app runs on models that were written ahead from the contexts (CONTRIBUTING.md says how): each is what its context says.
/// </summary>
public sealed class CompiledModelTests
{
    [Fact]
    public void Model_OfTheJournalOnSqlite_IsCompiledAsTheContextSays() => AssertSame(
        new SqliteJournalContext(new DbContextOptionsBuilder<SqliteJournalContext>().UseSqlite().Options));

    [Fact]
    public void Model_OfTheKeysOnSqlite_IsCompiledAsTheContextSays() => AssertSame(
        new SqliteKeyStoreContext(new DbContextOptionsBuilder<SqliteKeyStoreContext>().UseSqlite().Options));

    [Fact]
    public void Model_OfTheJournalOnPostgres_IsCompiledAsTheContextSays() => AssertSame(
        new PostgresJournalContext(new DbContextOptionsBuilder<PostgresJournalContext>().UseNpgsql().Options));

    [Fact]
    public void Model_OfTheKeysOnPostgres_IsCompiledAsTheContextSays() => AssertSame(
        new PostgresKeyStoreContext(new DbContextOptionsBuilder<PostgresKeyStoreContext>().UseNpgsql().Options));

    [Theory]
    [InlineData(nameof(EpochRow.Seal), 17)]
    [InlineData("Planted", null)]
    public void Model_OfAContextThatWasChangedSince_IsAnother(string property, int? length)
    {
        using var compiled = new SqliteJournalContext(
            new DbContextOptionsBuilder<SqliteJournalContext>().UseSqlite().Options);
        using var changed = new Changed(
            new DbContextOptionsBuilder<Changed>().UseSqlite().EnableServiceProviderCaching(false).Options, property, length);

        Assert.NotEqual(Said(compiled.Model), Said(changed.Model));
    }

    private static void AssertSame(DbContext context)
    {
        using (context)
        {
            var made = context.GetService<IModelSource>().GetModel(
                context, context.GetService<ModelCreationDependencies>(), designTime: false);

            Assert.Equal($"{context.GetType().Namespace}.Compiled", context.Model.GetType().Namespace);
            Assert.Equal(Said(made), Said(context.Model));
        }
    }

    private static string Said(IModel model) => model.ToDebugString(MetadataDebugStringOptions.LongDefault)
        + model.GetRelationalModel().ToDebugString(MetadataDebugStringOptions.LongDefault);

    private sealed class Changed(DbContextOptions<Changed> options, string property, int? length) : JournalContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            base.OnModelCreating(modelBuilder);
            var changed = modelBuilder.Entity<EpochRow>().Property<byte[]?>(property);
            if (length is { } most)
                changed.HasMaxLength(most);
        }
    }
}
