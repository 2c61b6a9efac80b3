using System.Collections.Immutable;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using static ActivationWizard.Domain.Cases.ActivationState;

namespace ActivationWizard.Domain.Cases;

/// <summary>What a person does to a case beside answering its questions.</summary>
public sealed partial record ActivationCase
{
    /// <summary>The request as it came in, whatever was corrected in it since.</summary>
    public ActivationRequest Received { get; }

    /// <summary>
    /// What came in may be corrected: nothing was done for it in any system, nothing is being done, and nobody doubts that.
    /// </summary>
    public bool CanCorrect => State is not Opened && !State.IsFinal && Pending is null && !IsInDoubt
        && !Effects.Any(one => one.MayHaveHappened && !one.Effect.IsRead);

    /// <summary>Until when whoever has it put it aside; null while it is not.</summary>
    public PutAside? Aside { get; private init; }

    /// <summary>What a team lead was asked last; null when nothing was.</summary>
    public LeadQuestion? LeadQuestion { get; private init; }

    /// <summary>How many such acts there were: what was filled in for one of them is no part of the next.</summary>
    public int Acts => Story.Count;

    /// <summary>What people said of the case beside its questions, in order.</summary>
    public ImmutableList<StoryLine> Story { get; private init; } = [];

    /// <summary>The case that is over, whose request is handled again in this one; null when there is none.</summary>
    public ReopenedCase? Reopens { get; private init; }

    /// <summary>The case in which this request is handled again, and why; null while it is not.</summary>
    public ReopenedCase? ReopenedAs { get; private init; }

    /// <summary>A note can be added.</summary>
    public bool CanNote => State is not Opened && !State.IsFinal;

    /// <summary>Its request can be handled again in a new case.</summary>
    public bool CanReopen => State.IsFinal && ReopenedAs is null;

    /// <summary>It waits for a day or for a team lead: whoever has it has nothing to do for it now.</summary>
    public bool IsParked => Aside is not null || LeadQuestion is { IsOpen: true };

    /// <summary>A person is to do something: it can be put aside, and the team lead can be asked.</summary>
    public bool WaitsForPerson => !State.WaitsForSystem && !State.IsFinal;

    private ActivationCase WithAct(RecordedEvent entry) => entry.Event switch
    {
        // Of another tenant, perhaps: nothing that was said about the first one holds.
        RequestCorrected corrected => FromStart() with
        {
            Request = corrected.Now.In(Request),
            PartyId = null,
            ChosenPartyId = null,
            Proof = null,
            ArrangementMaySend = null,
            CodeKind = Request.Kind,
            Hold = null,
            Template = null,
            Composed = null,
            Trouble = null,
            TakeOver = null,
            Results = EffectResults.None,
            Failures = 0,
            Aside = null,
            Story = Told(entry, StoryKind.Corrected, corrected.Reason),
        },
        CasePutAside put => this with
        {
            Aside = new PutAside(new ActedBy(entry.Actor, entry.At), put.Until, put.Note),
            Story = Told(entry, StoryKind.PutAside, put.Note),
        },
        CaseCameBack => this with { Aside = null },
        TeamLeadAsked asked => this with
        {
            LeadQuestion = new LeadQuestion(new ActedBy(entry.Actor, entry.At), asked.Question),
            Story = Told(entry, StoryKind.Question, asked.Question),
        },
        TeamLeadAnswered answered => this with
        {
            Story = Told(entry, StoryKind.Answer, answered.Text),
            LeadQuestion = LeadQuestion is null ? null : LeadQuestion with
            {
                Answered = new ActedBy(entry.Actor, entry.At),
                Answer = answered.Text,
            },
        },
        NoteAdded note => this with { Story = Told(entry, StoryKind.Note, note.Text) },
        CaseReopened again => this with { ReopenedAs = new ReopenedCase(again.As, again.Reason) },
        _ => EndsAside(entry) ? this with { Aside = null } : this,
    };

    private ImmutableList<StoryLine> Told(RecordedEvent entry, StoryKind kind, string text) =>
        Story.Add(new StoryLine(kind, new ActedBy(entry.Actor, entry.At), text));

    // What a person does for the case is what it was put aside for, or before. Whoever gets it in another's place waits as well.
    private static bool EndsAside(RecordedEvent entry) =>
        entry.Actor.Role is not Values.Role.Machine && !IsAside(entry.Event)
        && entry.Event is not (CaseHandedOver or FactsOutdated);
}
