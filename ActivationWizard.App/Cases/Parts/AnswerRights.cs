using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Cases.Parts;

/// <summary>
/// Who is looking: the one cascading value that makes a step read-only. Nobody answers in a replay, in an earlier step, or in a
/// colleague's case.
/// </summary>
/// <param name="Handler">The viewer handles the case.</param>
/// <param name="TeamLead">The viewer settles what is a team lead's to settle.</param>
public sealed record AnswerRights(bool Handler, bool TeamLead)
{
    /// <summary>Read-only.</summary>
    public static AnswerRights None { get; } = new(false, false);

    /// <summary>Those of the viewer at a step of the case.</summary>
    public static AnswerRights Of(ActivationCase activation, Actor viewer, WizardStep shown) =>
        shown != activation.State.Step ? None
        : new AnswerRights(
            activation.Handler?.Id == viewer.Id, viewer.Role is Role.TeamLead && activation.Handler?.Id != viewer.Id);
}
