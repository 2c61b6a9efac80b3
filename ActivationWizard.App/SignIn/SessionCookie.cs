using System.Buffers.Binary;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using ActivationWizard.App.Journal;
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
    /// <summary>Somebody signs in: a session begins, and the cookie gets its id.</summary>
    public static async Task BeginAsync(CookieSigningInContext context)
    {
        var person = ActorClaims.Read(context.Principal) ?? throw new InvalidOperationException("Nobody signs in.");
        var (id, services) = (Guid.NewGuid(), context.HttpContext.RequestServices);
        // Whoever comes in again leaves no session behind that nobody can end.
        await EndAsync(context.HttpContext);
        await services.GetRequiredService<Sessions>().BeginAsync(
            id, person.Id, services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);
        ActorClaims.AddSession(context.Principal!, id);
    }

    /// <summary>Somebody signs out: the session ends, on every page, browser and instance.</summary>
    public static Task EndAsync(CookieSigningOutContext context) => EndAsync(context.HttpContext);

    /// <summary>Every request: a cookie of a session that is over is none.</summary>
    public static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        // What is the same for everybody is given to everybody.
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return;
        if (ActorClaims.Read(context.Principal) is not { } person)
        {
            context.RejectPrincipal();
            return;
        }

        try
        {
            var sessions = http.RequestServices.GetRequiredService<Sessions>();
            var id = ActorClaims.SessionOf(context.Principal) ?? await AdoptAsync(context, sessions, person.Id);
            if (!await sessions.IsOpenAsync(id, CancellationToken.None))
                context.RejectPrincipal();
            else if (IsAct(http.Request))
                await ActAsync(sessions, id, CancellationToken.None);
        }
        catch (Exception cause) when (UnusableJournalException.IsAway(cause))
        {
            // Without the database nothing is read and nothing done: the page says that it is gone, and not that somebody is.
        }
    }

    private static async Task EndAsync(HttpContext http)
    {
        // Not the request's person: on the way back from the identity provider nobody has looked at the cookie yet.
        var signedIn = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (ActorClaims.SessionOf(signedIn.Principal) is not { } session)
            return;
        await http.RequestServices.GetRequiredService<Sessions>().EndAsync(session, CancellationToken.None);
        await http.RequestServices.GetRequiredService<OpenSessions>().TellAsync();
    }

    // A cookie of an earlier version has no session. It gets one that follows from it, so that every copy has the same.
    private static async Task<Guid> AdoptAsync(CookieValidatePrincipalContext context, Sessions sessions, string personId)
    {
        var issued = context.Properties.IssuedUtc ?? DateTimeOffset.UnixEpoch;
        var text = Encoding.UTF8.GetBytes(personId);
        var name = new byte[sizeof(long) + text.Length];
        BinaryPrimitives.WriteInt64BigEndian(name, issued.UtcTicks);
        text.CopyTo(name, sizeof(long));
        var id = new Guid(SHA256.HashData(name).AsSpan(0, 16));
        if (!await sessions.IsOpenAsync(id, CancellationToken.None))
            await sessions.BeginAsync(id, personId, issued, CancellationToken.None);
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
