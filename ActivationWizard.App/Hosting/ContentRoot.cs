namespace ActivationWizard.App.Hosting;

/// <summary>Finds the folder with the settings, from wherever the app is started.</summary>
public static class ContentRoot
{
    /// <summary>Null when the framework's own choice is right: it was told, or the working folder has the settings.</summary>
    public static string? For(string[] args) =>
        args.Any(arg => arg.Contains("contentRoot", StringComparison.OrdinalIgnoreCase))
        || File.Exists(Path.Combine(Environment.CurrentDirectory, "appsettings.json"))
            ? null
            : AppContext.BaseDirectory;
}
