using ActivationWizard.App.Journal.Leases;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>An open case that may go on by itself; an arrival when nobody has it yet.</summary>
public sealed record CaseUnderWay(CaseNumber Number, bool IsArrival);

/// <summary>For the wizard's own recovery: which cases wait for a system. Numbers only, so no role is asked.</summary>
public sealed class CasesUnderWay(IDbContextFactory<JournalContext> contexts, LeaseTerm term, TimeProvider time)
{
    // These wait for a person most of the time, and yet the wizard can have a move left: evidence to find, a step that a person
    // asked to do again.
    private static readonly ActivationState[] MostlyForPeople =
        [ActivationState.AwaitingManualStep, ActivationState.NeedsAttention];

    private static readonly string MayGoOn = string.Join(
        ", ", ActivationStates.All.Where(state => state.WaitsForSystem).Concat(MostlyForPeople).Select(state => $"'{state}'"));

    // That a held right ends after 0 is said for the index, which has no others.
    private static readonly string UnderWay =
        $"""
        SELECT "Case", "HandlerId" IS NULL FROM "Summaries" WHERE "CompletedAt" IS NULL AND ("State" IN ({MayGoOn})
            OR ("State" = '{ActivationState.AwaitingDecision}' AND "Ground" IS NOT NULL) OR "AsideUntil" <= @now)
            AND "Case" NOT IN (SELECT "Case" FROM "TenantLeases" WHERE "Case" IS NOT NULL
                AND "HeldUntil" > 0 AND "HeldUntil" > @now AND "HeldUntil" <= @latest)
        ORDER BY "ChangedAt"
        """;

    /// <summary>
    /// The open cases that may go on by themselves, the longest unchanged first; of the refusals, which may lack their reply,
    /// all; of those that were put aside, whose day has come. None for which a process has the right to act, unless that ends
    /// later than it can by this clock: whether such a process lives, one who asks for the right finds out.
    /// </summary>
    public async Task<IReadOnlyList<CaseUnderWay>> ReadAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.ListAsync(
            UnderWay, row => (Case: row.GetInt64(0), IsNobodys: row.GetBoolean(1)), cancellation,
            ("@now", now.UtcTicks), ("@latest", (now + term.Length).UtcTicks));
        return
        [
            .. from row in rows
               let number = CaseKey.TryNumberOf(row.Case)
               where number is not null
               select new CaseUnderWay(number, row.IsNobodys),
        ];
    }
}
