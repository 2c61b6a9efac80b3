using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// The address that people have in the browser, where a gateway does not pass it on. Every request then counts as one for that
/// address: where people come back to after signing in, the origin of the pages' connection, the cookies.
/// </summary>
public static class PublicAddress
{
    private static readonly SettingKind<Uri?> Origin = new(
        "address", "https and a host, and a path where the app is below one (http on this machine only)",
        (string text, out Uri? value) => Kinds.Address.Parse(text, out value) && value!.Query.Length is 0)
    {
        Write = value => value?.AbsoluteUri ?? "",
    };

    internal static readonly Setting<Uri?> Setting = new("Installation:PublicAddress", Origin, null)
    {
        Meaning = "The address that people have in the browser, such as `https://codes.example.nl`, for a gateway that asks the "
            + "app under another name and does not pass the browser's on; or `https://wonen.example.nl/codes`, where the app is "
            + "below a path, whether the gateway leaves it out or passes it on.",
        RefusedWhen = SettingCondition.Demo,
    };

    /// <summary>The path that the app is below; empty for none.</summary>
    internal static PathString PathOf(Uri address) => new(address.AbsolutePath.TrimEnd('/'));

    /// <summary>Makes every request one for the address; null leaves them as they come.</summary>
    public static void UsePublicAddress(this IApplicationBuilder app, Uri? address)
    {
        if (address is null)
            return;
        var host = address.IsDefaultPort ? new HostString(address.Host) : new HostString(address.Host, address.Port);
        var path = PathOf(address);
        app.Use((context, next) =>
        {
            (context.Request.Scheme, context.Request.Host) = (address.Scheme, host);
            if (context.Request.Path.StartsWithSegments(path, out var rest))
                context.Request.Path = rest.HasValue ? rest : "/";
            if (path.HasValue)
                context.Request.PathBase = path;
            return next(context);
        });
    }
}
