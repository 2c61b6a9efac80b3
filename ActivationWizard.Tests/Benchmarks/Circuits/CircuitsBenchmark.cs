using System.Globalization;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ActivationWizard.Tests.Benchmarks.Circuits;

/// <summary>What an open page keeps in the server's memory, beside a blank page of Blazor's in the same run.</summary>
internal static class CircuitsBenchmark
{
    private const int Circuits = 200;

    public static async Task RunAsync(TextWriter output)
    {
        await using var browser = new BrowserHost();
        await using var gallery = new CaseGallery(browser, new TestApp(new()
        {
            Settings = new() { ["Limits:CircuitsPerPerson"] = "1000", ["Limits:SearchesPerMinute"] = "10000" },
            Replace = services => services
                .Configure<CircuitOptions>(options => options.DisconnectedCircuitMaxRetained = 0)
                // What tests collect of the log is no circuit's.
                .RemoveAll<ILoggerProvider>(),
        }));
        await gallery.InitializeAsync();
        await using var blank = await BlankPage.StartAsync();
        var root = new Uri(blank.Urls.First());
        // The first round also makes what later ones use again, such as buffers of connections: it does not count.
        await MeasureAsync(root, null);
        var bare = await MeasureAsync(root, null);
        await output.WriteLineAsync(
            $"{Circuits} circuits of each, live heap after a full collection\n\n"
            + "| Page | Managed heap | Per circuit | Blank pages |\n| --- | ---: | ---: | ---: |");
        await output.WriteLineAsync(Row("a blank page", bare, bare));
        foreach (var (name, person, path) in Pages(gallery).Where(IsChosen))
            await output.WriteLineAsync(Row(name, await MeasureAsync(new Uri(gallery.App.Address, path), person), bare));
    }

    // PAGES="replay;status" measures these only.
    private static bool IsChosen((string Name, Actor, string) page) =>
        Environment.GetEnvironmentVariable("PAGES")?.Split(';').Contains(page.Name) is not false;

    private static (string Name, Actor, string)[] Pages(CaseGallery gallery) =>
    [
        // Before the others, whose thousands of sessions it would go through.
        ("status", DemoPeople.Bram, Urls.Status),
        ("work list", DemoPeople.Sanne, Urls.Work),
        ("search, with results", DemoPeople.Sanne, gallery.App.SealedSearch(DemoPeople.Sanne, "van")),
        ("new request", DemoPeople.Sanne, Urls.NewRequest),
        ("Controleren", DemoPeople.Sanne, gallery.Exhibits.Single(one => one.Name == "proposal-email").Path),
        ("Controleren, refusal", DemoPeople.Sanne, gallery.Exhibits.Single(one => one.Name == "refusal").Path),
        ("Uitvoeren, by hand", DemoPeople.Sanne, gallery.Exhibits.Single(one => one.Name == "by-hand").Path),
        ("Klaar", DemoPeople.Sanne, gallery.Exhibits.Single(one => one.Name == "done-letter").Path),
        ("finished cases", DemoPeople.Els, "/zaken?weergave=alles"),
        ("replay", DemoPeople.Els, Urls.ForReplay(gallery.Ended, 4)),
        ("overview", DemoPeople.Els, Urls.Overview),
    ];

    private static async Task<Kept> MeasureAsync(Uri page, Actor? person)
    {
        // What is made once, for the first who asks, is not a circuit's.
        await using (await CircuitVisitors.ComeAsync(page, 5, person))
            await Task.Delay(TimeSpan.FromSeconds(1));
        await Task.Delay(TimeSpan.FromSeconds(3));
        var before = Live();
        await using var visitors = await CircuitVisitors.ComeAsync(page, Circuits, person);
        await Task.Delay(TimeSpan.FromSeconds(3));
        var heap = Live();
        return new(heap, (heap - before) / (double)Circuits);
    }

    private static long Live()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static string Row(string page, Kept kept, Kept bare) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {page} | {kept.Heap / 1024.0 / 1024:0} MiB | {kept.PerCircuit / 1024:0} KiB "
        + $"| {kept.PerCircuit / bare.PerCircuit:0.0} |");

    /// <summary>The whole heap of the process with its circuits, and what each of them added to it, in bytes.</summary>
    private readonly record struct Kept(long Heap, double PerCircuit);
}
