using System.Text.Json;
using System.Text.RegularExpressions;
using ActivationWizard.Integrations.Settings;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Hosting;

/// <summary>Finds the folder with the settings, from wherever the app is started.</summary>
public static partial class ContentRoot
{
    private const string SettingsFile = "appsettings.json";

    /// <summary>A host to build, with the settings that are found there and those of <paramref name="args"/>.</summary>
    /// <exception cref="OptionsValidationException">A file of settings cannot be read.</exception>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        try
        {
            return WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = For(args) });
        }
        catch (Exception cause) when (cause is InvalidDataException || BoundedFile.Explains(cause))
        {
            throw new OptionsValidationException(SettingsFile, typeof(ContentRoot), [Said(cause)]);
        }
    }

    // The framework names the file in its message; the value that is in the way is never shown.
    private static string Said(Exception cause)
    {
        var file = Quoted().Match(cause.Message) is { Success: true } path
            ? Path.GetFileName(path.Groups[1].Value)
            : SettingsFile;
        return cause is not InvalidDataException ? $"{file} must be a file that the app's account can read."
            : cause.InnerException?.InnerException is JsonException { LineNumber: { } line }
                ? $"{file} is not JSON in UTF-8: look at line {line + 1}."
                : $"{file} is not JSON in UTF-8 with settings, each of them once.";
    }

    // Null when the framework's own choice is right: it was told, or the working folder has the settings.
    private static string? For(string[] args) =>
        args.Any(arg => arg.Contains("contentRoot", StringComparison.OrdinalIgnoreCase))
        || File.Exists(Path.Combine(Environment.CurrentDirectory, SettingsFile))
            ? null
            : AppContext.BaseDirectory;

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
