using System.Collections.Immutable;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>
/// Who did something in a case as an employee, and who settled something in it as a team lead. Nobody is both, whatever roles
/// they have: a second person looks. By id.
/// </summary>
public sealed class FourEyes : IEquatable<FourEyes>
{
    private readonly ImmutableSortedSet<string> _handled;
    private readonly ImmutableSortedSet<string> _settled;

    private FourEyes(ImmutableSortedSet<string> handled, ImmutableSortedSet<string> settled) =>
        (_handled, _settled) = (handled, settled);

    /// <summary>Nobody yet.</summary>
    public static FourEyes None { get; } = new(
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal), ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <summary>The person did something in the case as an employee.</summary>
    public bool HasHandled(Actor person) => _handled.Contains(person.Id);

    /// <summary>The person settled something in the case as a team lead.</summary>
    public bool HasSettled(Actor person) => _settled.Contains(person.Id);

    /// <inheritdoc/>
    public bool Equals(FourEyes? other) =>
        other is not null && _handled.SetEquals(other._handled) && _settled.SetEquals(other._settled);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FourEyes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_handled.Count, _settled.Count);

    internal FourEyes After(RecordedEvent entry) => entry.Actor.Role switch
    {
        // Whoever adds a mail or a note decides nothing.
        Role.Employee when entry.Event is not (MailReceived or ReplyBounced or NoteAdded) && !HasHandled(entry.Actor) =>
            new(_handled.Add(entry.Actor.Id), _settled),
        Role.TeamLead when !HasSettled(entry.Actor)
            && entry.Event is TeamLeadAnswered or ArrangementDecided or EffectDone or DidNotHappen or ReplyReaddressed
                or BounceSettled =>
            new(_handled, _settled.Add(entry.Actor.Id)),
        _ => this,
    };
}
