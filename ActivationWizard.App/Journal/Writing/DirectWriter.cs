using ActivationWizard.App.Journal.Store;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Writing;

/// <summary>For a server that takes writers side by side and gathers their commits itself.</summary>
public sealed class DirectWriter(IDbContextFactory<JournalContext> contexts) : IJournalWriter
{
    public Task WriteAsync(IJournalWrite write, CancellationToken cancellation) => Transactions.CommitAsync(contexts, [write], cancellation);
}
