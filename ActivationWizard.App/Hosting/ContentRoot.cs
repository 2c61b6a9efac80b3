namespace ActivationWizard.App.Hosting;

/// <summary>Finds the folder with the settings, from wherever the app is started.</summary>
public static class ContentRoot
{
    /// <summary>A host to build, with the settings that are found there and those of <paramref name="args"/>.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = For(args) });

    // Null when the framework's own choice is right: it was told, or the working folder has the settings.
    private static string? For(string[] args) =>
        args.Any(arg => arg.Contains("contentRoot", StringComparison.OrdinalIgnoreCase))
        || File.Exists(Path.Combine(Environment.CurrentDirectory, "appsettings.json"))
            ? null
            : AppContext.BaseDirectory;
}
