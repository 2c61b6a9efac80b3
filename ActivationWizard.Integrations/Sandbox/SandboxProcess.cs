using System.Runtime.InteropServices;

namespace ActivationWizard.Integrations.Sandbox;

/// <summary>The simulators as a process of their own, so that they outlive an app that is killed.</summary>
public static class SandboxProcess
{
    /// <summary>Runs until SIGTERM, SIGINT or <paramref name="cancellation"/>; writes the base addresses first.</summary>
    public static async Task RunAsync(
        SandboxOptions options, TimeProvider time, TextWriter output, CancellationToken cancellation = default)
    {
        await using var server = await SandboxServer.StartAsync(options, time, cancellation);
        await output.WriteLineAsync(
            $"umbrella {server.Umbrella}\nviewpoint {server.Viewpoint}\npostex {server.Postex}\n"
            + $"mailbox {server.Mailbox}\ncontrol {server.Control}");
        await output.FlushAsync(cancellation);

        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => End(signal, ended));
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => End(signal, ended));
        await using var cancelled = cancellation.Register(() => ended.TrySetResult());
        await ended.Task;
    }

    private static void End(PosixSignalContext signal, TaskCompletionSource ended)
    {
        signal.Cancel = true;
        ended.TrySetResult();
    }
}
