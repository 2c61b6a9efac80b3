using ActivationWizard.App.Security;

namespace ActivationWizard.App.SignIn;

/// <summary>Files that people take along.</summary>
public static class TakenAlong
{
    /// <summary>Each file counts as a search of the person: it holds what searches find, and more.</summary>
    public static TBuilder CountAsSearches<TBuilder>(this TBuilder files)
        where TBuilder : IEndpointConventionBuilder => files.AddEndpointFilter(async (call, next) =>
            ActorClaims.Read(call.HttpContext.User) is { } actor
            && await call.HttpContext.RequestServices.GetRequiredService<Limits>()
                .RefusalAsync(Limit.Search, actor, call.HttpContext) is { } refusal
                ? refusal
                : await next(call));
}
