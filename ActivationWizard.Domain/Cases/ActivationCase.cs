using System.Collections.Immutable;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>
/// A case as it is after some of its events: the fold of its journal, live and in replay. Immutable; what a page shows is this
/// and nothing else.
/// </summary>
public sealed partial record ActivationCase : IJudgedCase, IEffectCase
{
    private ActivationCase(CaseNumber number, ActivationRequest request, DateTimeOffset openedAt)
    {
        Number = number;
        Request = Received = request;
        OpenedAt = ChangedAt = StateSince = openedAt;
    }

    /// <summary>The number people call it by.</summary>
    public CaseNumber Number { get; }

    /// <summary>What came in, with what people corrected in it.</summary>
    public ActivationRequest Request { get; private init; }

    /// <summary>When the case was opened.</summary>
    public DateTimeOffset OpenedAt { get; }

    /// <summary>The sequence of the last event: the version to append after.</summary>
    public int Version { get; private init; } = 1;

    /// <summary>
    /// The version at which the case last moved on: who has it, a look at the code, and facts that are as they were,
    /// change no question.
    /// </summary>
    public int MovedAt { get; private init; } = 1;

    /// <summary>
    /// The version at which what a person is asked now was first asked. What was filled in for an earlier question is no answer
    /// to this one; what the wizard does by itself meanwhile, and another wording of the reply, ask nothing new.
    /// </summary>
    public int Question { get; private init; } = 1;

    /// <summary>Where the case is.</summary>
    public ActivationState State { get; private init; } = ActivationState.Opened;

    /// <summary>When the last event happened.</summary>
    public DateTimeOffset ChangedAt { get; private init; }

    /// <summary>When it came into the state that it is in, whatever happened to it there since.</summary>
    public DateTimeOffset StateSince { get; private init; }

    /// <summary>Who did what in it, as far as a second person has to be another.</summary>
    public FourEyes Eyes { get; private init; } = FourEyes.None;

    /// <summary>The last event, but for what is no step of the work: mails, notes, and that it was reopened.</summary>
    public CaseEvent? Last { get; private init; }

    /// <summary>The employee who has it; null while nobody does.</summary>
    public Actor? Handler { get; private init; }

    /// <summary>Since when that employee has it.</summary>
    public DateTimeOffset? HandledSince { get; private init; }

    /// <summary>Whoever has it got it from a colleague, not from the list.</summary>
    public bool WasTakenOver { get; private init; }

    /// <summary>How whoever has it got it, when all cases of somebody who is away were handed over; null otherwise.</summary>
    public PassedOn? PassedOn { get; private init; }

    /// <summary>Who asks to take it over, and since when; null when nobody does.</summary>
    public ActedBy? TakeOver { get; private init; }

    /// <summary>Who gave it back to the list last, when and why; null when nobody did.</summary>
    public Skip? Skipped { get; private init; }

    /// <summary>Who agreed to what was proposed last, and when.</summary>
    public ActedBy? Agreed { get; private init; }

    /// <summary>What the sources said.</summary>
    public CaseFacts Facts { get; private init; } = CaseFacts.None;

    /// <summary>They are too old to rely on, and are being read again.</summary>
    public bool IsOutdated { get; private init; }

    /// <summary>
    /// Viewpoint's id of the tenant, once found, or what stands in for it; stays while facts are fetched again.
    /// </summary>
    public string? PartyId { get; private init; }

    /// <summary>The last verdict; null before the first and while facts are fetched again.</summary>
    public Verdict? Verdict { get; private init; }

    /// <summary>Why the case is, or was last, on hold.</summary>
    public HoldReason? Hold { get; private init; }

    /// <summary>The candidate a person chose (D03).</summary>
    public string? ChosenPartyId { get; private init; }

    /// <summary>How the administrator's identity was checked (D13).</summary>
    public IdentityProof? Proof { get; private init; }

    /// <summary>First or new code, after the answer to D21.</summary>
    public CodeKind CodeKind { get; private init; }

    /// <summary>A team lead's decision on D14; null is the setting's.</summary>
    public bool? ArrangementMaySend { get; private init; }

    /// <summary>The reason for which a person chose to refuse instead of what was proposed.</summary>
    public string? RefusalReason { get; private init; }

    /// <summary>The standard reply a person chose; null is the one that fits the proposal.</summary>
    public Ports.TemplateChoice? Template { get; private init; }

    /// <summary>The reply as it was filled in, or why it was not; null while there is none.</summary>
    public CaseEvent? Composed { get; private init; }

    /// <summary>What a person agreed to; null before that.</summary>
    public Acceptance? Acceptance { get; private init; }

