using ActivationWizard.App.Background;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Telemetry;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Cases;

/// <summary>
/// What pages work at: every answer to a case goes through it, on behalf of the person who is signed in; to see one they ask <see
/// cref="AdmittedCases"/>. Throws
/// <see cref="UnauthorizedAccessException"/> for what the role may not do, and <see cref="SessionOverException"/> for an answer
/// that arrives when the session is over.
/// </summary>
public sealed class CaseDesk(
    CurrentActor current, AnswerHandler answers, ICaseJournal journal, RequestIntake intake, CaseQueries queries,
    WaitingCases waiting)
{
    /// <summary>
    /// Gives an answer to the case as the page showed it. What follows is on disk when this returns, and the case goes on in the
    /// background; leaving the page does not take an answer back. The case that comes with it is for the page to show.
    /// </summary>
    public async Task<Answered> AnswerAsync(CaseNumber number, int seenVersion, Answer answer)
    {
        using var act = Tracing.Act("answer", $"{number}");
        act?.SetTag(Tracing.Answer, answer.GetType().Name);
        var actor = await current.GetToActAsync();
        var answered = await answers.AnswerAsync(number, seenVersion, answer, actor, CancellationToken.None);
        if (answered is { Decision: Decision.Taken, Case: { } activation })
            waiting.Add(activation);
        return answered;
    }

    /// <summary>
    /// Opens a case for a request that was typed in. The same <paramref name="formKey"/> never opens a second one.
    /// </summary>
    public async Task<IntakeOutcome> OpenAsync(IntakeFields fields, string formKey) =>
        await intake.ReceiveAsync(fields, await current.GetToActAsync(), $"form:{formKey}", CancellationToken.None);

    /// <summary>
    /// Has the request of a case that is over handled again, in a new case of whoever is signed in. The new number, or why not.
    /// </summary>
    public async Task<(CaseNumber? Number, Obstacle? Why)> ReopenAsync(CaseNumber ended, string reason)
    {
        using var act = Tracing.Act("reopen", $"{ended}");
        var actor = await current.GetToActAsync();
        var (answered, opened) = await answers.ReopenAsync(ended, reason, actor, CancellationToken.None);
        if (opened is null)
            return (null, (answered.Decision as Decision.Declined)?.Obstacle);
        waiting.AddArrived(opened);
        await TakeAsync(opened.Number);
        return (opened.Number, null);
    }

    /// <summary>
    /// Takes a case that nobody has, wherever the wizard is with it; false when somebody has it, or was just before.
    /// </summary>
    public async Task<bool> TakeAsync(CaseNumber number) =>
        await AnswerAsync(number, 1, new TakeNewCase()) is { Decision: Decision.Taken };

    /// <summary>
    /// Goes on with an own case; what is too old in it is read again. A case in which nothing is too old is not read for it.
    /// </summary>
    public async Task ResumeAsync(ActivationCase seen)
    {
        var actor = await current.GetAsync();
        if (seen.State.IsFinal || seen.Handler?.Id != actor.Id)
            return;
        if (answers.Changes(seen, new ResumeCase(), actor))
            await AnswerAsync(seen.Number, seen.Version, new ResumeCase());
        else
            waiting.Add(seen);
    }

    /// <summary>
    /// Takes the request that has waited longest and that nobody has; null when there is none. What this employee gave back comes
    /// last.
    /// </summary>
    public async Task<CaseNumber?> TakeNextAsync()
    {
        var actor = await current.GetAsync();
        if (!actor.May(Operation.TakeCase))
            throw new UnauthorizedAccessException($"Role {actor.Role} does not take cases.");
        List<CaseNumber> last = [];
        foreach (var (number, wasSkipped) in await queries.NobodysAsync(actor, CancellationToken.None))
        {
            if (wasSkipped && (await journal.LoadAsync(number, CancellationToken.None))?.Skipped?.By.Id == actor.Id)
                last.Add(number);
            else if (await TakeAsync(number))
                return number;
        }

        foreach (var number in last)
        {
            if (await TakeAsync(number))
                return number;
        }

        return null;
    }
}
