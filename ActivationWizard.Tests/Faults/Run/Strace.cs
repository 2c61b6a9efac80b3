using System.Collections.Concurrent;
using System.Globalization;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Tools;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>
/// Spoils system calls of a process that runs, with strace: what a full disk, a failing one, or a death in the middle of a call
/// look like from inside.
/// </summary>
internal sealed class Strace : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly ChildProcess _target;

    private Strace(ChildProcess process, ChildProcess target) => (_process, _target) = (process, target);

    private const string TracingScope = "/proc/sys/kernel/yama/ptrace_scope";

    /// <summary>Why there is no strace here that may look at another process; null when there is.</summary>
    public static string? Problem { get; } = Find();

    /// <summary>Attaches it; from then on these calls meet what is injected.</summary>
    /// <param name="calls">Names with commas between them.</param>
    /// <param name="injected">Such as <c>error=ENOSPC</c> or <c>signal=KILL:when=3</c>.</param>
    public static Task<Strace> AttachAsync(ChildProcess target, string calls, string injected) =>
        StartAsync(target, calls, "/dev/null", "-e", $"inject={calls}:{injected}");

    /// <summary>
    /// Attaches it to look only: each of these calls becomes a line, with the thread that made it, in the file.
    /// </summary>
    public static Task<Strace> WatchAsync(ChildProcess target, string calls, string file) => StartAsync(target, calls, file);

    private static async Task<Strace> StartAsync(ChildProcess target, string calls, string file, params string[] more)
    {
        string[] arguments =
        [
            "-f", "-p", target.Id.ToString(CultureInfo.InvariantCulture), "-o", file, "-e", $"trace={calls}", .. more,
        ];
        var (process, _) = await ChildProcess.StartAsync(
            "strace", arguments, Path.GetTempPath(), "strace: Process", new ConcurrentQueue<string>());
        return new Strace(process, target);
    }

    private static string? Find()
    {
        if (!OperatingSystem.IsLinux() || CommandLine.Find("strace") is null)
            return "no strace on this machine";
        var isOpen = Environment.IsPrivilegedProcess
            || !File.Exists(TracingScope) || File.ReadAllText(TracingScope).Trim() is "0";
        return isOpen ? null : "this machine does not let one process trace another (kernel.yama.ptrace_scope)";
    }

    /// <summary>
    /// Lets the process go on unharmed. A strace that is told to let go of a process while that dies waits for its end for
    /// ever, and the process for strace's: from a process that is dead it is taken away.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited && !_target.IsDead)
            await _process.TerminateAsync();
        await Waiting.ForAsync("the end of strace", () => _process.HasExited || _target.IsDead);
        await _process.DisposeAsync();
    }
}
