using ActivationWizard.Domain.Cases;

namespace ActivationWizard.Domain.Inbox;

/// <summary>Of a case, everything of this kind is over that is for this person; null is everybody.</summary>
public sealed record InboxEnd(InboxKind Kind, string? PersonId);

/// <summary>What some events of a case change in inboxes: first what is over, then what is told.</summary>
public sealed record InboxChanges(IReadOnlyList<InboxEnd> Over, IReadOnlyList<InboxItem> Told)
{
    /// <summary>Nothing changes.</summary>
    public static InboxChanges None { get; } = new([], []);
}

/// <summary>
/// The inboxes as they follow from the events of cases, by <see cref="InboxRules"/>. Pure: the same events give the same changes.
/// </summary>
public static class InboxProjection
{
    /// <summary>What these events change, in order.</summary>
    public static InboxChanges Of(IEnumerable<InboxTurn> turns)
    {
        List<InboxEnd> over = [];
        List<InboxItem> told = [];
        foreach (var turn in turns)
        {
            foreach (var end in Ends(turn))
            {
                over.Add(end);
                told.RemoveAll(item => item.Kind == end.Kind && (end.PersonId is null || item.To.PersonId == end.PersonId));
            }

            told.AddRange(
                from rule in InboxRules.All
                let to = rule.Of(turn)
                where to is not null
                select InboxItem.New(rule.Kind, to, turn.By, turn.Entry.At) with
                {
                    Case = turn.Entry.Number,
                    Sequence = turn.Entry.Sequence,
                    Subject = turn.Act,
                });
        }

        return over.Count is 0 && told.Count is 0 ? InboxChanges.None : new InboxChanges(over, told);
    }

    // What somebody had to do about a case is over for who does not have it any more.
    private static IEnumerable<InboxEnd> Ends(InboxTurn turn) =>
        InboxRules.All.Where(rule => rule.IsOver(turn)).Select(rule => new InboxEnd(rule.Kind, null))
            .Concat(turn.Before.Handler is { } gone && turn.After.Handler?.Id != gone.Id
                ? InboxRules.All.Where(rule => rule.Stands is { } stands && stands(turn.Before))
                    .Select(rule => new InboxEnd(rule.Kind, gone.Id))
                : [])
            .Distinct();
}
