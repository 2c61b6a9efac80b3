using System.Globalization;
using System.Text.Json;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>The words between a run and the host it starts.</summary>
internal static class FaultHostSettings
{
    public const string Arrivals = "Faults:Arrivals";

    /// <summary>How many seconds its clock is ahead.</summary>
    public const string ClockAhead = "Faults:ClockAhead";

    /// <summary>There when the installation has not found anything of its own by our reference yet.</summary>
    public const string JustBegun = "Faults:JustBegun";

    /// <summary>The file that says at which step of taking in mail it dies; not set for never.</summary>
    public const string MailKill = "Faults:MailKill";

    public const string Mistake = "Faults:Mistake";
    public const string Plan = "Faults:Plan";

    /// <summary>What stands before its address, on the line that says where it listens.</summary>
    public const string Ready = "fault-host-ready";

    /// <summary>The arguments of the form <c>--key=value</c>.</summary>
    public static Dictionary<string, string> Read(IEnumerable<string> args) => args
        .Where(arg => arg.StartsWith("--", StringComparison.Ordinal) && arg.Contains('=', StringComparison.Ordinal))
        .Select(arg => arg[2..].Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>A number of seconds; 0 when nothing is said.</summary>
    public static double Seconds(IReadOnlyDictionary<string, string> settings, string key) =>
        settings.TryGetValue(key, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : 0;

    /// <summary>What is armed from the very start: a recovery begins before anybody can say anything.</summary>
    public static IReadOnlyList<ArmedPoint> Points(Dictionary<string, string> settings) =>
        settings.TryGetValue(Plan, out var file) ? JsonSerializer.Deserialize<ArmedPoint[]>(File.ReadAllText(file))! : [];
}
