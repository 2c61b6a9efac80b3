using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>The journal's tables, the same on both databases; each derived context has its own migrations.</summary>
public abstract class JournalContext : DbContext
{
    private const string Finished = "\"CompletedAt\" IS NOT NULL";

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

    public DbSet<SearchWordRow> SearchWords => Set<SearchWordRow>();

    public DbSet<WordPseudonymRow> WordPseudonyms => Set<WordPseudonymRow>();

    public DbSet<CommentRow> Comments => Set<CommentRow>();

    public DbSet<AccessRow> Looks => Set<AccessRow>();

    public DbSet<SavedViewRow> SavedViews => Set<SavedViewRow>();

    public DbSet<ErasureRow> Erasures => Set<ErasureRow>();

    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    public DbSet<DueHandOverRow> DueHandOvers => Set<DueHandOverRow>();

    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<LogoutTokenRow> LogoutTokens => Set<LogoutTokenRow>();

    public DbSet<EpochRow> Epochs => Set<EpochRow>();

    public DbSet<SightingRow> Sightings => Set<SightingRow>();

    public DbSet<RecordHeadRow> RecordHeads => Set<RecordHeadRow>();

    public DbSet<RetentionRow> Retentions => Set<RetentionRow>();

    public DbSet<LimitCountRow> LimitCounts => Set<LimitCountRow>();

    public DbSet<OpenPagesRow> OpenPages => Set<OpenPagesRow>();

    public DbSet<MailTemplatesRow> MailTemplates => Set<MailTemplatesRow>();

    public DbSet<TemplateChoiceRow> TemplateChoices => Set<TemplateChoiceRow>();

    public DbSet<IncomingMessageRow> IncomingMessages => Set<IncomingMessageRow>();

    public DbSet<MessagePlaceRow> MessagePlaces => Set<MessagePlaceRow>();

    public DbSet<MailWorkRow> MailWork => Set<MailWorkRow>();

    public DbSet<InboxItemRow> InboxItems => Set<InboxItemRow>();

    public DbSet<InboxSeenRow> InboxSeen => Set<InboxSeenRow>();

    public DbSet<DisturbanceRow> Disturbances => Set<DisturbanceRow>();

    public DbSet<WatchRow> Watches => Set<WatchRow>();

    public DbSet<InstanceRow> Instances => Set<InstanceRow>();

