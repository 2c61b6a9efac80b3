using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace ActivationWizard.App.Security;

/// <summary>Limits on requests, by the framework's rate limiter, and those that pages ask for themselves.</summary>
public static class LimitsRegistration
{
    public static IServiceCollection AddLimits(this IServiceCollection services, LimitSettings settings)
    {
        services.AddSingleton(settings).AddSingleton<LimitRefusals>().AddSingleton<Limits>();
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = RefuseAsync;
        });
        services.AddOptions<RateLimiterOptions>().Configure<Limits>((options, limits) => options.GlobalLimiter = limits.Requests);
        return services;
    }

    /// <summary>Where endpoints are known, and before anybody is looked up.</summary>
    public static void UseLimits(this WebApplication app) => app.UseRateLimiter();

    private static async ValueTask RefuseAsync(OnRejectedContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time)
            ? Math.Max(1, (int)Math.Ceiling(time.TotalSeconds))
            : Limits.AWhile;
        http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        var limited = Limits.Of(http)!;
        http.RequestServices.GetRequiredService<LimitRefusals>().Add(limited.Limit, Limits.AskerOf(http, limited));
        if (limited.Answer is { } answer)
            await answer(http).ExecuteAsync(http);
    }
}
