using System.Text;
using ActivationWizard.App;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>Writes <c>docs/settings.md</c> from the declarations.</summary>
internal static class SettingsPage
{
    private const string Before = """
        # Settings

        This page is generated from the declarations in the code, and a test keeps it equal to them.

        A setting stands in `appsettings.json`, in the environment or on the command line, and the last of these counts. In
        `appsettings.json` a section is an object: `{ "Journal": { "LeaseSeconds": 6 } }`. In the environment a colon is written
        as two underscores: `Journal__LeaseSeconds=6`. On the command line it is `--Journal:LeaseSeconds=6`. Letter case does not
        count.

        The app reads all settings before it does anything else, whatever it is started for. When one is missing, cannot be read,
        is out of its bounds, may not be set here, or is spelt wrong, it does not start. It then names every such setting by its
        key, never by its value, and exits with 1. An empty value counts as not set, unless the table says that it is refused.
        Bounds are included; fractions are written with a point.

        A secret belongs in the environment or a secret store, not in a file. *Demo* and *Production* are the two values of
        `Installation:Mode`.
        """;

    /// <summary>The whole page.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Before.ReplaceLineEndings("\n")).Append('\n');
        foreach (var section in AppSettings.Declared)
        {
            page.Append('\n').Append(section.Name is "" ? "## Host" : $"## {section.Name}").Append("\n\n");
            if (section.Meaning.Length > 0)
                page.Append(section.Meaning).Append("\n\n");
            page.Append("| key | type | unit | default | bounds | meaning | required |\n");
            page.Append("| --- | --- | --- | --- | --- | --- | --- |\n");
            foreach (var setting in section.Settings)
                page.Append("| ").AppendJoin(" | ", Cells(setting).Select(Cell)).Append(" |\n");
        }

        return page.ToString();
    }

    private static string[] Cells(Setting setting) =>
    [
        $"`{setting.Key}`",
        setting.IsSecret ? $"{setting.Kind}, secret" : setting.Kind,
        setting.Unit ?? "",
        Default(setting),
        setting is { Least: { } least, Most: { } most } ? $"{least} to {most}" : "",
        Meaning(setting),
        setting.RequiredWhen?.When ?? "",
    ];

    private static string Cell(string text) =>
        text.Length is 0 ? "–" : text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Default(Setting setting)
    {
        var (production, demo) = setting.Written;
        return setting.DefaultInWords
            ?? (production.Length is 0 ? "" : production == demo ? $"`{production}`" : $"`{production}`, in Demo `{demo}`");
    }

    private static string Meaning(Setting setting) => string.Concat(
        setting.Meaning,
        setting.NeverEmpty ? " An empty value is refused." : "",
        setting.RefusedWhen is { } refused ? $" Refused {refused.When}." : "");
}
