using ActivationWizard.Integrations.Sandbox.Faults;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>The settings of the app under test: everything that waits, waits for a short time.</summary>
internal static class FaultSettings
{
    /// <summary>How long a lost effect may still come, as the app is told; late effects of the tests come within it.</summary>
    public static readonly TimeSpan QuietPeriod = TimeSpan.FromSeconds(1.5);

    /// <summary>Each of Umbrella's answers takes its time, so that there is a middle of what goes on.</summary>
    public static readonly FaultRule SlowUmbrella =
        new() { Fault = FaultKind.Delay, Delay = TimeSpan.FromSeconds(0.15), Times = 0, System = "umbrella" };

    private static readonly string[] Systems = ["Umbrella", "Viewpoint", "Postex"];

    /// <summary>What every app under test is started with.</summary>
    public static IReadOnlyDictionary<string, string> OfApp { get; } = Common().Concat(OfSystems()).ToDictionary();

    private static Dictionary<string, string> Common() => new()
    {
        ["Activation:ConfirmationIntervalSeconds"] = "0.05",
        ["Activation:ConfirmationLimitSeconds"] = "10",
        ["Activation:QuietPeriodSeconds"] = "1.5",
        ["Activation:RecentCodeWorkingDays"] = "0",
        ["Activation:RetryPausesSeconds"] = "0.2,0.4,0.8",
        ["Journal:LeaseSeconds"] = "2",
        ["Work:CasesAtOnce"] = "64",
        ["Work:SweepIntervalSeconds"] = "0.5",
        ["Logging:LogLevel:Default"] = "Information",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
        ["Logging:LogLevel:ActivationWizard"] = "Debug",
    };

    private static IEnumerable<KeyValuePair<string, string>> OfSystems() => Systems.SelectMany(Of);

    private static Dictionary<string, string> Of(string system) => new()
    {
        [$"{system}:TimeoutSeconds"] = "4",
        [$"{system}:AttemptTimeoutSeconds"] = "1",
        [$"{system}:Retries"] = "2",
        [$"{system}:RetryPauseSeconds"] = "0.05",
        [$"{system}:RetryAfterCapSeconds"] = "1",
        // Many cells meet a fault at the same time: that says nothing about the system.
        [$"{system}:CircuitMinimumCalls"] = "10000",
        [$"{system}:CircuitBreakSeconds"] = "0.5",
    };
}
