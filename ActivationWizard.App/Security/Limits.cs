using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Security;

/// <summary>
/// Counts what each key, network and person asks, and refuses what is too much: at all instances together, and at each by itself
/// while the database does not say.
/// </summary>
public sealed class Limits : IDisposable
{
    /// <summary>The time in which what is asked is counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>When to come back after what does not say when there is room again, in seconds.</summary>
    internal const int AWhile = 60;

    // The part of an IPv6 address that one subscriber has, in bytes: within it everybody takes addresses as they like.
    private const int Network = 8;

    private static readonly (Limit? Limit, string Subject) Unlimited = (null, "");

    private readonly PartitionedRateLimiter<(Limit? Limit, string Subject)> _limiter;
    private readonly LimitRefusals _refusals;

    /// <summary>With the limits that are set, in a minute.</summary>
    public Limits(LimitSettings settings, LimitRefusals refusals, ISharedCounts shared)
        : this(settings, refusals, shared, Window) { }

    /// <summary>With another time than a minute.</summary>
    public Limits(LimitSettings settings, LimitRefusals refusals, ISharedCounts shared, TimeSpan window)
    {
        _refusals = refusals;
        _limiter = PartitionedRateLimiter.Create<(Limit? Limit, string Subject), (Limit?, string)>(asked => asked.Limit switch
        {
            null => RateLimitPartition.GetNoLimiter<(Limit?, string)>(asked),
            Limit.Circuits => RateLimitPartition.Get<(Limit?, string)>(
                asked, _ => new SharedPlaces(asked.Subject, settings[Limit.Circuits], shared)),
            { } limit => RateLimitPartition.Get<(Limit?, string)>(
                asked, _ => new SharedWindow(limit, asked.Subject, settings[limit], window, shared)),
        });
        Requests = _limiter.WithTranslatedKey<HttpContext>(KeyOf, leaveOpen: true);
    }

    /// <summary>The same for requests, by the endpoint that they are for.</summary>
    internal PartitionedRateLimiter<HttpContext> Requests { get; }

    /// <summary>One more; null when that is too much, which is then counted. Of circuits it is held until disposed.</summary>
    public async Task<IDisposable?> TakeAsync(Limit limit, Asker asker, CancellationToken cancellation)
    {
        var lease = await _limiter.AcquireAsync((limit, asker.Subject), 1, cancellation);
        if (lease.IsAcquired)
            return lease;
        lease.Dispose();
        _refusals.Add(limit, asker);
        return null;
    }

    /// <summary>
    /// One more of what somebody who is signed in asks in a request; the answer when that is too much, null otherwise.
    /// </summary>
    public async Task<IResult?> RefusalAsync(Limit limit, Actor actor, HttpContext http)
    {
        var asker = new Asker(actor.Id, actor.Id, actor.Role, SecurityLog.AddressOf(http));
        using var place = await TakeAsync(limit, asker, http.RequestAborted);
        return place is null ? TooOften(http) : null;
    }

    /// <summary>The answer to a request of who asks too often.</summary>
    public static IResult TooOften(HttpContext http)
    {
        http.Response.Headers.RetryAfter = AWhile.ToString(CultureInfo.InvariantCulture);
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    public void Dispose()
    {
        Requests.Dispose();
        _limiter.Dispose();
    }

    /// <summary>The limit of a request; null when it has none.</summary>
    internal static LimitedEndpoint? Of(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<LimitedEndpoint>()
        // The answer of the identity provider has no endpoint: the framework takes it on its way.
        ?? (http.Request.Path == Urls.OpenIdCallback ? new LimitedEndpoint(Limit.SignIn) : null);

    /// <summary>Who makes a request, at the limit of its endpoint.</summary>
    internal static Asker AskerOf(HttpContext http, LimitedEndpoint limited)
    {
        var from = SecurityLog.AddressOf(http);
        return limited.Subject?.Invoke(http) is { } subject
            ? new Asker(subject, subject, null, from)
            : new Asker(NetworkOf(http.Connection.RemoteIpAddress), null, null, from);
    }

    /// <summary>What one subscriber has: an address, or the first half of one of IPv6. Empty when it is not known.</summary>
    public static string NetworkOf(IPAddress? address) => address is null ? ""
        : SecurityLog.Plain(address) is { AddressFamily: AddressFamily.InterNetworkV6 } six
            ? Convert.ToHexString(six.GetAddressBytes().AsSpan(0, Network))
            : SecurityLog.Plain(address).ToString();

    private static (Limit? Limit, string Subject) KeyOf(HttpContext http) =>
        Of(http) is { } limited ? (limited.Limit, AskerOf(http, limited).Subject) : Unlimited;
}
