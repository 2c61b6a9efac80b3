using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>For a server that takes writers side by side and gathers their commits itself.</summary>
public sealed class DirectWriter(IDbContextFactory<JournalContext> contexts, JournalMeter meter) : IJournalWriter
{
    public async Task WriteAsync(IJournalWrite write, CancellationToken cancellation)
    {
        await using var session = await JournalSession.OpenAsync(contexts, cancellation);
        await meter.CommittedAsync(() => session.CommitAsync([write], cancellation));
    }
}
