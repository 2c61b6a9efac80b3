using System.Diagnostics;
using System.Text.RegularExpressions;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>The built app as a process of its own with its own settings, the log included, on a free port of loopback.</summary>
internal sealed partial class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private bool _isOver;

    private AppProcess(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it has used of the processors so far, all cores together.</summary>
    public TimeSpan ProcessorTime => _process.TotalProcessorTime;

    /// <summary>
    /// Starts it on a data folder, at a port of its own or a given one, and waits for the line that says where to go.
    /// </summary>
    public static async Task<AppProcess> StartAsync(string dataFolder, int port = 0)
    {
        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process { StartInfo = Settings(dataFolder, port) };
        // Read to the end: a full pipe would stop the app.
        process.OutputDataReceived += (_, line) =>
        {
            if (Listening().Match(line.Data ?? "") is { Success: true } match)
                ready.TrySetResult(new Uri(match.Value));
        };
        process.Start();
        process.BeginOutputReadLine();
        return new AppProcess(process, await ready.Task.WaitAsync(StartLimit));
    }

    /// <summary>Ends it without a chance to tidy up, so that a second start has something to recover. Twice is as once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isOver, true))
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo Settings(string dataFolder, int port) => new ProcessStartInfo(
        "dotnet",
        [typeof(Program).Assembly.Location, $"--Urls=http://127.0.0.1:{port}", $"--Installation:DataFolder={dataFolder}"])
    {
        RedirectStandardOutput = true,
        WorkingDirectory = dataFolder,
    }.AsInstalled();

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
