using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Encryption;

/// <summary>
/// One key per case, each wrapped by the installation's master key: erasing a case is deleting its row. Beside them the keys of
/// the sign-in.
/// </summary>
public abstract class KeyStoreContext : DbContext
{
    protected KeyStoreContext(DbContextOptions options)
        : base(options) => ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

    /// <summary>What stands before the name of a table in SQL; empty unless the tables have a schema of their own.</summary>
    public virtual string Before => "";

    public DbSet<DataKeyRow> DataKeys => Set<DataKeyRow>();

    public DbSet<SignInKeyRow> SignInKeys => Set<SignInKeyRow>();

    public DbSet<KeyRingRow> KeyRings => Set<KeyRingRow>();

    public DbSet<LastingKeyRow> LastingKeys => Set<LastingKeyRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<DataKeyRow>().ToTable("DataKeys").HasKey(row => row.Id);
        modelBuilder.Entity<DataKeyRow>().Property(row => row.Id).ValueGeneratedNever();
        modelBuilder.Entity<SignInKeyRow>().ToTable("SignInKeys").HasKey(row => row.Id);
        modelBuilder.Entity<SignInKeyRow>().Property(row => row.Id).ValueGeneratedNever();
        modelBuilder.Entity<KeyRingRow>().ToTable("KeyRing").HasKey(row => row.Id);
        modelBuilder.Entity<KeyRingRow>().Property(row => row.Id).ValueGeneratedNever();
        modelBuilder.Entity<LastingKeyRow>().ToTable("LastingKeys").HasKey(row => row.Purpose);
    }
}

/// <summary>A case's key; it says nothing of which case.</summary>
public sealed class DataKeyRow
{
    public Guid Id { get; init; }

    /// <summary>Nonce, tag and ciphertext of 32 bytes.</summary>
    public required byte[] Wrapped { get; init; }

    /// <summary>The name of the master key that wrapped it; null for a key of before they had names.</summary>
    public string? WrappedBy { get; init; }

    /// <summary>UTC, in ticks.</summary>
    public long MadeAt { get; init; }
}
