using ActivationWizard.App.Replay.Diagram;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Replay;

/// <summary>An event in words: who did what, and what there is to know about it.</summary>
/// <param name="Sentence">Who and what.</param>
/// <param name="Details">Why, to whom, was and is: a line each.</param>
public sealed record EventWords(string Sentence, IReadOnlyList<string> Details)
{
    /// <summary>
    /// The words of a moment's event, in the reader's language. A kind without words is a fault, which a test finds for every
    /// one.
    /// </summary>
    public static EventWords Of(ReplayMoment moment)
    {
        var (entry, key) = (moment.Entry, DiagramWords.Key(JournalNames.Of(moment.Entry.Event)));
        var sentence = ReplayText.ResourceManager.Word($"Say{key}").With([NameOf(entry.Actor), .. EventParts.Of(moment)]);
        var said = IsByHand(entry) ? ReplayText.ByHand.With(NameOf(entry.Actor), sentence) : sentence;
        return new EventWords(said, [.. EventDetails.Of(moment)]);
    }

    /// <summary>A person did, or saw done, what a system is there for.</summary>
    public static bool IsByHand(RecordedEvent entry) => entry is { Event: EffectDone, Actor.Role: not Role.Machine };

    private static string NameOf(Actor actor) => actor.Role is Role.Machine ? ReplayText.TheWizard : actor.Name;
}
