using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>
/// That somebody reported a mistake in a case, at which event, and by name who did. What was said is read where it is settled.
/// </summary>
public sealed record ReportedMistake(CaseNumber Number, int Sequence, string Author, DateTimeOffset At);

/// <summary>The mistakes that were reported and that nobody settled yet, of all cases.</summary>
public sealed class ReportedMistakes(IDbContextFactory<JournalContext> contexts)
{
    private const int Most = 200;

    private const string Mistake = nameof(CommentKind.Mistake);

    /// <summary>The oldest first, at most 200.</summary>
    public async Task<IReadOnlyList<ReportedMistake>> ReadAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeAllFinishedCases);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Comments.Where(row => row.Kind == Mistake && row.ResolvedAt == null)
            .OrderBy(row => row.At)
            .Take(Most)
            .Select(row => new { row.Case, row.Sequence, row.AuthorName, row.At })
            .ToListAsync(cancellation);
        return
        [
            .. from row in rows
               let number = CaseKey.TryNumberOf(row.Case)
               where number is not null
               select new ReportedMistake(number, row.Sequence, row.AuthorName, new DateTimeOffset(row.At, TimeSpan.Zero)),
        ];
    }
}
