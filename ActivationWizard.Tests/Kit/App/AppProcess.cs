using System.Collections.Concurrent;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>How an <see cref="AppProcess"/> differs from the product as it is installed, on a free port.</summary>
internal sealed record AppProcessOptions
{
    /// <summary>What dotnet runs: the built product, or a host of it with something added.</summary>
    public IReadOnlyList<string> Program { get; init; } = [typeof(Program).Assembly.Location];

    /// <summary>The words before its address, on the line that says it is ready.</summary>
    public string ReadyWords { get; init; } = "(Demo) is ready. Open ";

    /// <summary>The port on loopback; 0 is any free one.</summary>
    public int Port { get; init; }

    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Where its lines are added, in all its lives.</summary>
    public ConcurrentQueue<string> Log { get; init; } = new();
}

/// <summary>The app as a process of its own on loopback, which can be killed while whoever uses it lives on.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private AppProcess(ChildProcess process, Uri address) => (Process, Address) = (process, address);

    public ChildProcess Process { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts it on a data folder, and waits for the line that says where to go.</summary>
    public static async Task<AppProcess> StartAsync(string dataFolder, AppProcessOptions? options = null)
    {
        options ??= new();
        string[] arguments =
        [
            .. options.Program, $"--Urls=http://127.0.0.1:{options.Port}", $"--Installation:DataFolder={dataFolder}",
            .. options.Settings.Select(one => $"--{one.Key}={one.Value}"),
        ];
        var (process, ready) = await ChildProcess.StartAsync(
            "dotnet", arguments, dataFolder, options.ReadyWords, options.Log, options.Environment);
        return new AppProcess(process, new Uri(ready.Split(' ')[0]));
    }

    /// <summary>Ends it without a chance to tidy up, so that a second start has something to recover. Twice is as once.</summary>
    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
