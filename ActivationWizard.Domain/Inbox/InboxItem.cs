using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Inbox;

/// <summary>Whom an item is for: one person in a role, or everybody in it when <paramref name="PersonId"/> is null.</summary>
public sealed record InboxAddress(Role Role, string? PersonId)
{
    /// <summary>This person, in this role.</summary>
    public static InboxAddress To(Actor person) => new(person.Role, person.Id);

    /// <summary>Everybody in the role.</summary>
    public static InboxAddress ToAll(Role role) => new(role, null);

    /// <summary>True for a person whom it means, in the role in which that person is signed in.</summary>
    public bool Includes(Actor actor) => actor.Role == Role && (PersonId is null || PersonId == actor.Id);
}

/// <summary>
/// One thing that a person is told or asked. It says by whom and about which case, and nothing of what is in the case: that is
/// read from the case by whoever may see it.
/// </summary>
public sealed record InboxItem(Guid Id, InboxKind Kind, InboxAddress To, Actor By, DateTimeOffset At)
{
    /// <summary>The case that it is about; null when it is about none, or several.</summary>
    public CaseNumber? Case { get; init; }

    /// <summary>The event of the case that it is about; null when it is about none.</summary>
    public int? Sequence { get; init; }

    /// <summary>How many cases it is about, where that is more than one; null otherwise.</summary>
    public int? Count { get; init; }

    /// <summary>
    /// The row that it is about where that is no event, such as a comment's; of an event the act that it is a part of; null
    /// otherwise.
    /// </summary>
    public Guid? Subject { get; init; }

    /// <summary>Of one act upon several cases the item of each case, in their order; empty for an item by itself.</summary>
    public IReadOnlyList<InboxItem> Parts { get; init; } = [];

    /// <summary>What is written down of it: itself, or its parts.</summary>
    public IEnumerable<Guid> Written => Parts.Count is 0 ? [Id] : Parts.Select(part => part.Id);

    /// <summary>Who of a whole role has seen it, by id. What is for one person is gone once that person has.</summary>
    public IReadOnlyList<string> SeenBy { get; init; } = [];

    /// <summary>An item that nobody was told of yet.</summary>
    public static InboxItem New(InboxKind kind, InboxAddress to, Actor by, DateTimeOffset at) =>
        new(Guid.CreateVersion7(at), kind, to, by, at);

    /// <summary>True for a person whom it is for and who has not seen it.</summary>
    public bool IsFor(Actor actor) => To.Includes(actor) && !SeenBy.Contains(actor.Id);
}
