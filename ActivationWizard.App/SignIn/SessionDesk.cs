using ActivationWizard.App.Journal.Sessions;
using ActivationWizard.App.Security;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.SignIn;

/// <summary>Somebody who is signed in, however often.</summary>
/// <param name="Id">The person's id.</param>
/// <param name="Name">The person's name; the id where it is not known.</param>
/// <param name="Roles">The roles in which they are signed in.</param>
/// <param name="Count">How many sessions.</param>
/// <param name="LastActAt">The last act in any of them, give or take half a minute.</param>
public sealed record SignedInPerson(string Id, string Name, IReadOnlyList<Role> Roles, int Count, DateTimeOffset LastActAt)
{
    /// <summary>How many pages the person has open, on every instance; null where the database does not say.</summary>
    public int? Pages { get; init; }
}

/// <summary>Who is signed in, for a system manager, and the end of it. Nothing of tenants.</summary>
public sealed class SessionDesk(
    CurrentActor current, Sessions sessions, OpenSessions open, SecurityLog log, ISharedCounts counts)
{
    /// <summary>
    /// Everybody who is signed in now, by name. Throws <see cref="UnauthorizedAccessException"/> for whoever may not end
    /// sessions.
    /// </summary>
    public async Task<IReadOnlyList<SignedInPerson>> AllAsync(CancellationToken cancellation)
    {
        (await current.GetAsync()).Demand(Operation.EndSessions);
        var lasting = await sessions.OpenAsync(cancellation);
        var people = ByName(lasting);
        var pages = await counts.PlacesAsync([.. people.Select(one => one.Id)]);
        return [.. people.Select(one => one with { Pages = pages?.GetValueOrDefault(one.Id) })];
    }

    /// <summary>
    /// Everybody who was signed in lately and is not now, by name: as long as the sessions are remembered. Throws as
    /// <see cref="AllAsync"/> does.
    /// </summary>
    public async Task<IReadOnlyList<SignedInPerson>> LatelyAsync(CancellationToken cancellation)
    {
        (await current.GetAsync()).Demand(Operation.EndSessions);
        var here = (await sessions.OpenAsync(cancellation)).Select(one => one.PersonId).ToHashSet(StringComparer.Ordinal);
        return ByName((await sessions.LatelyAsync(cancellation)).Where(one => !here.Contains(one.PersonId)));
    }

    /// <summary>
    /// Ends every session of a person, on every page and instance; how many there were. Throws as <see cref="AllAsync"/> does,
    /// and <see cref="SessionOverException"/> when the system manager's own is over.
    /// </summary>
    public async Task<int> EndAsync(string personId, CancellationToken cancellation)
    {
        var actor = await current.GetToActAsync();
        actor.Demand(Operation.EndSessions);
        var from = await current.AddressAsync();
        var theirs = (await sessions.OpenAsync(cancellation)).Where(one => one.PersonId == personId).ToList();
        foreach (var session in theirs)
        {
            await sessions.EndAsync(session.Id, cancellation);
            log.WriteFrom(
                SecurityEvent.SessionEnd, session.PersonId, session.Role, $"ended by system manager {actor.Id}", from);
        }

        await open.TellAsync();
        return theirs.Count;
    }

    private static IReadOnlyList<SignedInPerson> ByName(IEnumerable<SessionRecord> records) =>
        [.. records.GroupBy(one => one.PersonId).Select(PersonOf).OrderBy(one => one.Name, StringComparer.CurrentCulture)];

    private static SignedInPerson PersonOf(IGrouping<string, SessionRecord> theirs) => new(
        theirs.Key,
        theirs.Select(one => one.Name).FirstOrDefault(name => name is not null) ?? theirs.Key,
        [.. theirs.Select(one => one.Role).OfType<Role>().Distinct().Order()],
        theirs.Count(),
        theirs.Max(one => one.LastActAt));
}
