namespace ActivationWizard.Domain.Inbox;

/// <summary>
/// Makes one item of what one act told a person of several cases. Each case keeps its own, written with its event and gone with
/// the case: what was written when the act broke off halfway is what it did.
/// </summary>
public static class ItemsOfActs
{
    /// <summary>
    /// These items of one person, with one for each act. It has the id of the act, so that it stays the same one while further
    /// cases come to it.
    /// </summary>
    public static IEnumerable<InboxItem> Together(IEnumerable<InboxItem> items) =>
        from item in items
        group item by (item.Kind, Of: IsPart(item) ? item.Subject!.Value : item.Id) into some
        select IsPart(some.First()) ? One(some.Key.Of, [.. some]) : some.First();

    private static bool IsPart(InboxItem item) => item is
    {
        Kind: InboxKind.HandedToYou or InboxKind.GivenAway or InboxKind.PutBack,
        Subject: not null,
        Case: not null,
    };

    private static InboxItem One(Guid act, IReadOnlyList<InboxItem> parts)
    {
        var last = parts.MaxBy(part => part.At)!;
        return new InboxItem(act, last.Kind, last.To, last.By, last.At)
        {
            Subject = act,
            Count = parts.Count,
            Parts = [.. parts.OrderBy(part => (part.Case!.Year, part.Case.Ordinal))],
        };
    }
}
