using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Kit.App;

/// <summary><c>deploy/settings.env</c> as somebody fills it in who follows the guide, with the master key of the unit.</summary>
internal static class GuideSettings
{
    // The port is the test's.
    private const string Port = "Urls";

    /// <summary>For people who sign in there, by the roles of <see cref="ProductionApp.SettingsFor"/>.</summary>
    public static Dictionary<string, string> FilledIn(string authority)
    {
        var settings = File.ReadLines(Path.Combine(Product.Root, "deploy/settings.env"))
            .Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
            .Select(line => line.Split('=', 2))
            .ToDictionary(part => part[0].Replace("__", ":", StringComparison.Ordinal), part => part[1].Trim('"'));
        Assert.True(settings.Remove(Port));
        var inHand = ProductionApp.SettingsFor(authority);
        foreach (var (key, value) in settings.Where(one => IsToFillIn(one.Value)).ToList())
            settings[key] = inHand[key];
        settings["Journal:MasterKey"] = FixedKey.Master;
        settings["Environment"] = inHand["Environment"];
        return settings;
    }

    private static bool IsToFillIn(string value) =>
        value.Contains("FILL-IN", StringComparison.Ordinal) || value.Contains("EXAMPLE", StringComparison.Ordinal);
}
