using System.Threading.RateLimiting;

namespace ActivationWizard.App.Security;

/// <summary>
/// So many at a time at all instances together; as with <see cref="SharedWindow"/>, this instance counts first.
/// </summary>
internal sealed class SharedPlaces(string subject, int most, ISharedCounts shared) : RateLimiter
{
    private readonly ConcurrencyLimiter _own = new(new ConcurrencyLimiterOptions { PermitLimit = most });

    public override TimeSpan? IdleDuration => _own.IdleDuration;

    public override RateLimiterStatistics? GetStatistics() => _own.GetStatistics();

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => RefusedLease.NotYet;

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        var own = _own.AttemptAcquire(permitCount);
        if (!own.IsAcquired)
            return own;
        var place = new Place(own, () => shared.GivePlaceBack(subject));
        // Taken before it is counted: of two at once at two instances, each is seen by the other.
        if (await shared.TakePlaceAsync(subject) is not { } all || all <= most)
            return place;
        place.Dispose();
        return new RefusedLease(null);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _own.Dispose();
        base.Dispose(disposing);
    }

    private sealed class Place(RateLimitLease own, Action giveBack) : RateLimitLease
    {
        private int _isGivenBack;

        public override bool IsAcquired => true;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && Interlocked.Exchange(ref _isGivenBack, 1) is 0)
            {
                own.Dispose();
                giveBack();
            }

            base.Dispose(disposing);
        }
    }
}
