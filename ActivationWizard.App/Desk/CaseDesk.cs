using ActivationWizard.App.Access;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Running;
using ActivationWizard.Domain;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Desk;

/// <summary>
/// What pages work at: every look at a case and every answer goes through it, on behalf of the person who is signed in. Throws
/// <see cref="UnauthorizedAccessException"/> for what the role may not do.
/// </summary>
public sealed class CaseDesk(CurrentActor current, ActivationRunner runner, RequestIntake intake, CaseQueries queries, WaitingCases waiting)
{
    /// <summary>
    /// Gives an answer to the case as the page showed it. What follows is on disk when this returns, and the case goes on in the background.
    /// </summary>
    public async Task<Decision> AnswerAsync(CaseNumber number, int seenVersion, Answer answer, CancellationToken cancellation = default)
    {
        var decision = await runner.AnswerAsync(number, seenVersion, answer, await current.GetAsync(), cancellation);
        if (decision is Decision.Taken)
            waiting.Add(number);
        return decision;
    }

    /// <summary>The case; null when there is none. Throws <see cref="UnreadableCaseException"/> for one that was tampered with.</summary>
    public async Task<ActivationCase?> LoadAsync(CaseNumber number, CancellationToken cancellation = default)
    {
        var actor = await current.GetAsync();
        return actor.May(Operation.SeeCase)
            ? await runner.LoadAsync(number, cancellation)
            : throw new UnauthorizedAccessException($"Role {actor.Role} does not see cases.");
    }

    /// <summary>The case's version, for a page that waits for it to change; null when there is no such case.</summary>
    public async Task<int?> VersionAsync(CaseNumber number, CancellationToken cancellation = default) =>
        (await queries.StampAsync(number, await current.GetAsync(), cancellation))?.Version;

    /// <summary>Opens a case for a request that was typed in. The same <paramref name="formKey"/> never opens a second one.</summary>
    public async Task<IntakeOutcome> OpenAsync(IntakeFields fields, string formKey, CancellationToken cancellation = default) =>
        await intake.ReceiveAsync(fields, await current.GetAsync(), $"form:{formKey}", cancellation);

    /// <summary>Takes a case that nobody has; false when somebody has it, or was just before.</summary>
    public async Task<bool> TakeAsync(CaseNumber number, CancellationToken cancellation = default) =>
        await AnswerAsync(number, 1, new TakeNewCase(), cancellation) is Decision.Taken;

    /// <summary>Takes the request that has waited longest and that nobody has; null when there is none.</summary>
    public async Task<CaseNumber?> TakeNextAsync(CancellationToken cancellation = default)
    {
        foreach (var request in await queries.WorkListAsync(await current.GetAsync(), WorkListFilter.New, cancellation))
        {
            if (await TakeAsync(request.Number, cancellation))
                return request.Number;
        }

        return null;
    }
}
