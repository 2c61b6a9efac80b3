namespace ActivationWizard.Tests.Integrations.Resilience;

/// <summary>What a log may never hold.</summary>
internal static class LogChecks
{
    /// <summary>Something was logged, and it names nobody and no secret.</summary>
    public static void NothingPersonal(string log)
    {
        Assert.NotEmpty(log);
        string[] forbidden =
        [
            "KANARIE", "@", "%40", "mailstra", "Merelstraat", "5611", Systems.Party, "demo-umbrella-sleutel", "demo-postex-token",
        ];
        Assert.DoesNotContain(forbidden, text => log.Contains(text, StringComparison.OrdinalIgnoreCase));
    }
}
