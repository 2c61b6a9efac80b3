using ActivationWizard.App.Journal.Store;
using ActivationWizard.Domain;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>For the wizard's own recovery: which cases wait for a system. Numbers only, so no role is asked.</summary>
public sealed class CasesUnderWay(IDbContextFactory<JournalContext> contexts)
{
    private static readonly List<string> WaitingForSystem =
        [.. ActivationStates.All.Where(state => state.WaitsForSystem).Select(state => state.ToString())];

    /// <summary>The open cases that go on by themselves, the longest unchanged first.</summary>
    public async Task<IReadOnlyList<CaseNumber>> NumbersAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var keys = await context.Summaries
            .Where(row => row.CompletedAt == null && WaitingForSystem.Contains(row.State))
            .OrderBy(row => row.ChangedAt)
            .Select(row => row.Case)
            .ToListAsync(cancellation);
        return [.. keys.Select(CaseKey.NumberOf)];
    }
}
