using System.Runtime.CompilerServices;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Route = ActivationWizard.Domain.Rules.Route;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>A case in which the wizard was tried out: what it proposed, and whether that is what was done.</summary>
/// <param name="Number">The case.</param>
/// <param name="At">When somebody said what was done.</param>
/// <param name="Route">The way that was proposed; null for a hold and for a question.</param>
/// <param name="Ground">The ground, of a proposed refusal.</param>
/// <param name="Hold">Why it was on hold; null when it was not.</param>
/// <param name="Row">The rule that decided.</param>
/// <param name="IsDifferent">Something else was done.</param>
public sealed record TrialCase(
    CaseNumber Number, DateTimeOffset At, Route? Route, RefusalGround? Ground, HoldReason? Hold, Row? Row, bool IsDifferent)
{
    /// <summary>
    /// What was done instead, and why; null when it is what was proposed, and when the journal cannot be read any more.
    /// </summary>
    public PracticeRecorded? Practice { get; init; }
}

/// <summary>
/// The cases in which the wizard was tried out. Kinds and counts come from the summaries and outlive the personal data; what was
/// done instead, and why, is in the journal alone.
/// </summary>
public sealed class Trials(IDbContextFactory<JournalContext> contexts, CaseReading reading, CaseAccesses looks)
{
    /// <summary>The most cases of a period, the latest.</summary>
    public const int MostCases = 2_000;

    private static readonly string TriedOut = ActivationState.TriedOut.ToString();

    /// <summary>The cases of a period, the latest first.</summary>
    public async Task<IReadOnlyList<TrialCase>> CasesAsync(
        Actor actor, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeTrial);
        var (first, end) = (from.UtcTicks, before.UtcTicks);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Summaries
            .Where(row => row.CompletedAt >= first && row.CompletedAt < end && row.State == TriedOut)
            .OrderByDescending(row => row.CompletedAt)
            .Take(MostCases)
            .Select(row => new { row.Case, row.CompletedAt, row.Route, row.Ground, row.Hold, row.Row, row.HasDeviation })
            .ToListAsync(cancellation);
        var cases = new List<TrialCase>(rows.Count);
        foreach (var row in rows)
        {
            if (CaseKey.TryNumberOf(row.Case) is not { } number)
                continue;
            var one = new TrialCase(
                number,
                new DateTimeOffset(row.CompletedAt!.Value, TimeSpan.Zero),
                Known<Route>(row.Route),
                Known<RefusalGround>(row.Ground),
                Known<HoldReason>(row.Hold),
                Known<Row>(row.Row),
                row.HasDeviation);
            cases.Add(row.HasDeviation
                ? one with { Practice = (await reading.ReadAsync(number, cancellation)).Case?.Practice } : one);
        }

        return cases;
    }

    /// <summary>The same, to be taken along: written down before any of it is given.</summary>
    public async IAsyncEnumerable<TrialCase> TakeAlongAsync(
        Actor actor, DateTimeOffset from, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        actor.Demand(Operation.ExportCases);
        var cases = await CasesAsync(actor, from, before, cancellation);
        await looks.RecordAsync(
            [.. cases.Select(one => one.Number)], AccessKind.List, AccessGround.TeamLead, "CSV", actor, cancellation);
        if (cases.Count is 0)
            await looks.RecordFileAsync(AccessKind.List, AccessGround.TeamLead, 0, actor, cancellation);
        foreach (var one in cases)
            yield return one;
    }

    private static T? Known<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) ? value : null;
}
