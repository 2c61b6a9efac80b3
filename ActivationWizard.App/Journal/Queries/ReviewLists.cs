using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Reviews;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>A case that is reviewed, on its line of the list.</summary>
/// <param name="Why">Why it is.</param>
/// <param name="Ending">How the case ended.</param>
/// <param name="EndedAt">When.</param>
/// <param name="Rule">The row that decided; null where none did.</param>
/// <param name="Assessment">Null while nobody reviewed it.</param>
/// <param name="Reviewer">Who did, by name; null while nobody did.</param>
/// <param name="IsOwn">Who asks worked on it: somebody else reviews it.</param>
public sealed record ReviewLine(
    CaseNumber Number, SampleReason Why, ActivationState Ending, DateTimeOffset EndedAt, Row? Rule, Assessment? Assessment,
    string? Reviewer, bool IsOwn);

/// <summary>How many reviews of a period came to this; no assessment is of those that nobody reviewed yet.</summary>
public sealed record ReviewCount(SampleReason Why, Assessment? Assessment, ReviewReason? Reason, int Count);

/// <summary>The lists and the figures of the reviews. They name no employee.</summary>
public sealed class ReviewLists(IDbContextFactory<JournalContext> contexts)
{
    /// <summary>The most lines of a list.</summary>
    public const int MostLines = 200;

    /// <summary>Those that wait, the first that ended first; then those that were reviewed, the last first.</summary>
    public async Task<IReadOnlyList<ReviewLine>> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.Review);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = from review in context.Reviews
                   join summary in context.Summaries on review.Case equals summary.Case
                   where summary.CompletedAt != null
                   select new
                   {
                       review.Case,
                       review.Why,
                       review.Assessment,
                       review.ReviewerName,
                       review.ReviewedAt,
                       summary.State,
                       summary.CompletedAt,
                       summary.Row,
                       IsOwn = summary.HandlerId == actor.Id
                           || context.Events.Any(one => one.Case == review.Case && one.ActorId == actor.Id),
                   };
        var waiting = await rows.Where(row => row.ReviewedAt == null).OrderBy(row => row.CompletedAt).Take(MostLines)
            .ToListAsync(cancellation);
        var done = await rows.Where(row => row.ReviewedAt != null).OrderByDescending(row => row.ReviewedAt).Take(MostLines)
            .ToListAsync(cancellation);
        return
        [
            .. from row in waiting.Concat(done)
               let number = CaseKey.TryNumberOf(row.Case)
               where number is not null && Enum.IsDefined(typeof(ActivationState), row.State)
               select new ReviewLine(
                   number,
                   Known<SampleReason>(row.Why) ?? SampleReason.Drawn,
                   Enum.Parse<ActivationState>(row.State),
                   new DateTimeOffset(row.CompletedAt!.Value, TimeSpan.Zero),
                   Known<Row>(row.Row),
                   Known<Assessment>(row.Assessment),
                   row.ReviewerName,
                   row.IsOwn),
        ];
    }

    /// <summary>Of the cases that ended in these weeks, by their Mondays, the last one not included.</summary>
    public async Task<IReadOnlyList<ReviewCount>> CountsAsync(
        Actor actor, DateOnly from, DateOnly before, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeOverview);
        var (first, end) = (ReviewRow.WeekOf(from), ReviewRow.WeekOf(before));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Reviews.Where(row => row.Week >= first && row.Week < end)
            .GroupBy(row => new { row.Why, row.Assessment, row.Reason })
            .Select(group => new { group.Key.Why, group.Key.Assessment, group.Key.Reason, Count = group.Count() })
            .ToListAsync(cancellation);
        return
        [
            .. from row in rows
               let why = Known<SampleReason>(row.Why)
               where why is not null
               select new ReviewCount(why.Value, Known<Assessment>(row.Assessment), Known<ReviewReason>(row.Reason), row.Count),
        ];
    }

    private static T? Known<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : null;
}
