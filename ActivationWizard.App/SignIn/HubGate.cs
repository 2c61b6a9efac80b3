using Microsoft.AspNetCore.SignalR;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// Lets only people who are signed in onto the pages' hub, and gives a circuit back only to the person who started it: knowing
/// a circuit's secret is not enough. Who is no longer signed in does nothing any more on a page that is still open.
/// </summary>
public sealed class HubGate(CircuitOwners owners, Sessions sessions) : IHubFilter
{
    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (ActorClaims.Read(context.Context.User) is null)
            throw new HubException("Sign in first.");
        return next(context);
    }

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var user = invocationContext.Context.User;
        if (ActorClaims.Read(user) is not { } actor || ActorClaims.SessionOf(user) is not { } session)
            throw new HubException("Sign in first.");
        if (!await sessions.WasOpenAsync(session, CancellationToken.None))
        {
            invocationContext.Context.Abort();
            throw new HubException("Sign in again.");
        }

        if (IsAct(invocationContext))
            sessions.Act(session);
        var secret = invocationContext.HubMethodArguments is [string first, ..] ? first : null;
        switch (invocationContext.HubMethodName)
        {
            // The answers of a hub that does not know the circuit: the page then loads itself anew.
            case "ConnectCircuit" when !owners.Owns(actor.Id, secret):
                return false;
            case "ResumeCircuit" when !owners.Owns(actor.Id, secret):
                return null;
            case "StartCircuit" or "ResumeCircuit":
                var started = await next(invocationContext);
                if (started is string newSecret)
                    owners.Remember(newSecret, actor.Id);
                return started;
            default:
                return await next(invocationContext);
        }
    }

    // An event of the page, or another address. Answers to what the server draws, and scripts that measure, are nobody's acts.
    private static bool IsAct(HubInvocationContext call) => call.HubMethodName switch
    {
        "OnLocationChanged" or "OnLocationChanging" => true,
        "BeginInvokeDotNetFromJS" => call.HubMethodArguments is [_, _, "DispatchEventAsync", ..],
        _ => false,
    };
}
