using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Store;

/// <summary>The journal's tables, the same on both databases; each derived context has its own migrations.</summary>
public abstract class JournalContext : DbContext
{
    protected JournalContext(DbContextOptions options)
        : base(options)
    {
        // Rows are only added or replaced whole, always in a transaction of our own: nothing to detect, nothing to go back to.
        ChangeTracker.AutoDetectChangesEnabled = false;
        ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        Database.AutoSavepointsEnabled = false;
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
    }

    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<SummaryRow> Summaries => Set<SummaryRow>();

    public DbSet<CounterRow> Counters => Set<CounterRow>();

    public DbSet<IntakeRow> Intakes => Set<IntakeRow>();

    public DbSet<LeaseRow> Leases => Set<LeaseRow>();

    public DbSet<InstallationRow> Installations => Set<InstallationRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<EventRow>(row =>
        {
            row.ToTable("Events").HasKey(one => new { one.Case, one.Sequence });
            row.HasIndex(one => new { one.EffectKey, one.Kind }).IsUnique().HasFilter("\"EffectKey\" IS NOT NULL");
            row.HasOne<SummaryRow>().WithMany().HasForeignKey(one => one.Case).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<SummaryRow>(OnSummary);
        modelBuilder.Entity<CounterRow>().ToTable("CaseNumbers").HasKey(row => row.Year);
        modelBuilder.Entity<CounterRow>().Property(row => row.Year).ValueGeneratedNever();
        modelBuilder.Entity<IntakeRow>().ToTable("IntakeKeys").HasKey(row => row.Key);
        modelBuilder.Entity<LeaseRow>().ToTable("TenantLeases").HasKey(row => row.Tenant);
        modelBuilder.Entity<InstallationRow>().ToTable("Installation").HasKey(row => row.Id);
        modelBuilder.Entity<InstallationRow>().Property(row => row.Id).ValueGeneratedNever();
    }

    private static void OnSummary(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<SummaryRow> row)
    {
        row.ToTable("Summaries").HasKey(one => one.Case);
        row.Property(one => one.Case).ValueGeneratedNever();
        row.Property(one => one.Version).IsConcurrencyToken();
        row.Property(one => one.HeadHash).IsConcurrencyToken();
        row.HasIndex(one => one.ReceivedAt).HasDatabaseName("IX_Summaries_Open").HasFilter("\"CompletedAt\" IS NULL");
        row.HasIndex(one => new { one.CompletedAt, one.Case }).HasDatabaseName("IX_Summaries_Finished");
        row.HasIndex(one => new { one.HandlerId, one.CompletedAt }).HasDatabaseName("IX_Summaries_Handler");
        row.HasIndex(one => new { one.PartyId, one.CodeSentAt }).HasDatabaseName("IX_Summaries_CodeSent");
    }
}
