using ActivationWizard.App.Security;
using Microsoft.AspNetCore.ResponseCompression;

namespace ActivationWizard.App.Hosting;

/// <summary>The ground under the app: which installation this is, its data folder, what every answer carries.</summary>
public static class HostingRegistration
{
    /// <summary>Adds it for this installation, whose log has this form.</summary>
    public static void AddHosting(this WebApplicationBuilder builder, Installation installation, LogForm log)
    {
        var services = builder.Services;
        builder.Logging.AddLines(log);
        QuietStart.AddTo(builder);
        // Each does something only where the process is such a service: it says when it is ready, and ends when it is told to.
        services.AddSystemd().AddWindowsService(options => options.ServiceName = nameof(ActivationWizard));
        HostNames.AddTo(services);
        services.AddSingleton(installation);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SecurityLog>();
        services.AddHealthChecks().AddCheck<DiskHealth>(DiskHealth.Name);
        services.AddHostedService<PrivateFilesAtStart>();
        // A form that cannot be read is the sender's mistake in every environment, not an exception of ours.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        // Not over https: a page shows a tenant's data beside text from its address, which BREACH turns into a way of reading
        // the data. Style sheets and scripts hold no data: they were compressed at build time and stay so everywhere.
        services.AddResponseCompression(options =>
            options.MimeTypes = ResponseCompressionDefaults.MimeTypes.Where(type => type is "text/html" or "application/json"));
        // Built output has no wwwroot of its own; a published app has, and then this does nothing.
        builder.WebHost.UseStaticWebAssets().ConfigureKestrel(options => options.AddServerHeader = false);
    }
}
