using ActivationWizard.App.Keyboard;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Components;
using Bunit;
using Xunit;

namespace ActivationWizard.Tests.Components;

/// <summary>One table of keys, which the sheet shows and the script works by.</summary>
public sealed class ShortcutsTests : Screen
{
    [Fact]
    public void All_Keys_StandInItOnce()
    {
        var keys = Shortcuts.All.SelectMany(shortcut => shortcut.Keys).ToList();
        Assert.Equal(keys.Distinct(), keys);
    }

    [Fact]
    public void All_Keys_LeaveAltToTheKeyboard() =>
        Assert.All(Shortcuts.All.SelectMany(shortcut => shortcut.Keys),
            key => Assert.DoesNotContain("Alt", key, StringComparison.Ordinal));

    [Fact]
    public void Sheet_Rows_AreTheTable()
    {
        var rows = Render<KeySheet>(parameters => parameters.Add(sheet => sheet.HasLetters, true)).FindAll("tbody tr");
        Assert.Equal(
            Shortcuts.All.Select(shortcut => string.Join(' ', shortcut.Keys.Select(KeyWords.Of))),
            rows.Select(row => string.Join(' ', row.QuerySelectorAll("kbd").Select(key => key.TextContent))));
        Assert.Equal(
            Shortcuts.All.Select(shortcut => shortcut.Does()), rows.Select(row => row.QuerySelectorAll("td")[1].TextContent));
    }

    [Fact]
    public void Script_Acts_AreThoseOfTheTable()
    {
        var script = File.ReadAllText(Path.Combine(Product.Root, "ActivationWizard.App", "wwwroot", "keys.js"));
        Assert.All(Enum.GetNames<ShortcutAct>().Where(name => name is not nameof(ShortcutAct.None)),
            name => Assert.Contains($"  {name}: ", script, StringComparison.Ordinal));
    }

    [Fact]
    public void Components_Shortcuts_ComeFromTheTable() =>
        Assert.DoesNotContain(
            Product.Files("ActivationWizard.App", ".razor"),
            file => file.Text.Contains("aria-keyshortcuts=\"", StringComparison.Ordinal)
                && !file.Text.Contains("aria-keyshortcuts=\"@", StringComparison.Ordinal));

    [Theory]
    [InlineData("Control+Enter", "Ctrl+Enter")]
    [InlineData("Shift+ArrowLeft", "Shift+←")]
    [InlineData("j", "J")]
    [InlineData("Space", "Spatie")]
    public void Of_AKey_IsWhatTheKeyboardSays(string key, string said) => Assert.Equal(said, KeyWords.Of(key));
}
