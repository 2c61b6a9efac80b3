using System.Threading.RateLimiting;

namespace ActivationWizard.App.Security;

/// <summary>
/// So many in a window of time at all instances together. This instance counts first: what is too much for it alone costs the
/// database nothing, and is all that counts while the database does not say.
/// </summary>
internal sealed class SharedWindow(Limit limit, string subject, int most, TimeSpan window, ISharedCounts shared)
    : ReplenishingRateLimiter
{
    private readonly FixedWindowRateLimiter _own = new(
        new FixedWindowRateLimiterOptions { PermitLimit = most, Window = window, AutoReplenishment = false });

    public override TimeSpan ReplenishmentPeriod => _own.ReplenishmentPeriod;

    public override bool IsAutoReplenishing => _own.IsAutoReplenishing;

    public override TimeSpan? IdleDuration => _own.IdleDuration;

    public override bool TryReplenish() => _own.TryReplenish();

    public override RateLimiterStatistics? GetStatistics() => _own.GetStatistics();

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => RefusedLease.NotYet;

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        var own = _own.AttemptAcquire(permitCount);
        if (!own.IsAcquired
            || await shared.AddAsync(limit, subject, window, cancellationToken) is not { } all || all.Count <= most)
            return own;
        own.Dispose();
        return new RefusedLease(all.Left);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _own.Dispose();
        base.Dispose(disposing);
    }
}
