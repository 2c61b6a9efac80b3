using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Leases;

/// <summary>The rows of tenants' leases, looked at and not locked.</summary>
public sealed class LeaseRows(IDbContextFactory<JournalContext> contexts, MasterKey master)
{
    /// <summary>The rows of a tenant are under these names, in the order in which they are locked.</summary>
    public IReadOnlyList<string> NamesOf(TenantKeys tenant) => master.PseudonymsOf(tenant);

    /// <inheritdoc cref="LeaseQuestion.InTheWayAsync(JournalContext, CancellationToken)"/>
    internal async Task<LeaseRow?> InTheWayAsync(LeaseQuestion question, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await question.InTheWayAsync(context, cancellation);
    }
}
