using System.Collections.Immutable;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>
/// Who did something in a case as an employee, who settled something in it as a team lead, and who did anything in it at all.
/// Nobody is both of the first, whatever roles they have: a second person looks. By id.
/// </summary>
public sealed class FourEyes : IEquatable<FourEyes>
{
    private readonly ImmutableSortedSet<string> _handled;
    private readonly ImmutableSortedSet<string> _settled;
    private readonly ImmutableSortedSet<string> _tookPart;

    private FourEyes(
        ImmutableSortedSet<string> handled, ImmutableSortedSet<string> settled, ImmutableSortedSet<string> tookPart) =>
        (_handled, _settled, _tookPart) = (handled, settled, tookPart);

    /// <summary>Nobody yet.</summary>
    public static FourEyes None { get; } = new(Nobody, Nobody, Nobody);

    private static ImmutableSortedSet<string> Nobody => ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The person did something in the case as an employee.</summary>
    public bool HasHandled(Actor person) => _handled.Contains(person.Id);

    /// <summary>The person settled something in the case as a team lead.</summary>
    public bool HasSettled(Actor person) => _settled.Contains(person.Id);

    /// <summary>The person did anything in the case, in whatever role: also adding a mail, or giving it to a colleague.</summary>
    public bool HasTakenPart(Actor person) => _tookPart.Contains(person.Id);

    /// <inheritdoc/>
    public bool Equals(FourEyes? other) => other is not null && _handled.SetEquals(other._handled)
        && _settled.SetEquals(other._settled) && _tookPart.SetEquals(other._tookPart);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FourEyes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_handled.Count, _settled.Count);

    internal FourEyes After(RecordedEvent entry)
    {
        var (role, id) = (entry.Actor.Role, entry.Actor.Id);
        if (role is Role.Machine)
            return this;
        // Whoever adds a mail or a note decides nothing.
        var handles = role is Role.Employee && entry.Event is not (MailReceived or ReplyBounced or NoteAdded);
        var settles = role is Role.TeamLead
            && entry.Event is TeamLeadAnswered or ArrangementDecided or EffectDone or DidNotHappen or ReplyReaddressed
                or BounceSettled;
        var isKnown = _tookPart.Contains(id) && (!handles || _handled.Contains(id)) && (!settles || _settled.Contains(id));
        return isKnown ? this
            : new(handles ? _handled.Add(id) : _handled, settles ? _settled.Add(id) : _settled, _tookPart.Add(id));
    }
}
