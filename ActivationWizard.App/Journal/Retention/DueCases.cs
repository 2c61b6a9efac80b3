using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Journal.Retention;

/// <summary>Finished cases whose term is over, and that nobody acts for.</summary>
internal static class DueCases
{
    private static readonly string Refused = ActivationState.Refused.ToString();
    private static readonly string Withdrawn = ActivationState.Withdrawn.ToString();
    private static readonly string TriedOut = ActivationState.TriedOut.ToString();

    /// <summary>Those at a moment; an open case is never one, nor is one that a process still has the right to act for.</summary>
    public static IQueryable<SummaryRow> At(JournalContext context, RetentionTerms terms, DateTimeOffset moment)
    {
        var now = moment.UtcTicks;
        var done = RetentionTerms.Before(moment, terms.DoneDays).UtcTicks;
        var refused = RetentionTerms.Before(moment, terms.RefusedDays).UtcTicks;
        var withdrawn = RetentionTerms.Before(moment, terms.WithdrawnDays).UtcTicks;
        var tried = RetentionTerms.Before(moment, terms.TrialDays).UtcTicks;
        // By one bound first: it is what the index is walked by.
        var latest = Math.Max(Math.Max(done, tried), Math.Max(refused, withdrawn));
        return context.Summaries.Where(row => row.CompletedAt != null && row.CompletedAt < latest && row.ErasedAt == null
            && row.CompletedAt < (row.State == Refused ? refused
                : row.State == Withdrawn ? withdrawn
                : row.State == TriedOut ? tried
                : done)
            && !context.Leases.Any(lease => lease.Case == row.Case && lease.HeldUntil > now));
    }

    /// <summary>Those that come after one, by their end.</summary>
    public static IQueryable<SummaryRow> After(this IQueryable<SummaryRow> cases, long endedAt, long @case) => cases
        .Where(row => row.CompletedAt > endedAt || (row.CompletedAt == endedAt && row.Case > @case))
        .OrderBy(row => row.CompletedAt).ThenBy(row => row.Case);
}
