using ActivationWizard.App.Controls;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;

namespace ActivationWizard.App.Cases.Parts;

/// <summary>One line of the list of effects; no progress yet when it has not been asked for.</summary>
public sealed record EffectRow(EffectKind Effect, EffectProgress? Progress)
{
    /// <summary>How far it is; null while it waits its turn.</summary>
    public EffectStatus? Status => Progress?.Status;

    /// <summary>Done, whoever did it.</summary>
    public bool IsDone => Progress?.IsDone is true;

    /// <summary>The look of it.</summary>
    public MarkKind Mark => Status switch
    {
        null => MarkKind.Waiting,
        EffectStatus.Requested or EffectStatus.Lost => MarkKind.Busy,
        EffectStatus.NotDone => MarkKind.Waiting,
        EffectStatus.Done or EffectStatus.DoneByHand => MarkKind.Done,
        EffectStatus.ByHand => MarkKind.Unknown,
        _ => MarkKind.Problem,
    };
}

/// <summary>What is to be done and what was, in order.</summary>
public static class EffectRows
{
    /// <summary>The planned effects with how far each is; for a closed case only what was done.</summary>
    public static IReadOnlyList<EffectRow> Of(ActivationCase activation)
    {
        var ofThisProposal = activation.Effects.Where(one => one.Sequence > activation.AcceptedAt || one.IsDone).ToList();
        var planned = activation.Acceptance is null ? [] : Proposal.Of(activation)?.Effects ?? [];
        var before = ofThisProposal.Where(one => !planned.Contains(one.Effect)).Select(one => new EffectRow(one.Effect, one));
        return
        [
            .. before,
            .. planned
                .Select(effect => new EffectRow(effect, ofThisProposal.Find(one => one.Effect == effect)))
                .Where(row => row.Progress is not null || !activation.State.IsFinal),
        ];
    }
}