    /// <summary>True for a case of which one of the two rows says that it was erased.</summary>
    public async Task<bool> IsErasedAsync(long @case, CancellationToken cancellation) =>
        await Erasures.AnyAsync(row => row.Case == @case, cancellation)
        || await Summaries.AnyAsync(row => row.Case == @case && row.ErasedAt != null, cancellation);

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
        modelBuilder.Entity<LeaseRow>().HasIndex(row => row.HeldUntil).HasFilter("\"HeldUntil\" > 0");
        modelBuilder.Entity<InstallationRow>().ToTable("Installation").HasKey(row => row.Id);
        modelBuilder.Entity<InstallationRow>().Property(row => row.Id).ValueGeneratedNever();
        modelBuilder.Entity<DraftRow>().ToTable("Drafts").HasKey(row => new { row.Case, row.PersonId, row.Field });
        modelBuilder.Entity<DueHandOverRow>().ToTable("DueHandOvers").HasKey(row => row.Case);
        modelBuilder.Entity<DueHandOverRow>().Property(row => row.Case).ValueGeneratedNever();
        modelBuilder.Entity<SessionRow>().ToTable("Sessions").HasKey(row => row.Id);
        modelBuilder.Entity<SessionRow>().Property(row => row.Id).ValueGeneratedNever();
        modelBuilder.Entity<SessionRow>().Property(row => row.Role).HasConversion<string>();
        modelBuilder.Entity<LogoutTokenRow>().ToTable("LogoutTokens").HasKey(row => row.Id);
        modelBuilder.Entity<EpochRow>().ToTable("Epochs").HasKey(row => row.Number);
        modelBuilder.Entity<EpochRow>().Property(row => row.Number).ValueGeneratedNever();
        modelBuilder.Entity<EpochRow>().Property(row => row.Reason).HasConversion<string>();
        modelBuilder.Entity<SightingRow>().ToTable("Sightings").HasKey(row => row.Effect);
        modelBuilder.Entity<RecordHeadRow>().ToTable("RecordHeads").HasKey(row => row.Id);
        modelBuilder.Entity<RecordHeadRow>().Property(row => row.Id).ValueGeneratedNever();
        modelBuilder.Entity<RetentionRow>().ToTable("Retentions").HasKey(row => row.Night);
        modelBuilder.Entity<RetentionRow>().Property(row => row.Night).ValueGeneratedNever();
        modelBuilder.Entity<LimitCountRow>().ToTable("LimitCounts").HasKey(row => new { row.Limit, row.Subject });
        modelBuilder.Entity<OpenPagesRow>().ToTable("OpenPages").HasKey(row => new { row.Subject, row.Instance });
        modelBuilder.Entity<MailTemplatesRow>().ToTable("MailTemplates").HasKey(row => row.Id);
        modelBuilder.Entity<MailTemplatesRow>().Property(row => row.Id).ValueGeneratedNever();
        modelBuilder.Entity<TemplateChoiceRow>().ToTable("TemplateChoices").HasKey(row => row.Reply);
        IncomingRows.Configure(modelBuilder);
        InboxRows.Configure(modelBuilder);
        modelBuilder.Entity<DisturbanceRow>(row =>
        {
            row.ToTable("Disturbances").HasKey(one => one.Id);
            row.Property(one => one.Id).ValueGeneratedNever();
            row.HasIndex(one => new { one.Kind, one.Subject }).IsUnique().HasFilter("\"OverAt\" IS NULL");
        });
        modelBuilder.Entity<InstanceRow>().ToTable("Instances").HasKey(row => row.Instance);
        modelBuilder.Entity<WatchRow>().ToTable("Watches").HasKey(row => row.Id);
        modelBuilder.Entity<WatchRow>().Property(row => row.Id).ValueGeneratedNever();
        OnLookingBack(modelBuilder);
    }

    private static void OnLookingBack(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<SearchWordRow>(row =>
        {
            row.ToTable("SearchWords").HasKey(one => new { one.Case, one.Word });
            row.HasIndex(one => new { one.Word, one.Case });
        });
        modelBuilder.Entity<WordPseudonymRow>(row =>
        {
            row.ToTable("WordPseudonyms").HasKey(one => new { one.Pseudonym, one.Case });
            row.HasIndex(one => one.Case);
        });
        modelBuilder.Entity<CommentRow>(row =>
        {
            row.ToTable("Comments").HasKey(one => one.Id);
            row.Property(one => one.Id).ValueGeneratedNever();
            row.HasIndex(one => one.Case);
        });
        modelBuilder.Entity<AccessRow>(row =>
        {
            row.ToTable("Looks").HasKey(one => one.Id);
            row.Property(one => one.Id).ValueGeneratedNever();
            row.HasIndex(one => new { one.Case, one.At });
            row.HasIndex(one => one.At);
            row.HasIndex(one => new { one.ActorId, one.At });
            row.HasIndex(one => one.Number).IsUnique().HasFilter("\"Number\" IS NOT NULL");
        });
        modelBuilder.Entity<ReviewRow>(row =>
        {
            row.ToTable("Reviews").HasKey(one => one.Case);
            row.Property(one => one.Case).ValueGeneratedNever();
            row.HasIndex(one => one.Week);
        });
        modelBuilder.Entity<SavedViewRow>().ToTable("SavedViews").HasKey(row => new { row.ActorId, row.Name });
        modelBuilder.Entity<ErasureRow>().ToTable("Erasures").HasKey(row => row.Case);
        modelBuilder.Entity<ErasureRow>().Property(row => row.Case).ValueGeneratedNever();
    }

    private static void OnSummary(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<SummaryRow> row)
    {
        row.ToTable("Summaries").HasKey(one => one.Case);
        row.Property(one => one.Case).ValueGeneratedNever();
        row.Property(one => one.Version).IsConcurrencyToken();
        row.Property(one => one.HeadHash).IsConcurrencyToken();
        row.HasIndex(one => one.ReceivedAt).HasDatabaseName("IX_Summaries_Open").HasFilter("\"CompletedAt\" IS NULL");
        // A list is walked in its order; what it is filtered by stands beside it, so that only the rows that are shown are read.
        row.HasIndex(one => new { one.CompletedAt, one.Case, one.State, one.Scenario, one.Ground, one.HandlerId, one.Signs },
            "IX_Summaries_Finished")
            .HasFilter(Finished);
        row.HasIndex(one => new { one.HandlerId, one.CompletedAt }).HasDatabaseName("IX_Summaries_Handler");
        row.HasIndex(one => new { one.PartyId, one.CodeSentAt }).HasDatabaseName("IX_Summaries_CodeSent");
        row.HasIndex(one => new { one.Household, one.CodeSentAt })
            .HasDatabaseName("IX_Summaries_CodeSentThere").HasFilter("\"CodeSentAt\" IS NOT NULL");
        row.HasIndex(one => new { one.SortName, one.Case }, "IX_Summaries_Name").HasFilter(Finished);
        row.HasIndex(one => new { one.Took, one.Case }, "IX_Summaries_Took").HasFilter(Finished);
        row.HasIndex(one => new { one.Waited, one.Case }, "IX_Summaries_Waited").HasFilter(Finished);
        row.HasIndex(one => new { one.CompletedAt, one.Case }, "IX_Summaries_Special")
            .HasFilter($"{Finished} AND \"Signs\" <> 0");
    }
}
