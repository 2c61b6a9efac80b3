using System.Diagnostics;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>Where a command dies: at which of its writes, and whether that one is done.</summary>
internal sealed record WritePoint(int Write, bool IsDone)
{
    /// <summary>Nowhere.</summary>
    public static WritePoint None { get; } = new(0, false);

    public override string ToString() => $"{(IsDone ? "after" : "before")} write {Write}";
}

/// <summary>A command of the product as a process of its own, on the data of a world.</summary>
internal static class CommandPeer
{
    /// <summary>Carries it out; the exit code and what it said, or null for a command that died on its way.</summary>
    public static async Task<(int? Code, string Said)> RunAsync(FaultWorld world, WritePoint point, params string[] command)
    {
        string[] arguments =
        [
            typeof(FaultHost).Assembly.Location, FaultCommand.Switch, $"{point.Write}", $"{point.IsDone}", .. command,
            $"--Installation:DataFolder={world.DataFolder}", .. world.Settings.Select(one => $"--{one.Key}={one.Value}"),
        ];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = world.DataFolder,
        }.AsInstalled())!;
        var said = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        // What kills it is a signal, which shows as 128 and its number.
        const int killed = 128 + 9;
        return (process.ExitCode is killed ? null : process.ExitCode, $"{await said}{await errors}");
    }
}
