using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.Components.Authorization;

namespace ActivationWizard.App.SignIn;

/// <summary>The person on whose behalf this circuit or request runs.</summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication)
{
    /// <summary>Null when nobody is signed in.</summary>
    public async Task<Actor?> FindAsync() => ActorClaims.Read((await authentication.GetAuthenticationStateAsync()).User);

    /// <summary>For pages behind the sign-in; throws when nobody is signed in.</summary>
    public async Task<Actor> GetAsync() =>
        await FindAsync() ?? throw new InvalidOperationException("Nobody is signed in, on a page that asks for it.");
}
