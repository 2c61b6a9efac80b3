using System.Globalization;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Benchmarks.Circuits;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Benchmarks.Load;

/// <summary>What 200 open work lists cost the processor while the list changes every two seconds.</summary>
internal static class OpenListsBenchmark
{
    private const int Lists = 200;

    // More than one page of the list.
    private const int RequestsBefore = 60;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(TextWriter output)
    {
        await using var world = await FaultWorld.StartAsync();
        await world.StartAppAsync(settings: LoadBenchmark.Settings);
        var brief = TimeSpan.FromMilliseconds(100);
        await new IncomingRequests(world, brief).ComeAsync(RequestsBefore * brief, areHandled: false);
        // The first round also pays for what is made and compiled once.
        await ShareAsync(world);
        var without = await ShareAsync(world);
        var list = new Uri(world.App.Address, Urls.Work);
        await using var visitors = await CircuitVisitors.ComeAsync(list, Lists, DemoPeople.Sanne);
        var with = await ShareAsync(world);
        var left = await visitors.LeaveAsync();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"a request every {Every.TotalSeconds:0} s for {Long.TotalSeconds:0} s: {without:P1} of a core without a page, "
            + $"{with:P1} with {Lists} open work lists, so {with - without:P1} for the lists (at most 10 %); "
            + $"each drawn anew {left.Drawn:0} times, {left.Lost} circuits lost"));
    }

    private static async Task<double> ShareAsync(FaultWorld world)
    {
        var before = world.App.Process.ProcessorTime;
        await new IncomingRequests(world, Every).ComeAsync(Long, areHandled: false);
        return (world.App.Process.ProcessorTime - before) / Long;
    }
}
