using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Notes;

/// <summary>A list that a person keeps under a name.</summary>
public sealed record SavedView(string Name, string Query);

/// <summary>The lists of cases that each person keeps; nobody sees another's.</summary>
public sealed class SavedViews(IDbContextFactory<JournalContext> contexts)
{
    /// <summary>The most that one person keeps.</summary>
    public const int Most = 20;

    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 60;

    /// <summary>A person's own, by name.</summary>
    public async Task<IReadOnlyList<SavedView>> OfAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.ReplayOwnCase);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.SavedViews.Where(row => row.ActorId == actor.Id)
            .OrderBy(row => row.Name)
            .Select(row => new SavedView(row.Name, row.Query))
            .ToListAsync(cancellation);
    }

    /// <summary>Keeps one, in the place of the one with that name; false when the name is none, or there are enough.</summary>
    public async Task<bool> SaveAsync(Actor actor, SavedView view, CancellationToken cancellation)
    {
        actor.Demand(Operation.ReplayOwnCase);
        var name = SearchText.Storable(view.Name).Trim();
        if (name.Length is 0 or > LongestName)
            return false;

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var own = context.SavedViews.Where(row => row.ActorId == actor.Id);
        if (await own.CountAsync(row => row.Name != name, cancellation) >= Most)
            return false;
        if (await own.Where(row => row.Name == name)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Query, view.Query), cancellation) is 0)
        {
            context.Add(new SavedViewRow { ActorId = actor.Id, Name = name, Query = view.Query });
            await context.SaveChangesAsync(cancellation);
        }

        return true;
    }

    /// <summary>Drops one; does nothing when it is gone.</summary>
    public async Task RemoveAsync(Actor actor, string name, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.SavedViews.Where(row => row.ActorId == actor.Id && row.Name == name).ExecuteDeleteAsync(cancellation);
    }
}
