using System.Runtime.CompilerServices;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>What the overview needs of one finished case: nothing that says whose it is, or who handled it.</summary>
public sealed record OverviewCase(
    DateTimeOffset CompletedAt,
    TimeSpan Waited,
    TimeSpan? Handled,
    Scenario? Scenario,
    RefusalGround? Ground,
    Row? Row,
    bool IsByHand,
    bool IsDeviation,
    CaseMarks Marks);

/// <summary>That something happened in a case: its kind and when, not what it was about or who did it.</summary>
public readonly record struct CaseStep(long Case, string Kind, DateTimeOffset At);

/// <summary>
/// Reads the finished cases of a period for the overview; those that were tried out are not among them: the wizard did nothing
/// in them.
/// </summary>
public sealed class Overviews(IDbContextFactory<JournalContext> contexts)
{
    private static readonly string TriedOut = ActivationState.TriedOut.ToString();

    /// <summary>The cases that ended in the period, in order of their end.</summary>
    public async Task<IReadOnlyList<OverviewCase>> CasesAsync(
        Actor actor, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeOverview);
        var (first, end) = (from.UtcTicks, before.UtcTicks);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Summaries.Where(row => row.CompletedAt >= first && row.CompletedAt < end)
            .Where(row => row.State != TriedOut)
            .OrderBy(row => row.CompletedAt)
            .Select(row => new
            {
                row.CompletedAt,
                row.ReceivedAt,
                row.Waited,
                row.Handled,
                row.Scenario,
                row.Ground,
                row.Row,
                row.State,
                row.HasManualStep,
                row.HasDeviation,
                row.Marks,
                row.Signs,
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.Select(row => new OverviewCase(
                new DateTimeOffset(row.CompletedAt!.Value, TimeSpan.Zero),
                TimeSpan.FromTicks(Math.Max(0, row.Waited ?? (row.CompletedAt.Value - row.ReceivedAt))),
                row.Handled is { } handled ? TimeSpan.FromTicks(handled) : null,
                row.State is nameof(ActivationState.Withdrawn) ? null : Known<Scenario>(row.Scenario),
                row.State is nameof(ActivationState.Refused) ? Known<RefusalGround>(row.Ground) : null,
                Known<Row>(row.Row),
                row.HasManualStep,
                row.HasDeviation,
                MarksColumns.Read(row.Marks, (CaseSigns)row.Signs))),
        ];
    }

    /// <summary>
    /// The events of the cases that ended last in the period, at most so many cases, case after case and in order.
    /// </summary>
    public async IAsyncEnumerable<CaseStep> StepsAsync(
        Actor actor,
        DateTimeOffset from,
        DateTimeOffset before,
        int mostCases,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeOverview);
        var (first, end) = (from.UtcTicks, before.UtcTicks);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var ended = context.Summaries.Where(row => row.CompletedAt >= first && row.CompletedAt < end)
            .Where(row => row.State != TriedOut)
            .OrderByDescending(row => row.CompletedAt)
            .Select(row => row.Case)
            .Take(mostCases);
        var steps = context.Events.Where(row => ended.Contains(row.Case))
            .OrderBy(row => row.Case)
            .ThenBy(row => row.Sequence)
            .Select(row => new { row.Case, row.Kind, row.At });
        await foreach (var step in steps.AsAsyncEnumerable().WithCancellation(cancellation))
            yield return new CaseStep(step.Case, step.Kind, new DateTimeOffset(step.At, TimeSpan.Zero));
    }

    private static T? Known<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) ? value : null;
}
