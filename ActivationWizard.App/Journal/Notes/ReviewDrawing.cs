using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Reviews;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Notes;

/// <summary>
/// Notes which finished cases are reviewed: deviations as they end, the others once their week is over. What was drawn stays
/// drawn, whatever becomes of the settings, and is drawn once: a second instance draws the same.
/// </summary>
public sealed class ReviewDrawing(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, ICurrentEpoch epoch, SampleSize size, TimeProvider time)
{
    // This week and those before it: an installation that was out for longer begins with what ended of late.
    private const int Weeks = 5;

    private const string Drawn = nameof(SampleReason.Drawn);

    private static readonly List<string> Endings =
    [
        nameof(ActivationState.SentByEmail), nameof(ActivationState.SentByLetter), nameof(ActivationState.Refused),
        nameof(ActivationState.Withdrawn),
    ];

    /// <summary>Draws what is to be drawn by now; again is harmless.</summary>
    public async Task DrawAsync(CancellationToken cancellation)
    {
        var today = DutchCalendar.Today(time);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        for (var ago = 0; ago < Weeks; ago++)
            await DrawAsync(monday.AddDays(-7 * ago), isOver: ago > 0, cancellation);
    }

    private async Task DrawAsync(DateOnly monday, bool isOver, CancellationToken cancellation)
    {
        var week = ReviewRow.WeekOf(monday);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var onlyDeviations = !isOver
            || await context.Reviews.AnyAsync(row => row.Week == week && row.Why == Drawn, cancellation);
        if (onlyDeviations && !size.Deviations)
            return;
        var (first, end) = (DutchCalendar.StartOf(monday).UtcTicks, DutchCalendar.StartOf(monday.AddDays(7)).UtcTicks);
        // A case is reviewed once, also when it was opened again and ended in another week.
        var rows = await context.Summaries
            .Where(row => row.CompletedAt >= first && row.CompletedAt < end && Endings.Contains(row.State)
                && row.ErasedAt == null && (!onlyDeviations || row.HasDeviation)
                && !context.Reviews.Any(one => one.Case == row.Case))
            .Select(row => new { row.Case, row.State, row.HasDeviation })
            .ToListAsync(cancellation);
        var ended = from row in rows
                    let number = CaseKey.TryNumberOf(row.Case)
                    where number is not null
                    select new SampleCase(number, Enum.Parse<ActivationState>(row.State), row.HasDeviation);
        var now = time.GetUtcNow().UtcTicks;
        var drawn = ReviewSample.Draw(
            ended, onlyDeviations ? new SampleSize(0, 0, 0, 0, true) : size, epoch.Now.Installation, monday);
        if (drawn.Count is 0)
            return;
        try
        {
            await writer.WriteAsync(
                new Adding(
                    week,
                    [.. drawn.Select(one => new ReviewRow
                    {
                        Case = CaseKey.Of(one.Number),
                        Week = week,
                        Why = $"{one.Why}",
                        DrawnAt = now,
                    })]),
                cancellation);
        }
        catch (DbUpdateException)
        {
            // Another instance drew the same at this moment.
        }
    }

    private sealed class Adding(int week, IReadOnlyList<ReviewRow> rows) : IJournalWrite
    {
        public string Subject { get; } = $"reviews {week}";

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            var context = session.Context;
            var cases = rows.Select(row => row.Case).ToList();
            var there = await context.Reviews.Where(row => cases.Contains(row.Case)).Select(row => row.Case)
                .ToListAsync(cancellation);
            var isDrawn = await context.Reviews.AnyAsync(row => row.Week == week && row.Why == Drawn, cancellation);
            context.AddRange(rows.Where(row => !there.Contains(row.Case) && !(isDrawn && row.Why is Drawn)));
        }
    }
}
