using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.Domain.Facts;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>The last case number drawn in a year.</summary>
public sealed class CounterRow
{
    public int Year { get; init; }

    public int Last { get; set; }
}

/// <summary>
/// The case that a request with this intake key became. The key is kept as a pseudonym. What counts is the first event of the
/// case, which has the same and is sealed; of a case that an earlier version opened there is this row alone.
/// </summary>
public sealed class IntakeRow
{
    public required string Key { get; init; }

    public long Case { get; init; }
}

/// <summary>
/// Who acts for a tenant, under one of the tenant's names. The row stays after a release, so that its number only grows.
/// </summary>
public sealed class LeaseRow
{
    /// <summary>A pseudonym of the tenant's name.</summary>
    public required string Tenant { get; init; }

    /// <summary>The case that has it; null when nobody has.</summary>
    public long? Case { get; set; }

    public long FencingNumber { get; set; }

    /// <summary>Until when, at least, one process acts for the case; zero when none does. UTC, in ticks.</summary>
    public long HeldUntil { get; set; }
}

/// <summary>What this database is, for life: one row.</summary>
public sealed class InstallationRow
{
    public int Id { get; init; } = 1;

    /// <summary>Demo or Production.</summary>
    public required string Mark { get; init; }

    /// <summary>Proves that the master key is the one this database was made with.</summary>
    public required byte[] KeyCheck { get; init; }

    /// <summary>Proves that the key for fingerprints is; null until a version that knows this column started.</summary>
    public byte[]? FingerprintCheck { get; init; }

    public long MadeAt { get; init; }
}
