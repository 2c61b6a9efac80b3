using System.Text.RegularExpressions;
using ActivationWizard.App.Shell;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using MudBlazor;
using Xunit;

namespace ActivationWizard.Tests.Components;

/// <summary>The colours of every page are what MudBlazor makes of the house's own.</summary>
public sealed partial class PaletteDocumentTests : Screen
{
    [Fact]
    public void Sheet_OfBothLooks_IsWhatTheyComeTo()
    {
        var light = LinesOf(Appearance.Light, isDark: false);
        // Only what differs.
        var dark = LinesOf(Appearance.Dark, isDark: true).Where(line => !light.Contains(line) || line is "}");

        WrittenFile.Is("ActivationWizard.App/wwwroot/palette.css", string.Join(
            '\n', ["/* Written from Appearance.cs by PaletteDocumentTests. */", .. light, .. dark]));
    }

    private List<string> LinesOf(MudTheme theme, bool isDark)
    {
        var drawn = Render<MudThemeProvider>(parameters => parameters
            .Add(one => one.Theme, theme).Add(one => one.IsDarkMode, isDark).Add(one => one.ObserveSystemDarkModeChange, false));
        var styles = Style().Matches(drawn.Markup.ReplaceLineEndings("\n"))
            .Select(match => match.Groups["text"].Value.Trim('\n'));
        // The product draws no charts.
        return [.. styles.Where(style => !style.Contains("mud-chart", StringComparison.Ordinal))
            .SelectMany(style => style.Split('\n')).Select(Wrapped)];
    }

    private static string Wrapped(string line) =>
        line.Length <= 130 ? line : line.Replace(", ", ",\n  ", StringComparison.Ordinal);

    [GeneratedRegex("<style[^>]*>(?<text>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
