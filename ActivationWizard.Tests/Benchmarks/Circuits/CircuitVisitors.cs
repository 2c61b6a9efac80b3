using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;

namespace ActivationWizard.Tests.Benchmarks.Circuits;

/// <summary>So many people with the same page open, in a process of their own: their memory is not the server's.</summary>
internal sealed class CircuitVisitors : IAsyncDisposable
{
    /// <summary>Makes this process the visitors': address of the page, how many, and who they sign in as.</summary>
    public const string Switch = "--circuit-visitors";

    private const string Ready = "ready";

    private readonly Process _process;

    private CircuitVisitors(Process process) => _process = process;

    /// <summary>
    /// Starts them; returns when each has its circuit. Each signs in, in a session of its own, or nobody does.
    /// </summary>
    public static async Task<CircuitVisitors> ComeAsync(Uri page, int count, Actor? person)
    {
        var process = Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            [Switch, page.AbsoluteUri, count.ToString(CultureInfo.InvariantCulture), person?.Id ?? ""])
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
        var (page, person) = (new Uri(args[1]), DemoPeople.Find(args[3]));
        var circuits = new List<BareCircuit>();
        try
        {
            while (circuits.Count < int.Parse(args[2], CultureInfo.InvariantCulture))
                circuits.Add(await BareCircuit.OpenAsync(page, person));
        }
        catch (Exception failure)
        {
            await Console.Out.WriteLineAsync(failure.ToString().ReplaceLineEndings(" "));
            return 1;
        }

        var before = circuits.Sum(one => one.Batches);
        await Console.Out.WriteLineAsync(Ready);
        await Console.In.ReadToEndAsync();
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(
            new Left(circuits.Count(one => one.HasEnded), (circuits.Sum(one => one.Batches) - before) / (double)circuits.Count)));
        return 0;
    }

    /// <summary>They leave.</summary>
    public async Task<Left> LeaveAsync()
    {
        _process.StandardInput.Close();
        return JsonSerializer.Deserialize<Left>((await _process.StandardOutput.ReadLineAsync())!)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>What they saw since all were there.</summary>
    /// <param name="Lost">Of how many the circuit had ended.</param>
    /// <param name="Drawn">How often a page was drawn anew, on average.</param>
    internal sealed record Left(int Lost, double Drawn);
}
