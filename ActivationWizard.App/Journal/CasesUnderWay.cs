using ActivationWizard.App.Journal.Store;
using ActivationWizard.Domain;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>For the wizard's own recovery: which cases wait for a system. Numbers only, so no role is asked.</summary>
public sealed class CasesUnderWay(IDbContextFactory<JournalContext> contexts)
{
    // These wait for a person most of the time, and yet the wizard can have a move left: a reply to draft, a step that a person
    // asked to do again.
    private static readonly ActivationState[] MostlyForPeople =
        [ActivationState.AwaitingDecision, ActivationState.AwaitingManualStep, ActivationState.NeedsAttention];

    private static readonly List<string> MayGoOn =
        [.. ActivationStates.All.Where(state => state.WaitsForSystem).Concat(MostlyForPeople).Select(state => state.ToString())];

    /// <summary>The open cases that may go on by themselves, the longest unchanged first.</summary>
    public async Task<IReadOnlyList<CaseNumber>> NumbersAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var keys = await context.Summaries
            .Where(row => row.CompletedAt == null && MayGoOn.Contains(row.State))
            .OrderBy(row => row.ChangedAt)
            .Select(row => row.Case)
            .ToListAsync(cancellation);
        return [.. keys.Select(CaseKey.TryNumberOf).OfType<CaseNumber>()];
    }
}
