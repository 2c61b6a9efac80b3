using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Background;

/// <summary>Open cases: the wizard goes on with them, they wait for a person, they need attention.</summary>
public sealed record OpenCaseCounts(int UnderWay, int Waiting, int Attention);

/// <summary>The cases as the feed knows them at one moment.</summary>
/// <param name="Open">Every open case, the longest waiting first.</param>
/// <param name="Ended">Those that ended while somebody watched, in the last ten minutes at most.</param>
public sealed record FeedView(IReadOnlyList<CaseSummary> Open, IReadOnlyList<CaseSummary> Ended)
{
    /// <summary>How many messages of the mailbox wait for somebody. Told as <see cref="FeedPart.Messages"/>.</summary>
    public int Messages { get; init; }

    /// <summary>Everything that is open in all inboxes. Told as <see cref="FeedPart.Inbox"/>.</summary>
    public IReadOnlyList<InboxItem> Inbox { get; init; } = [];

    /// <summary>What this person has not seen or answered yet; the latest first.</summary>
    public IReadOnlyList<InboxItem> InboxOf(Actor actor) =>
    [
        .. ItemsOfActs.Together(Inbox.Where(item => item.IsFor(actor)))
            .OrderByDescending(item => item.At).ThenByDescending(item => item.Sequence),
    ];

    /// <summary>How many cases are where.</summary>
    public OpenCaseCounts Counts
    {
        get
        {
            var (underWay, attention) = (Open.Count(one => one.State.WaitsForSystem), Open.Count(NeedsAttention));
            return new OpenCaseCounts(underWay, Open.Count - underWay - attention, attention);
        }
    }

    /// <summary>How many of this person's own cases need attention.</summary>
    public int AttentionOf(Actor actor) => Open.Count(one => NeedsAttention(one) && IsOf(one, actor));

    /// <summary>This person's own cases that ended after that moment; the latest first.</summary>
    public IReadOnlyList<CaseSummary> NewsOf(Actor actor, DateTimeOffset since) => actor.May(Operation.HandleOwnCase)
        ? [.. Ended.Where(one => IsNews(one) && IsOf(one, actor) && one.CompletedAt > since)
            .OrderByDescending(one => one.CompletedAt)]
        : [];

    /// <summary>
    /// True for a case of which people who look elsewhere are told: it ended with an outcome, or needs attention.
    /// </summary>
    public static bool IsNews(CaseSummary one) => one.CompletedAt is not null
        ? one.State is not (ActivationState.Withdrawn or ActivationState.TriedOut)
        : NeedsAttention(one);

    private static bool NeedsAttention(CaseSummary one) => one.State is ActivationState.NeedsAttention;

    private static bool IsOf(CaseSummary one, Actor actor) => one.Handler?.Id == actor.Id;
}
