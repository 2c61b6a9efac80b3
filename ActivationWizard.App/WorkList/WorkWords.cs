using System.Globalization;
using ActivationWizard.App.Controls;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.WorkList;

/// <summary>One line of a list in words.</summary>
public static class WorkWords
{
    // Nobody sits over one screen for longer: the case was begun, and left.
    private const int LeftAfterMinutes = 15;

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

    /// <summary>What the wizard proposes, or what it needs a person for; while it looks things up it says so.</summary>
    public static string Proposed(CaseSummary summary) => summary switch
    {
        { Hold: HoldReason.IdentifyPerson } => WorkText.ProposalChoose,
        { Hold: not null } => WorkText.ProposalHold,
        { Route: { } route } => WorkText.ResourceManager.Word($"Proposal{route}"),
        { State: ActivationState.Opened or ActivationState.GatheringFacts } => WorkText.ProposalLooking,
        { State: ActivationState.AwaitingDecision } => WorkText.ProposalQuestion,
        _ => FactsText.None,
    };

    /// <summary>Who gave it back to the list, and why.</summary>
    public static string Skipped(Skip skip) => skip.Note is { } note
        ? WorkText.SkippedByWithNote.With(FirstName(skip.By), StepWords.Of(skip.Reason), note)
        : WorkText.SkippedBy.With(FirstName(skip.By), StepWords.Of(skip.Reason));

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

    /// <summary>True for a case that nobody has taken, ever.</summary>
    public static bool IsNew(CaseSummary summary) => summary is { State.IsFinal: false, Handler: null, WasSkipped: false };

    /// <summary>How a case to which nothing has happened for these minutes stands for this reader: sign and words.</summary>
    public static (MarkKind Kind, string Text) Status(CaseSummary summary, Actor reader, int minutes) => summary switch
    {
        { State.IsFinal: true } => (MarkKind.Done, WorkText.ResourceManager.Word($"Status{summary.State}")),
        { Handler: null, WasSkipped: true } => (MarkKind.Waiting, WorkText.StatusSkipped),
        { Handler: null } => (MarkKind.Waiting, WorkText.StatusNew),
        { AsksTeamLead: true } => (MarkKind.Waiting, WorkText.StatusAsked),
        { AsideUntil: { } until } => (MarkKind.Waiting, WorkText.StatusAside.With(Day(until))),
        _ when summary.Handler.Id == reader.Id => Own(summary),
        { State: ActivationState.NeedsAttention } or { IsStuck: true } =>
            (MarkKind.Problem, WorkText.StatusAttentionWith.With(FirstName(summary.Handler))),
        { Hold: not null } => (MarkKind.Unknown, WorkText.StatusOnHoldWith.With(FirstName(summary.Handler))),
        _ when minutes >= LeftAfterMinutes => (MarkKind.Waiting, WorkText.StatusBegunBy.With(FirstName(summary.Handler))),
        _ => (MarkKind.Busy, WorkText.StatusWith.With(FirstName(summary.Handler), minutes)),
    };

    private static (MarkKind Kind, string Text) Own(CaseSummary summary) => summary switch
    {
        { State: ActivationState.NeedsAttention } or { IsStuck: true } => (MarkKind.Problem, WorkText.StatusAttention),
        { Hold: not null } => (MarkKind.Unknown, WorkText.StatusYoursOnHold),
        { State.WaitsForSystem: true } => (MarkKind.Busy, WorkText.StatusWizard),
        _ => (MarkKind.Waiting, WorkText.StatusYours),
    };

    private static string Day(DateTimeOffset until) => Moments.Local(until).ToString("d MMMM", CultureInfo.CurrentCulture);

    private static string FirstName(Actor actor) => actor.Name.Split(' ')[0];
}
