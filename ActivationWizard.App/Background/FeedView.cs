using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Background;

/// <summary>Open cases: the wizard goes on with them, they wait for a person, they need attention.</summary>
public sealed record OpenCaseCounts(int UnderWay, int Waiting, int Attention);

/// <summary>The cases as the feed knows them at one moment.</summary>
/// <param name="Open">Every open case, the longest waiting first.</param>
/// <param name="Ended">Those that ended while somebody watched, in the last half hour at most.</param>
public sealed record FeedView(IReadOnlyList<CaseSummary> Open, IReadOnlyList<CaseSummary> Ended)
{
    /// <summary>How many messages of the mailbox wait for somebody. Told as <see cref="FeedPart.Messages"/>.</summary>
    public int Messages { get; init; }

    /// <summary>How many cases are where.</summary>
    public OpenCaseCounts Counts
    {
        get
        {
            var (underWay, attention) = (Open.Count(one => one.State.WaitsForSystem), Open.Count(NeedsAttention));
            return new OpenCaseCounts(underWay, Open.Count - underWay - attention, attention);
        }
    }

    /// <summary>How many cases need this person's attention: all of them for who has no cases, else the own.</summary>
    public int AttentionOf(Actor actor) => actor.May(Operation.SettleOutcome)
        ? Open.Count(one => NeedsAttention(one) && (IsOf(one, actor) || !actor.May(Operation.HandleOwnCase)))
        : 0;

    /// <summary>
    /// This person's own cases that ended, came back or came to need attention after that moment; the latest first.
    /// </summary>
    public IReadOnlyList<CaseSummary> NewsOf(Actor actor, DateTimeOffset since) => actor.May(Operation.HandleOwnCase)
        ? [.. Open.Concat(Ended).Where(one => IsNews(one) && IsOf(one, actor) && one.ChangedAt > since)
            .OrderByDescending(one => one.ChangedAt)]
        : [];

    /// <summary>
    /// True for a case of which people who look elsewhere are told: it ended with an outcome, came back to its employee, or needs
    /// attention.
    /// </summary>
    public static bool IsNews(CaseSummary one) => one.CompletedAt is not null
        ? one.State is not ActivationState.Withdrawn
        : NeedsAttention(one) || one.State is ActivationState.AwaitingManualStep || one.Hold is HoldReason.EmailNotSent;

    private static bool NeedsAttention(CaseSummary one) => one.State is ActivationState.NeedsAttention;

    private static bool IsOf(CaseSummary one, Actor actor) => one.Handler?.Id == actor.Id;
}
