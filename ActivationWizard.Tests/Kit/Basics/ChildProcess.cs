using System.Collections.Concurrent;
using System.Diagnostics;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>
/// A program that runs beside the tests, with all it writes. Its input is a pipe of ours, so that it can end when the run does.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // The server lives as long as this process holds the shell's input open, so a killed test run leaves none behind.
    private const string UntilInputEnds =
        """cd "$0"; "$@" & server=$!; cat >/dev/null; kill $server; wait $server; rm -rf "$0" """;

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log;
    private readonly TaskCompletionSource<string> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isOver;

    private ChildProcess(Process process, ConcurrentQueue<string> log) => (_process, _log) = (process, log);

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Once it has ended.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>It runs no more; one that is traced is dead before it has exited.</summary>
    public bool IsDead => _process.HasExited || IsIn("Z");

    /// <summary>What it has used of the processors so far, all cores together.</summary>
    public TimeSpan ProcessorTime => _process.TotalProcessorTime;

    /// <summary>Starts it, lets it add to the log, and waits for the line that has <paramref name="readyWords"/>.</summary>
    /// <returns>The process, and what follows on that line.</returns>
    public static async Task<(ChildProcess Process, string Ready)> StartAsync(
        string program, IEnumerable<string> arguments, string folder, string readyWords, ConcurrentQueue<string> log,
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
        child._process.OutputDataReceived += (_, line) => child.Note(line.Data, readyWords);
        child._process.ErrorDataReceived += (_, line) => child.Note(line.Data, readyWords);
        child._process.Exited += (_, _) => child._ready.TrySetException(
            new InvalidOperationException($"{readyWords}: it ended first.\n{string.Join('\n', log.TakeLast(20))}"));
        child._process.Start();
        child._process.BeginOutputReadLine();
        child._process.BeginErrorReadLine();
        try
        {
            return (child, await child._ready.Task.WaitAsync(Waiting.Limit));
        }
        catch (Exception)
        {
            await child.DisposeAsync();
            throw;
        }
    }

    /// <summary>The command of a server that ends with this process, and its folder with it, however this process ends.</summary>
    public static string[] EndingWithUs(string folder, params string[] server) => ["sh", "-c", UntilInputEnds, folder, .. server];

    /// <summary>Waits for its end, which comes by itself.</summary>
    public async Task EndsAsync()
    {
        await Waiting.ForAsync(
            $"the end of process {Id}", () => Task.FromResult(_process.HasExited), ended => ended,
            _ => $"still there, and its log ended with\n{string.Join('\n', _log.TakeLast(20))}");
        await _process.WaitForExitAsync();
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
    public Task StopsAsync() => Waiting.ForAsync(
        "a process that stands still", () => IsIn("T"));

    /// <summary>Wakes it up again.</summary>
    public Task WakeAsync() => SignalAsync("-CONT");

    /// <summary>As SIGKILL does, without a chance to tidy up. Twice is as once.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isOver, true))
            return;
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    // One that is gone is in no state.
    private bool IsIn(string state)
    {
        try
        {
            return File.ReadAllText($"/proc/{Id}/stat").Contains($") {state}", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task SignalAsync(string signal)
    {
        // It may have ended meanwhile: then there is nobody to tell, and nothing to say about it.
        string[] arguments = [signal, _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        using var kill = Process.Start(new ProcessStartInfo("kill", arguments) { RedirectStandardError = true })!;
        await kill.WaitForExitAsync();
    }

    private void Note(string? line, string readyWords)
    {
        if (line is null)
            return;
        _log.Enqueue(line);
        if (line.IndexOf(readyWords, StringComparison.Ordinal) is >= 0 and var at)
            _ready.TrySetResult(line[(at + readyWords.Length)..].Trim());
    }
}
