using System.Diagnostics;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>The built app as a process that ends by itself, because it cannot start or had one thing to do.</summary>
internal static class AppRun
{
    /// <summary>Runs it on a data folder; returns its exit code and all that it wrote.</summary>
    public static Task<(int ExitCode, string Output, string Error)> ToItsEndAsync(
        string dataFolder, params string[] arguments) => ToItsEndAsync(dataFolder, new Dictionary<string, string>(), arguments);

    /// <summary>The same with variables in its environment.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> ToItsEndAsync(
        string dataFolder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = dataFolder,
        }.AsInstalled();
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        string[] all =
        [
            typeof(Program).Assembly.Location, "--Urls=http://127.0.0.1:0", $"--Installation:DataFolder={dataFolder}",
            .. arguments,
        ];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, error);
    }
}
