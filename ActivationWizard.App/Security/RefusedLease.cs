using System.Threading.RateLimiting;

namespace ActivationWizard.App.Security;

/// <summary>No room; null when it is not known when there is.</summary>
internal sealed class RefusedLease(TimeSpan? left) : RateLimitLease
{
    /// <summary>Whoever can wait for the database is asked to: nothing can be said at once.</summary>
    public static RefusedLease NotYet { get; } = new(null);

    public override bool IsAcquired => false;

    public override IEnumerable<string> MetadataNames => left is null ? [] : [MetadataName.RetryAfter.Name];

    public override bool TryGetMetadata(string metadataName, out object? metadata)
    {
        metadata = metadataName == MetadataName.RetryAfter.Name ? left : null;
        return metadata is not null;
    }
}
