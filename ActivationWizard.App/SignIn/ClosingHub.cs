namespace ActivationWizard.App.SignIn;

/// <summary>
/// Sends pages away that come back while the app stops. The framework closes their connections before it stops listening, and a
/// page comes back at once: the server would wait for that connection until the host loses its patience, and all other work would
/// end without having stopped (https://github.com/dotnet/aspnetcore/issues/58947).
/// </summary>
public static class ClosingHub
{
    /// <summary>How long a connection has that was made at the very moment of the stop: two seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async Task Check(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(Urls.Hub))
        {
            await next(context);
            return;
        }

        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        if (stopping.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        using var late = new CancellationTokenSource(
            Timeout.InfiniteTimeSpan, context.RequestServices.GetRequiredService<TimeProvider>());
        await using var end = late.Token.Register(context.Abort);
        await using var stop = stopping.Register(() => late.CancelAfter(Patience));
        await next(context);
    }
}
