using Microsoft.AspNetCore.SignalR;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// Ends the connections of a session that is over, a moment after its pages were told to leave. One that neither leaves nor says
/// anything would be shown whatever changes, for as long as it stays.
/// </summary>
public sealed class SessionConnections(OpenSessions open, TimeProvider time) : IHubFilter
{
    /// <summary>How long a page has to leave by itself: two seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly object Watch = new();

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        await next(context);
        var caller = context.Context;
        if (ActorClaims.SessionOf(caller.User) is { } session)
            caller.Items[Watch] = open.Watch(session, () => EndAsync(caller));
    }

    public Task OnDisconnectedAsync(
        HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        if (context.Context.Items.TryGetValue(Watch, out var watch))
            (watch as IDisposable)?.Dispose();
        return next(context, exception);
    }

    private async Task EndAsync(HubCallerContext caller)
    {
        await Task.Delay(Patience, time);
        caller.Abort();
    }
}
