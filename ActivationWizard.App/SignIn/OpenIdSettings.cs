using ActivationWizard.App.Security;
using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// Signs in at the corporation's identity provider: authorization code with PKCE, nothing of its answer kept but the actor.
/// </summary>
public sealed class OpenIdSettings(IOptions<SignInOptions> settings) : IConfigureNamedOptions<OpenIdConnectOptions>
{
    // An answer of the provider that was taken in hand: what fails after it is no answer of another time.
    private static readonly object TakenInHand = new();

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
        options.Scope.Clear();
        foreach (var scope in signIn.Scope)
            options.Scope.Add(scope);
        options.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        options.CallbackPath = Urls.OpenIdCallback;
        options.SignedOutCallbackPath = Urls.OpenIdSignedOut;
        // A page of the provider in a frame could end sessions by it; the back channel does that.
        options.RemoteSignOutPath = default;
        options.MapInboundClaims = false;
        options.TokenHandler = new SignedTokens();
        options.SaveTokens = false;
        // The answer comes back as a top-level GET, which Lax lets through; None would need https even on this machine.
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Events.OnMessageReceived = CheckIssuerAsync;
        options.Events.OnAuthorizationCodeReceived = context => TakeInHand(context.HttpContext);
        options.Events.OnTokenValidated = KeepOnlyTheActorAsync;
        options.Events.OnRemoteFailure = SayItDidNotWorkAsync;
        options.Events.OnRedirectToIdentityProviderForSignOut = context =>
        {
            context.ProtocolMessage.ClientId = context.Options.ClientId;
            return Task.CompletedTask;
        };
    }

    // RFC 9207. Without it an answer of one provider can be passed off as another's. One that is wrong is never right, whether
    // the provider has announced that it says so or not.
    private static async Task CheckIssuerAsync(MessageReceivedContext context)
    {
        var provider = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        var given = context.ProtocolMessage.Iss;
        if (given is null ? !provider.AuthorizationResponseIssParameterSupported : given == provider.Issuer)
            return;
        await TakeInHand(context.HttpContext);
        context.Fail("The answer is of another issuer, or of none.");
    }

    private static Task TakeInHand(HttpContext http)
    {
        http.Items[TakenInHand] = true;
        return Task.CompletedTask;
    }

    private static async Task KeepOnlyTheActorAsync(TokenValidatedContext context)
    {
        var (http, answer) = (context.HttpContext, context.TokenEndpointResponse!);
        var read = await http.RequestServices.GetRequiredService<IdentityProviderCalls>().ReadAsync(
            answer.IdToken, answer.AccessToken, http.RequestAborted);
        if (read.Identity is { } identity)
        {
            Begin(context, identity, read.Sid);
            return;
        }

        var fault = read.Fault!.Value;
        Log(http).Write(
            SecurityEvent.Refusal, context.SecurityToken?.Subject, null, IdentityFaults.ForTheLog(fault), http);
        context.HandleResponse();
        context.Response.Redirect(http.At(Urls.ForNoAccess(fault)));
    }

    // Whoever has several roles chooses one now, and another whenever they like.
    private static void Begin(TokenValidatedContext context, Identity identity, string? providerSession)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var grant = SessionGrant.Of(context.TokenEndpointResponse!, now, null) with { IsByUserinfo = identity.IsByUserinfo };
        Role? role = identity.Roles is [var only] ? only : null;
        context.Principal = ActorClaims.ToPrincipal(identity, role, OpenIdConnectDefaults.AuthenticationScheme);
        SessionCookie.SetOrigin(context.Properties!, new(Guid.Empty, identity.Id, default, default, false)
        {
            Name = identity.Name,
            Role = role,
            Roles = identity.Roles,
            ProviderSession = providerSession,
            CheckedAt = now,
            AskedAt = now,
            Grant = services.GetRequiredService<SessionGrants>().Seal(grant),
        });
        if (role is null)
            context.Properties!.RedirectUri = context.HttpContext.At(
                Urls.WithReturn(Urls.ChooseRole, context.HttpContext.InApp(context.Properties.RedirectUri)));
    }

    private static async Task SayItDidNotWorkAsync(RemoteFailureContext context)
    {
        var http = context.HttpContext;
        context.HandleResponse();
        // A bookmark, the back button, a second click: the answer was used before, or is from another time.
        if (!http.Items.ContainsKey(TakenInHand)
            && (await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme)).Succeeded)
        {
            context.Response.Redirect(http.At(Urls.Home));
            return;
        }

        Log(http).Write(SecurityEvent.Refusal, null, null, $"failed: {context.Failure?.GetType().Name ?? "unknown"}", http);
        context.Response.Redirect(http.At($"{Urls.SignIn}?{Urls.SignInFailedQuery}=1"));
    }

    private static SecurityLog Log(HttpContext http) => http.RequestServices.GetRequiredService<SecurityLog>();
}
