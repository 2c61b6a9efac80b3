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
        },
        _ => this,
    };
}