    /// <summary>The facts as they were when a person agreed: what G4 compares with.</summary>
    public CaseFacts? AcceptedFacts { get; private init; }

    /// <summary>The version at which a person agreed; effects before it belong to an earlier proposal.</summary>
    public int AcceptedAt { get; private init; }

    /// <summary>The version at which the facts were last read again (G4); zero before that.</summary>
    public int RecheckedAt { get; private init; }

    /// <summary>What had changed when the facts were read again; empty when nothing had.</summary>
    public IReadOnlyList<FactChange> Changes { get; private init; } = [];

    /// <summary>The facts as they were before <see cref="Changes"/>; null where nothing changed.</summary>
    public CaseFacts? FactsBefore { get; private init; }

    /// <summary>The effects, in the order in which they were first asked.</summary>
    public ImmutableList<EffectProgress> Effects { get; private init; } = [];

    /// <summary>The effect that was asked for and has no outcome yet.</summary>
    public EffectRequested? Pending { get; private init; }

    /// <summary>The effect that was asked for last, whatever became of it.</summary>
    public EffectRequested? Asked { get; private init; }

    /// <summary>The answer of the pending effect that was lost; null when none was.</summary>
    public LostAnswer? Lost { get; private init; }

    /// <summary>Attempts in a row that came to nothing; zero when the last one did.</summary>
    public int Failures { get; private init; }

    /// <summary>What the system said when it was looked at for a person; null before that.</summary>
    public Evidence? Evidence { get; private init; }

    /// <summary>What the effects left behind.</summary>
    public EffectResults Results { get; private init; } = EffectResults.None;

    /// <summary>What went wrong last; null when nothing did, or it was settled.</summary>
    public CaseEvent? Trouble { get; private init; }

    /// <summary>When it was over; null while open.</summary>
    public DateTimeOffset? CompletedAt { get; private init; }

    /// <summary>How long it waited, and how long it was in hand.</summary>
    public CaseTimes Times { get; private init; }

    /// <summary>What was out of the ordinary so far.</summary>
    public CaseMarks Marks { get; private init; } = CaseMarks.None;

    /// <summary>The case as it is, but for its facts: to hold what a source says now beside what it said then.</summary>
    public ActivationCase WithFacts(CaseFacts facts) => this with { Facts = facts };

    /// <summary>
    /// The case after its first event. Throws <see cref="IllegalEventException"/> when that is not <see cref="CaseOpened"/>.
    /// </summary>
    public static ActivationCase Open(RecordedEvent first) => first is { Sequence: 1, Event: CaseOpened opened }
        ? new ActivationCase(opened.Number, opened.Request, first.At)
        {
            CodeKind = opened.Request.Kind,
            Last = opened,
            Reopens = opened.Reopens,
            Eyes = FourEyes.None.After(first),
        }
        : throw new IllegalEventException(ActivationState.Opened, first.Event);

    /// <summary>
    /// The case after one more event. Throws <see cref="IllegalEventException"/> when the event may not follow, and
    /// <see cref="ArgumentException"/> when it is another case's or not the next in sequence.
    /// </summary>
    public ActivationCase After(RecordedEvent entry)
    {
        if (entry.Number != Number || entry.Sequence != Version + 1)
            throw new ArgumentException(
                $"Entry {entry.Number}/{entry.Sequence} does not follow {Number}/{Version}.", nameof(entry));

        if (Forbids(entry.Event))
            throw new IllegalEventException(State, entry.Event);
        var state = ActivationFlow.Next(State, entry.Event);
        var next = this with
        {
            State = state,
            Version = entry.Sequence,
            MovedAt = state == State && LeavesAsItIs(entry.Event) ? MovedAt : entry.Sequence,
            Question = AsksAnew(entry.Event) ? entry.Sequence : Question,
            ChangedAt = entry.At,
            StateSince = state == State ? StateSince : entry.At,
            Last = entry.Event is MailReceived or NoteAdded or CaseReopened ? Last : entry.Event,
            Eyes = Eyes.After(entry),
            CompletedAt = !state.IsFinal ? null : State.IsFinal ? CompletedAt : entry.At,
            HasEnded = HasEnded || state.IsFinal,
            Times = Times.After(entry, this),
            Marks = Marks.After(entry, state),
            IsOutdated = entry.Event is FactsOutdated || (IsOutdated && state == State && entry.Event is not FactsRechecked),
        };
        var folded = next.With(entry).WithAct(entry);
        return TenantKeys.Of(folded.Facts, folded.Request) is { } tenant ? folded with { PartyId = tenant.Own } : folded;
    }
}
