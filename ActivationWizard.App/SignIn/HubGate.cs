using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.SignalR;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// Lets only people who are signed in onto the pages' hub, and gives a circuit back only to the person who started it: knowing
/// a circuit's secret is not enough. Who is no longer signed in does nothing any more on a page that is still open, and nobody
/// has more circuits than they may.
/// </summary>
public sealed class HubGate(CircuitOwners owners, CircuitPlaces places, Sessions sessions) : IHubFilter
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
        if (!await sessions.WasOpenAsync(session, anew: !IsOfPage(invocationContext), CancellationToken.None))
        {
            invocationContext.Context.Abort();
            // What a page that leaves says by itself is no fault: nothing is done with it, and nothing is logged.
            return IsAnswerOfPage(invocationContext) ? null : throw new HubException("Sign in again.");
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
                return await StartAsync(actor, invocationContext, next);
            case "UpdateRootComponents":
                CircuitPlaces.OfferHeld(invocationContext.Context);
                return await next(invocationContext);
            default:
                return await next(invocationContext);
        }
    }

    /// <summary>
    /// A circuit whose page went before it had anything in it gives its place back, and is given to nobody: a page that comes
    /// again loads itself anew.
    /// </summary>
    public async Task OnDisconnectedAsync(
        HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        await next(context, exception);
        if (CircuitPlaces.At(context.Context) is not { IsTaken: false, Secret: { } secret } place)
            return;
        owners.Forget(secret);
        place.GiveBack();
    }

    private async ValueTask<object?> StartAsync(
        Actor actor, HubInvocationContext call, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        // An answer and no exception: the framework would log each with its trace.
        if (await places.TakeAsync(actor, ActorClaims.AddressOf(call.Context.User)) is not { } place)
            return CircuitPlaces.NoPlace;
        CircuitPlaces.Offer(place);
        try
        {
            if (await next(call) is not string newSecret)
                return null;
            owners.Remember(newSecret, actor.Id);
            place.Secret = newSecret;
            CircuitPlaces.Hold(call.Context, place);
            return newSecret;
        }
        finally
        {
            if (place is { IsTaken: false, Secret: null })
                place.GiveBack();
        }
    }

    // What a page says by itself, often: one look for many. Anything else is refused from the moment that the session is over.
    private static bool IsOfPage(HubInvocationContext call) =>
        IsAnswerOfPage(call) || (call.HubMethodName is "BeginInvokeDotNetFromJS" && !IsAct(call));

    // That something was drawn, or what came of a script that the server asked for.
    private static bool IsAnswerOfPage(HubInvocationContext call) =>
        call.HubMethodName is "OnRenderCompleted" or "EndInvokeJSFromDotNet" or "ReceiveByteArray";

    // An event of the page, or another address. Answers to what the server draws, and scripts that measure, are nobody's acts.
    private static bool IsAct(HubInvocationContext call) => call.HubMethodName switch
    {
        "OnLocationChanged" or "OnLocationChanging" => true,
        "BeginInvokeDotNetFromJS" => call.HubMethodArguments is [_, _, "DispatchEventAsync", ..],
        _ => false,
    };
}
