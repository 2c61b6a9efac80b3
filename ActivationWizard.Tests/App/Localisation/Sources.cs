namespace ActivationWizard.Tests.App.Localisation;

/// <summary>The app's source files, found from the folder that the tests run in.</summary>
internal static class Sources
{
    public static string App { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Resources => Path.Combine(App, "Resources");

    private static string Find(DirectoryInfo folder)
    {
        var app = Path.Combine(folder.FullName, "ActivationWizard.App");
        return File.Exists(Path.Combine(app, "Urls.cs")) ? app : Find(folder.Parent!);
    }
}
