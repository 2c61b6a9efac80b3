using System.Collections.Concurrent;
using System.Diagnostics;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>
/// A program that a run starts, with all it writes. It ends with the run, however that ends: its input is a pipe of ours.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log;
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(Process process, ConcurrentQueue<string> log) => (_process, _log) = (process, log);

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>
    /// Starts it, lets it add to the log, and waits for the line that begins with <paramref name="readyLine"/>.
    /// </summary>
    /// <returns>The process, and the rest of that line.</returns>
    public static async Task<(ChildProcess Process, string Ready)> StartAsync(
        string program, IEnumerable<string> arguments, string folder, string readyLine, ConcurrentQueue<string> log,
        IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        }.AsInstalled();
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var child = new ChildProcess(new Process { StartInfo = start, EnableRaisingEvents = true }, log);
        child._process.OutputDataReceived += (_, line) => child.Note(line.Data, readyLine);
        child._process.ErrorDataReceived += (_, line) => child.Note(line.Data, readyLine);
        child._process.Exited += (_, _) => child._ready.TrySetException(
            new InvalidOperationException($"{readyLine}: it ended first.\n{string.Join('\n', log.TakeLast(20))}"));
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        return (child, await child._ready.Task.WaitAsync(StartLimit));
    }

    /// <summary>Waits for its end; false when it outlives the limit.</summary>
    public async Task<bool> EndsWithinAsync(TimeSpan limit)
    {
        using var time = new CancellationTokenSource(limit);
        try
        {
            await _process.WaitForExitAsync(time.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM.</summary>
    public Task TerminateAsync() => SignalAsync("-TERM");

    /// <summary>Waits until it stands still, as it does on a machine that is suspended.</summary>
    public async Task StopsAsync()
    {
        while (!File.ReadAllText($"/proc/{Id}/stat").Contains(") T", StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromMilliseconds(20));
    }

    /// <summary>Wakes it up again.</summary>
    public Task WakeAsync() => SignalAsync("-CONT");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private async Task SignalAsync(string signal)
    {
        // It may have ended meanwhile: then there is nobody to tell, and nothing to say about it.
        string[] arguments = [signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        using var kill = Process.Start(new ProcessStartInfo("kill", arguments) { RedirectStandardError = true })!;
        await kill.WaitForExitAsync();
    }

    private void Note(string? line, string readyLine)
    {
        if (line is null)
            return;
        _log.Enqueue(line);
        if (line.StartsWith(readyLine, StringComparison.Ordinal))
            _ready.TrySetResult(line[readyLine.Length..].Trim());
    }
}
