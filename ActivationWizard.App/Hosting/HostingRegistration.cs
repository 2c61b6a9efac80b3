using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.ResponseCompression;

namespace ActivationWizard.App.Hosting;

/// <summary>The ground under the app: which installation this is, its data folder, its keys, what every answer carries.</summary>
public static class HostingRegistration
{
    /// <summary>Adds it for this installation.</summary>
    public static void AddHosting(this WebApplicationBuilder builder, Installation installation)
    {
        var services = builder.Services;
        services.AddSingleton(installation);
        services.AddSingleton(TimeProvider.System);
        services.AddHostedService<ReadyLine>();
        services.AddHealthChecks();
        // A form that cannot be read is the sender's mistake in every environment, not an exception of ours.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        // Not over https: a page shows a tenant's data beside text from its address, which BREACH turns into a way of reading
        // the data. Style sheets and scripts hold no data: they were compressed at build time and stay so everywhere.
        services.AddResponseCompression(options =>
            options.MimeTypes = ResponseCompressionDefaults.MimeTypes.Where(type => type is "text/html" or "application/json"));
        AddKeys(services, installation);
        // Built output has no wwwroot of its own; a published app has, and then this does nothing.
        builder.WebHost.UseStaticWebAssets().ConfigureKestrel(options => options.AddServerHeader = false);
    }

    private static void AddKeys(IServiceCollection services, Installation installation)
    {
        var folder = DataFolders.Within(installation.DataFolder, "keys");
        services.AddDataProtection().SetApplicationName(nameof(ActivationWizard)).PersistKeysToFileSystem(folder);
        // Said aloud, or the framework warns at every start: the keys lie in a folder that only this account can read.
        if (!OperatingSystem.IsWindows())
            services.Configure<KeyManagementOptions>(options => options.XmlEncryptor = new NullXmlEncryptor());
    }
}
