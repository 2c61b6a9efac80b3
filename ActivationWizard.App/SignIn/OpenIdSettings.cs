using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// Signs in at the corporation's identity provider: authorization code with PKCE, nothing of its answer kept but the actor.
/// </summary>
public sealed partial class OpenIdSettings(IOptions<SignInOptions> settings, ILogger<OpenIdSettings> logger)
    : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public void Configure(OpenIdConnectOptions options) => Configure(OpenIdConnectDefaults.AuthenticationScheme, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        var signIn = settings.Value;
        options.Authority = signIn.Authority;
        options.ClientId = signIn.ClientId;
        options.ClientSecret = signIn.ClientSecret;
        options.RequireHttpsMetadata = !new Uri(signIn.Authority).IsLoopback;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.CallbackPath = Urls.OpenIdCallback;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        // The answer comes back as a top-level GET, which Lax lets through; None would need https even on this machine.
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Events.OnTokenValidated = KeepOnlyTheActor;
        options.Events.OnRemoteFailure = SayItDidNotWork;
        options.Events.OnRedirectToIdentityProviderForSignOut = context =>
        {
            context.ProtocolMessage.ClientId = context.Options.ClientId;
            return Task.CompletedTask;
        };
    }

    private Task KeepOnlyTheActor(TokenValidatedContext context)
    {
        if (IdentityRoles.ToActor(context.Principal, settings.Value) is { } actor)
        {
            context.Principal = ActorClaims.ToPrincipal(actor, OpenIdConnectDefaults.AuthenticationScheme);
        }
        else
        {
            NoRole(logger);
            context.HandleResponse();
            context.Response.Redirect(Urls.NoAccess);
        }

        return Task.CompletedTask;
    }

    private Task SayItDidNotWork(Microsoft.AspNetCore.Authentication.RemoteFailureContext context)
    {
        Failed(logger, context.Failure?.GetType().Name ?? "unknown");
        context.HandleResponse();
        context.Response.Redirect($"{Urls.SignIn}?{Urls.SignInFailedQuery}=1");
        return Task.CompletedTask;
    }

    [LoggerMessage(1, LogLevel.Warning, "Somebody without exactly one of the roles of SignIn:Roles tried to sign in.")]
    private static partial void NoRole(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "Signing in at the identity provider did not work: {Kind}.")]
    private static partial void Failed(ILogger logger, string kind);
}
