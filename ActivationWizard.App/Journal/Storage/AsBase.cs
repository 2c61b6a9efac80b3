using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>The factory of one database's context, for all who need not know which database it is.</summary>
internal sealed class AsBase<TBase, TDerived>(IDbContextFactory<TDerived> contexts) : IDbContextFactory<TBase>
    where TBase : DbContext
    where TDerived : TBase
{
    public TBase CreateDbContext() => contexts.CreateDbContext();

    public async Task<TBase> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await contexts.CreateDbContextAsync(cancellationToken);
}
