using ActivationWizard.App.Security;
using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.Components.Authorization;

namespace ActivationWizard.App.SignIn;

/// <summary>The person on whose behalf this circuit or request runs.</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication, ISessionDoor door)
{
    /// <summary>Null when nobody is signed in.</summary>
    public async Task<Actor?> FindAsync() => ActorClaims.Read((await authentication.GetAuthenticationStateAsync()).User);

    /// <summary>The address that the person's request or circuit comes from; null when it is not known.</summary>
    public async Task<string?> AddressAsync() =>
        ActorClaims.AddressOf((await authentication.GetAuthenticationStateAsync()).User);

    /// <summary>The person who asks for what has a limit. Throws as <see cref="GetAsync"/> does.</summary>
    public async Task<Asker> AskerAsync()
    {
        var actor = await GetAsync();
        return new Asker(actor.Id, actor.Id, actor.Role, await AddressAsync());
    }

    /// <summary>For pages behind the sign-in; throws when nobody is signed in.</summary>
    public async Task<Actor> GetAsync() =>
        await FindAsync() ?? throw new InvalidOperationException("Nobody is signed in, on a page that asks for it.");

    /// <summary>
    /// The person, before anything is done on their behalf: throws <see cref="SessionOverException"/> when the session is over,
    /// also when it was ended on another page, in another browser or at another instance.
    /// </summary>
    public async Task<Actor> GetToActAsync()
    {
        var person = (await authentication.GetAuthenticationStateAsync()).User;
        return ActorClaims.Read(person) is { } actor && ActorClaims.SessionOf(person) is { } session
            && await door.IsOpenAsync(session, CancellationToken.None)
            ? actor
            : throw new SessionOverException();
    }
}
