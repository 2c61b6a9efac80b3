using ActivationWizard.App.Components.Leaves;
using ActivationWizard.App.Components.Steps;
using ActivationWizard.App.Resources;
using ActivationWizard.Domain;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Components.Work;

/// <summary>One line of a list in words.</summary>
public static class WorkWords
{
    /// <summary>What was asked, and by whom when it was not the tenant.</summary>
    public static string Asked(CaseSummary summary)
    {
        var kind = StepWords.Of(summary.CodeKind);
        return summary.Requester switch
        {
            Requester.CourtAdministrator => WorkText.AskedBy.With(kind),
            Requester.SomebodyElse => WorkText.AskedByOther.With(kind),
            _ => kind,
        };
    }

    /// <summary>What the wizard proposes, or did; null while that is not known, and while the case is on hold.</summary>
    public static string? Proposed(CaseSummary summary) => summary switch
    {
        { Hold: HoldReason.IdentifyPerson } => WorkText.ProposalIs.With(WorkText.ProposalChoose),
        { Hold: not null } => null,
        { Route: { } route } => WorkText.ProposalIs.With(WorkText.ResourceManager.Word($"Proposal{route}")),
        _ => null,
    };

    /// <summary>Where an own case stopped.</summary>
    public static string Stopped(CaseSummary summary) => summary.State switch
    {
        ActivationState.ChoosingTenant => WorkText.StoppedChoosingTenant,
        ActivationState.AwaitingDecision => WorkText.StoppedAwaitingDecision,
        ActivationState.OnHold => WorkText.StoppedOnHold,
        ActivationState.AwaitingManualStep => WorkText.StoppedAwaitingManualStep,
        ActivationState.NeedsAttention => WorkText.StoppedNeedsAttention,
        _ => WorkText.StoppedNotDone,
    };

    /// <summary>How a case stands for this reader: sign and words.</summary>
    public static (MarkKind Kind, string Text) Status(CaseSummary summary, Actor reader) => summary switch
    {
        { State.IsFinal: true } => (MarkKind.Done, WorkText.ResourceManager.Word($"Status{summary.State}")),
        { Handler: null } => (MarkKind.Waiting, WorkText.StatusNew),
        _ when summary.Handler.Id == reader.Id => Own(summary),
        { State: ActivationState.NeedsAttention } or { IsStuck: true } =>
            (MarkKind.Problem, WorkText.StatusAttentionWith.With(FirstName(summary))),
        { Hold: not null } => (MarkKind.Unknown, WorkText.StatusOnHoldWith.With(FirstName(summary))),
        _ => (MarkKind.Busy, WorkText.StatusWith.With(FirstName(summary))),
    };

    private static (MarkKind Kind, string Text) Own(CaseSummary summary) => summary switch
    {
        { State: ActivationState.NeedsAttention } or { IsStuck: true } => (MarkKind.Problem, WorkText.StatusAttention),
        { Hold: not null } => (MarkKind.Unknown, WorkText.StatusYoursOnHold),
        { State.WaitsForSystem: true } => (MarkKind.Busy, WorkText.StatusWizard),
        _ => (MarkKind.Waiting, WorkText.StatusYours),
    };

    private static string FirstName(CaseSummary summary) => summary.Handler!.Name.Split(' ')[0];
}
