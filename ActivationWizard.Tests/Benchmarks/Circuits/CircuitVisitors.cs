using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace ActivationWizard.Tests.Benchmarks.Circuits;

/// <summary>So many people with the same page open, in a process of their own: their memory is not the server's.</summary>
internal sealed class CircuitVisitors : IAsyncDisposable
{
    /// <summary>Makes this process the visitors': address of the page, how many, and their cookies.</summary>
    public const string Switch = "--circuit-visitors";

    private const string Ready = "ready";

    private readonly Process _process;

    private CircuitVisitors(Process process) => _process = process;

    /// <summary>Starts them; returns when each has its circuit.</summary>
    public static async Task<CircuitVisitors> ComeAsync(Uri page, int count, IEnumerable<Cookie> cookies)
    {
        var process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            [Switch, page.AbsoluteUri, count.ToString(CultureInfo.InvariantCulture),
             .. cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var said = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(5));
        return said == Ready
            ? new CircuitVisitors(process) : throw new InvalidOperationException($"no circuits of {page}: {said}");
    }

    /// <summary>Their process: opens the circuits, says so, and goes when its input ends.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var page = new Uri(args[1]);
        var cookies = new CookieContainer();
        foreach (var (name, value) in args[3..].Select(pair => (pair.Split('=', 2)[0], pair.Split('=', 2)[1])))
            cookies.Add(new Uri(page, "/"), new Cookie(name, value, "/"));
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies });
        var circuits = new List<BareCircuit>();
        try
        {
            while (circuits.Count < int.Parse(args[2], CultureInfo.InvariantCulture))
                circuits.Add(await BareCircuit.OpenAsync(http, cookies, page));
        }
        catch (Exception failure)
        {
            await Console.Out.WriteLineAsync(failure.ToString().ReplaceLineEndings(" "));
            return 1;
        }

        await Console.Out.WriteLineAsync(Ready);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
