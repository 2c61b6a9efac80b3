using System.Collections.Concurrent;
using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.Authentication;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// Until when people stay signed in. A page that is open asks no more pages, so that nothing else would notice that its session
/// is over.
/// </summary>
public sealed class Sessions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ends = new(StringComparer.Ordinal);

    /// <summary>A session was begun or made longer; of several browsers of one person the longest counts.</summary>
    public void Last(Actor actor, DateTimeOffset until) =>
        _ends.AddOrUpdate(actor.Id, until, (_, other) => other > until ? other : until);

    /// <summary>
    /// True when the session by which this connection was made is over, and none of that person's was made longer.
    /// </summary>
    public bool IsOver(Actor actor, HttpContext? connection)
    {
        var atConnect = connection?.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
        return atConnect <= clock.GetUtcNow() && !(_ends.TryGetValue(actor.Id, out var until) && until > clock.GetUtcNow());
    }
}
