using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Rules;

/// <summary>A case that would go differently: its last decision of then, and of now.</summary>
public sealed record DifferentCase(CaseNumber Number, Reconsideration Last);

/// <summary>What today's rules make of one case.</summary>
/// <param name="Case">The case as far as it can be read.</param>
/// <param name="Decisions">Every decision that can be read, in order.</param>
public sealed record CaseByTodaysRules(RawCase Case, IReadOnlyList<Reconsideration> Decisions);

/// <summary>What today's rules make of the cases of a period.</summary>
/// <param name="Looked">How many cases were looked at.</param>
/// <param name="Unread">How many of them cannot be read.</param>
/// <param name="Different">Those that would go differently, the last finished first.</param>
/// <param name="IsCut">There are more cases than were looked at.</param>
public sealed record PeriodByTodaysRules(int Looked, int Unread, IReadOnlyList<DifferentCase> Different, bool IsCut);

/// <summary>
/// Holds cases against the rules of today. A calculation over what was recorded: it has the journal and the rules, and nothing
/// that could ask or do anything.
/// </summary>
public sealed class TodaysRules(FinishedCases cases, Judgement rules)
{
    /// <summary>The most cases that are looked at for a period.</summary>
    public const int MostCases = 5_000;

    /// <summary>
    /// The decisions of one case; null when it is not this actor's to see. Written down as a look, but for one that was.
    /// </summary>
    public async Task<CaseByTodaysRules?> OfCaseAsync(
        CaseNumber number, Actor actor, bool isWrittenDown, CancellationToken cancellation)
    {
        actor.Demand(Operation.CompareWithTodaysRules);
        return await cases.ReadAsync(number, isWrittenDown ? null : AccessKind.TodaysRules, actor, cancellation) is { } raw
            ? new CaseByTodaysRules(raw, Reconsideration.Of(raw.Entries, rules))
            : null;
    }

    /// <summary>
    /// The cases that ended since then. No case is shown, so no look is written down: that is for who opens one.
    /// </summary>
    public async Task<PeriodByTodaysRules> OfPeriodAsync(Actor actor, DateTimeOffset since, CancellationToken cancellation)
    {
        actor.Demand(Operation.CompareWithTodaysRules);
        var (looked, unread, different) = (0, 0, new List<DifferentCase>());
        await foreach (var one in cases.AllAsync(actor, new FinishedFilter(From: since), cancellation))
        {
            if (looked == MostCases)
                return new PeriodByTodaysRules(looked, unread, different, true);
            looked++;
            if (await cases.ReadAsync(one.Number, null, actor, cancellation) is not { Break: null } raw)
                unread++;
            else if (Reconsideration.Of(raw.Entries, rules) is [.., { IsDifferent: true } last])
                different.Add(new DifferentCase(one.Number, last));
        }

        return new PeriodByTodaysRules(looked, unread, different, false);
    }
}
