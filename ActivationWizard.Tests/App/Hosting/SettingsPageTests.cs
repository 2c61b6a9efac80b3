using ActivationWizard.Tests.Kit;

namespace ActivationWizard.Tests.App.Hosting;

public sealed class SettingsPageTests
{
    /// <summary>With this variable set the page is written anew instead of compared.</summary>
    private const string Renew = "RENEW_SETTINGS_PAGE";

    [Fact]
    public void Page_OfSettings_IsWhatIsDeclared()
    {
        var file = Path.Combine(Product.Root, "docs", "settings.md");
        var page = SettingsPage.Write();
        if (Environment.GetEnvironmentVariable(Renew) is { Length: > 0 })
            File.WriteAllText(file, page);

        Assert.True(
            File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == page,
            $"docs/settings.md is not what the code declares. Write it anew: {Renew}=1 dotnet run --project "
            + "ActivationWizard.Tests -c Release -- --no-install --filter-class \"*SettingsPageTests\"");
    }
}
