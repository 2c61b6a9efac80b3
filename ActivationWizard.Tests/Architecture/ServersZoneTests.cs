using System.Diagnostics;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Architecture;

/// <summary>The tests of days and moments hold on a server in any zone.</summary>
[Nightly("Runs tests of every day in three more processes; that nothing asks for the zone is held every day.")]
public sealed class ServersZoneTests
{
    private static readonly string[] OfDays =
    [
        "*.TimeOfFactsTests", "*.TimeOfCasesTests", "*.IntakeTimeTests", "*.DaysOnScreenTests", "*.MomentsTests",
        "*.UmbrellaMomentTests", "*.SqliteClockChangeTests",
    ];

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Asia/Kathmandu")]
    public async Task Tests_ServerInThatZone_HoldAllTheSame(string zone)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ActivationWizard.Tests"))
        {
            RedirectStandardOutput = true,
            ArgumentList = { "--no-install" },
            Environment = { ["TZ"] = zone },
        };
        foreach (var one in OfDays)
        {
            start.ArgumentList.Add("--filter-class");
            start.ArgumentList.Add(one);
        }

        using var tests = Process.Start(start)!;
        var said = await tests.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await tests.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(tests.ExitCode is 0, said);
    }
}
