using System.ComponentModel;
using System.Diagnostics;

namespace ActivationWizard.Tests.Kit.Tools;

/// <summary>What a program left behind: its exit code and all it wrote.</summary>
public sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The line that says why it failed: the first that speaks of an error, else the last one.</summary>
    public string Reason
    {
        get
        {
            var lines = Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return lines.FirstOrDefault(SpeaksOfAnError) ?? lines.LastOrDefault($"exit code {ExitCode}");
        }
    }

    private static bool SpeaksOfAnError(string line) =>
        line.StartsWith("E: ", StringComparison.Ordinal) || line.Contains("error:", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Programs of the machine: where they are, and running one to its end.</summary>
public static class CommandLine
{
    /// <summary>The full path of a program on PATH, or null.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? program + ".exe" : program))
            .FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end; one that cannot start or outlives the limit has failed (exit code -1).</summary>
    /// <param name="prepare">Changes the folder or the environment it runs in; null for none.</param>
    public static async Task<CommandResult> RunAsync(
        string program, IEnumerable<string> arguments, TimeSpan limit, Action<ProcessStartInfo>? prepare = null)
    {
        using var time = new CancellationTokenSource(limit);
        using var process = new Process { StartInfo = Quiet(program, arguments) };
        prepare?.Invoke(process.StartInfo);
        try
        {
            process.Start();
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(time.Token);
            var error = process.StandardError.ReadToEndAsync(time.Token);
            await process.WaitForExitAsync(time.Token);
            return new(process.ExitCode, await output + await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new(-1, $"{program} was not ready within {limit.TotalSeconds:0} s");
        }
        catch (Win32Exception cause)
        {
            return new(-1, cause.Message);
        }
    }

    private static ProcessStartInfo Quiet(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        return start;
    }
}
