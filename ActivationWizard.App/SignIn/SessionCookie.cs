using System.Buffers.Binary;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Sessions;
using ActivationWizard.App.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// The cookie says which session it is of; the session's row says whether that lasts. A copy of a cookie is worth no more than
/// the session.
/// </summary>
internal static class SessionCookie
{
    private const string Origin = nameof(SessionRecord);

    private static readonly object Undecided = new();

    /// <summary>Somebody signs in: a session begins, and the cookie gets its id.</summary>
    public static async Task BeginAsync(CookieSigningInContext context)
    {
        var (http, services) = (context.HttpContext, context.HttpContext.RequestServices);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var origin = context.Properties.GetParameter<SessionRecord>(Origin) ?? OriginOf(context.Principal);
        var begun = origin with { Id = Guid.NewGuid(), BegunAt = origin.BegunAt == default ? now : origin.BegunAt };
        // Whoever comes in again, or in another role, leaves no session behind that nobody can end.
        await EndAsync(http);
        await services.GetRequiredService<Sessions>().BeginAsync(begun, CancellationToken.None);
        ActorClaims.AddSession(context.Principal!, begun.Id);
        services.GetRequiredService<SecurityLog>().Write(
            origin.BegunAt == default ? SecurityEvent.SignIn : SecurityEvent.Role, begun.PersonId, begun.Role,
            begun.Role is null ? "to choose a role" : "done", http);
    }

    /// <summary>
    /// What the session begins with that is about to begin, beside what is in its cookie. A moment in
    /// <see cref="SessionRecord.BegunAt"/> is that of a session which goes on in another role.
    /// </summary>
    public static void SetOrigin(AuthenticationProperties properties, SessionRecord origin) =>
        properties.SetParameter(Origin, origin);

    /// <summary>Somebody signs out: the session ends, on every page, browser and instance.</summary>
    public static async Task EndAsync(CookieSigningOutContext context)
    {
        if (await EndAsync(context.HttpContext) is { } person)
            context.HttpContext.RequestServices.GetRequiredService<SecurityLog>().Write(
                SecurityEvent.SignOut, person.FindFirstValue(ActorClaims.Id), ActorClaims.Read(person)?.Role, "done",
                context.HttpContext);
    }

    /// <summary>Every request: a cookie of a session that is over is none.</summary>
    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        // What is the same for everybody is given to everybody.
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return;
        var isUndecided = ActorClaims.IsUndecided(context.Principal);
        if (ActorClaims.Read(context.Principal) is null && !isUndecided)
        {
            context.RejectPrincipal();
            return;
        }

        if (SecurityLog.AddressOf(http) is { } address)
            ActorClaims.AddAddress(context.Principal!, address);
        try
        {
            var sessions = http.RequestServices.GetRequiredService<Sessions>();
            var id = ActorClaims.SessionOf(context.Principal) ?? await AdoptAsync(context, sessions);
            if (!await sessions.IsOpenAsync(id, CancellationToken.None))
                context.RejectPrincipal();
            else if (isUndecided && !IsForTheUndecided(http.Request.Path))
                RejectUndecided(context);
            else if (IsAct(http.Request))
                await ActAsync(sessions, id, CancellationToken.None);
        }
        catch (Exception cause) when (UnusableJournalException.IsAway(cause))
        {
            // Without the database nothing is read and nothing done: the page says that it is gone, and not that somebody is.
        }
    }

    /// <summary>The person of this request has signed in and has a role to choose first.</summary>
    public static bool HasToChoose(HttpContext http) => http.Items.ContainsKey(Undecided);

    // Without a role somebody is nobody, but where one is chosen.
    private static void RejectUndecided(CookieValidatePrincipalContext context)
    {
        context.HttpContext.Items[Undecided] = true;
        context.RejectPrincipal();
    }

    private static bool IsForTheUndecided(PathString path) =>
        path == Urls.ChooseRole || path == Urls.RoleChoice || path == Urls.SignOut || path == Urls.OpenIdCallback;

    private static SessionRecord OriginOf(ClaimsPrincipal? principal) => ActorClaims.Read(principal) is { } person
        ? new(Guid.Empty, person.Id, default, default, false) { Name = person.Name, Role = person.Role, Roles = [person.Role] }
        : throw new InvalidOperationException("Nobody signs in.");

    // Whose session it was; null when there was none.
    private static async Task<ClaimsPrincipal?> EndAsync(HttpContext http)
    {
        // Not the request's person: on the way back from the identity provider nobody has looked at the cookie yet.
        var signedIn = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (ActorClaims.SessionOf(signedIn.Principal) is not { } session)
            return null;
        await http.RequestServices.GetRequiredService<Sessions>().EndAsync(session, CancellationToken.None);
        await http.RequestServices.GetRequiredService<OpenSessions>().TellAsync();
        return signedIn.Principal;
    }

    // A cookie of an earlier version has no session. It gets one that follows from it, so that every copy has the same.
    private static async Task<Guid> AdoptAsync(CookieValidatePrincipalContext context, Sessions sessions)
    {
        var person = OriginOf(context.Principal);
        var issued = context.Properties.IssuedUtc ?? DateTimeOffset.UnixEpoch;
        var text = Encoding.UTF8.GetBytes(person.PersonId);
        var name = new byte[sizeof(long) + text.Length];
        BinaryPrimitives.WriteInt64BigEndian(name, issued.UtcTicks);
        text.CopyTo(name, sizeof(long));
        var id = new Guid(SHA256.HashData(name).AsSpan(0, 16));
        if (!await sessions.IsOpenAsync(id, CancellationToken.None))
            await sessions.BeginAsync(person with { Id = id, BegunAt = issued }, CancellationToken.None);
        ActorClaims.AddSession(context.Principal!, id);
        return id;
    }

    // What pages ask by themselves is nobody's act: how long the session lasts, and a circuit that is made again.
    private static bool IsAct(HttpRequest request) => !request.Path.StartsWithSegments(Urls.Hub)
        && !(request.Path == Urls.Session && HttpMethods.IsGet(request.Method));

    private static Task ActAsync(Sessions sessions, Guid id, CancellationToken cancellation)
    {
        sessions.Act(id);
        return sessions.WriteActsAsync([id], cancellation);
    }
}
