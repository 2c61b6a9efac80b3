using ActivationWizard.App.Cases;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Inbox;

namespace ActivationWizard.App.Inbox;

/// <summary>What a team lead does with a question about a case, without going there.</summary>
public sealed class QuestionDesk(AdmittedCases cases, CaseDesk desk)
{
    /// <summary>
    /// The question that an item is about; null when it is asked no more. Who reads it opens the case, which is written down.
    /// </summary>
    public async Task<LeadQuestion?> ReadAsync(InboxItem item) =>
        item.Case is { } number
        && await cases.OpenAsync(number) is Admission.Admitted { Case.LeadQuestion: { IsOpen: true } asked } ? asked : null;

    /// <summary>
    /// Answers the question as it was read, with 1 to 500 characters; null when the answer was taken, else why not: <see
    /// cref="Obstacle.NotAskedNow"/> also when something else is asked by now. Throws what <see cref="CaseDesk.AnswerAsync"/>
    /// and <see cref="AdmittedCases.FollowAsync"/> throw.
    /// </summary>
    public async Task<Obstacle?> AnswerAsync(InboxItem item, LeadQuestion read, string text)
    {
        if (item.Case is not { } number
            || await cases.FollowAsync(number) is not { LeadQuestion: { IsOpen: true } asked } activation || asked != read)
            return Obstacle.NotAskedNow;
        var answered = await desk.AnswerAsync(number, activation.Version, new AnswerTeamLead(text));
        return (answered.Decision as Decision.Declined)?.Obstacle;
    }
}
