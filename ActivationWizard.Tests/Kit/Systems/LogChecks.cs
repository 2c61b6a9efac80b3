using System.Text.RegularExpressions;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>What a log may never hold.</summary>
internal static class LogChecks
{
    /// <summary>Something was logged, and it names nobody and no secret.</summary>
    public static void NothingPersonal(string log)
    {
        Assert.NotEmpty(log);
        string[] forbidden =
        [
            "KANARIE", "@", "%40", "mailstra", "Merelstraat", @"\b5611 ?CD\b", $@"\b{Systems.Party}\b",
            "demo-umbrella-sleutel", "demo-postex-token",
        ];
        Assert.DoesNotContain(forbidden, text => Regex.IsMatch(log, text, RegexOptions.IgnoreCase));
    }
}
