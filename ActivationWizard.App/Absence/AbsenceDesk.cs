using ActivationWizard.App.Cases;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Absence;

/// <summary>What became of the open cases of somebody who is away.</summary>
/// <param name="Done">They are another's now, or on the list.</param>
/// <param name="Later">They are being carried out, and follow as soon as they may.</param>
/// <param name="Not">They stay where they are, and why.</param>
public sealed record HandedOver(
    IReadOnlyList<CaseNumber> Done, IReadOnlyList<CaseNumber> Later, IReadOnlyList<(CaseNumber Number, Obstacle Why)> Not);

/// <summary>An employee who has open cases, and how many.</summary>
public sealed record CaseHolder(string Id, string Name, int Cases);

/// <summary>
/// Hands over all open cases of an employee who is away, one by one, each as an event of its own. Throws <see
/// cref="UnauthorizedAccessException"/> for who gives no cases to others.
/// </summary>
public sealed class AbsenceDesk(
    CurrentActor current, CaseQueries queries, CaseDesk desk, DueHandOvers due, TimeProvider time)
{
    /// <summary>Everybody who has an open case, by name.</summary>
    public async Task<IReadOnlyList<CaseHolder>> HoldersAsync() =>
    [
        .. from summary in await OpenAsync(await ReaderAsync())
           where summary.Handler is not null
           group summary by summary.Handler!.Id into own
           let name = own.First().Handler!.Name
           orderby name
           select new CaseHolder(own.Key, name, own.Count()),
    ];

    /// <summary>The cases that follow as soon as they may.</summary>
    public async Task<IReadOnlyList<DueHandOver>> DueAsync()
    {
        await ReaderAsync();
        return await due.AllAsync(CancellationToken.None);
    }

    /// <summary>Hands over all that this employee has now; <paramref name="to"/> is null for the list.</summary>
    public async Task<HandedOver> HandOverAsync(string fromId, Actor? to, string reason)
    {
        var actor = await current.GetToActAsync();
        actor.Demand(Operation.Reassign);
        List<CaseNumber> done = [], later = [];
        List<(CaseNumber, Obstacle)> not = [];
        var answer = new PassOn(fromId, to, reason) { Act = Guid.CreateVersion7(time.GetUtcNow()) };
        foreach (var summary in (await OpenAsync(actor)).Where(summary => summary.Handler?.Id == fromId))
        {
            var (decision, activation) = await desk.AnswerAsync(summary.Number, summary.Version, answer);
            if (decision is Decision.Taken)
                done.Add(summary.Number);
            // Over by now, or somebody else's: there is nothing left to hand over.
            else if (activation is not { State.IsFinal: false } || activation.Handler?.Id != fromId)
                continue;
            else if (decision is Decision.Declined { Obstacle: not Obstacle.NotAskedNow and var why })
                not.Add((summary.Number, why));
            else if (await due.PutAsync(
                new DueHandOver(summary.Number, answer, actor, time.GetUtcNow()), CancellationToken.None))
                later.Add(summary.Number);
        }

        return new HandedOver(done, later, not);
    }

    private async Task<Actor> ReaderAsync()
    {
        var actor = await current.GetAsync();
        actor.Demand(Operation.Reassign);
        return actor;
    }

    private Task<IReadOnlyList<CaseSummary>> OpenAsync(Actor actor) =>
        queries.WorkListAsync(actor, WorkListFilter.All, CancellationToken.None);
}
