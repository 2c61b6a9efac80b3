using System.Diagnostics;
using System.Globalization;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Benchmarks.Circuits;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Benchmarks.Load;

/// <summary>
/// 300 people signed in, each with a page open, while 3,000 requests an hour come in and employees handle each to its end, on one
/// instance. The app, the simulators and the visitors are processes of their own; all share the machine.
/// </summary>
internal static class LoadBenchmark
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1) / Asked("CASES_AN_HOUR", 3_000);

    // How long the requests come from one look at the heap to the next, after what is left out, and of how many moments a look is
    // made.
    private static readonly TimeSpan Part = TimeSpan.FromMinutes(2.5);
    private const int Looks = 3;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    // How many people have which page open.
    private static readonly (int Count, Actor Person, string Page)[] People =
    [
        (180, DemoPeople.Sanne, Urls.Work),
        (70, DemoPeople.Tom, "/zoek?q=van"),
        (40, DemoPeople.Els, "/zaken?weergave=alles"),
        (10, DemoPeople.Els, Urls.Overview),
    ];

    /// <summary>The product's own settings, but that who only looks on stays signed in.</summary>
    public static Dictionary<string, string> Settings { get; } = new(RecoveryBenchmark.Products)
    {
        ["Session:IdleMinutes"] = "120",
        // A few people of the demonstration stand for all.
        ["Limits:CircuitsPerPerson"] = "1000",
        ["Limits:SearchesPerMinute"] = "10000",
        ["Logging:LogLevel:Default"] = "Warning",
    };

    /// <summary>
    /// Half an hour for each database. <c>MINUTES</c> and <c>CASES_AN_HOUR</c> are read from the environment, and <c>DATABASE</c>
    /// when it is to be one of them. Three minutes are too short for the memory, and long enough to see that it works.
    /// </summary>
    public static async Task RunAsync(TextWriter output)
    {
        var time = TimeSpan.FromMinutes(Asked("MINUTES", 30));
        if (IsAsked("SQLite"))
        {
            await using var sqlite = await FaultWorld.StartAsync();
            await MeasureAsync(output, "SQLite", sqlite, time);
        }

        if (IsAsked("PostgreSQL"))
        {
            await using var server = new PostgresServer(isDurable: true);
            await using var postgres = await FaultWorld.StartAsync(await PostgresWorld.SettingsAsync(server));
            await MeasureAsync(output, "PostgreSQL", postgres, time);
        }
    }

    private static int Asked(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } asked ? int.Parse(asked, CultureInfo.InvariantCulture) : otherwise;

    private static bool IsAsked(string database) =>
        Environment.GetEnvironmentVariable("DATABASE") is not { } one || one.Equals(database, StringComparison.OrdinalIgnoreCase);

    private static async Task<Uri> AddressOfAsync(Uri app, string page, Actor person)
    {
        using var visitor = new Visitor(app);
        await visitor.SignInAsync(person);
        return new Uri(app, page.StartsWith(Urls.Search, StringComparison.Ordinal) ? await visitor.SendFormAsync(page) : page);
    }

    private static async Task MeasureAsync(TextWriter output, string database, FaultWorld world, TimeSpan time)
    {
        var app = await world.StartAppAsync(settings: Settings);
        await using var journal = new JournalPeer(world);
        var visitors = new List<CircuitVisitors>();
        try
        {
            foreach (var (count, person, page) in People)
                visitors.Add(await CircuitVisitors.ComeAsync(await AddressOfAsync(app.Address, page, person), count, person));
            var requests = new IncomingRequests(world, Every);
            // What is compiled and cached in the first third is no leak, and its acts are slower than later ones.
            await requests.ComeAsync(time / 3, areHandled: true);
            await app.ActsAsync();
            var (cases, size, events) = (requests.Count, await DatabaseSize.OfAsync(world), await journal.CountAsync());
            var (acts, heap, clock) = (new List<double>(), new List<(double, double)>(), Stopwatch.StartNew());
            var (processor, load) = (TimeSpan.Zero, new Stopwatch());
            var parts = Math.Max(2, (int)(time * 2 / 3 / Part));
            for (var part = 0; part < parts; part++)
            {
                heap.Add((clock.Elapsed.TotalHours, await HeapAtRestAsync(app)));
                processor -= app.Process.ProcessorTime;
                load.Start();
                await requests.ComeAsync(time * 2 / 3 / parts, areHandled: true);
                load.Stop();
                processor += app.Process.ProcessorTime;
                acts.AddRange(await app.ActsAsync());
            }

            heap.Add((clock.Elapsed.TotalHours, await HeapAtRestAsync(app)));
            (cases, size, events) = (
                requests.Count - cases, await DatabaseSize.OfAsync(world) - size, await journal.CountAsync() - events);
            var lost = 0;
            foreach (var group in visitors)
                lost += (await group.LeaveAsync()).Lost;
            var shouts = world.Log.Where(line => line.Contains("fail: ", StringComparison.Ordinal)).ToList();
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{database}: {People.Sum(one => one.Count)} people, {requests.Count} cases in {time.TotalMinutes:0} minutes; "
                + $"{requests.Troubles.Count} cases in trouble, {lost} circuits lost, {shouts.Count} failures logged (0 each)\n"
                + $"{database}: an act: {new Figures(acts.Select(TimeSpan.FromSeconds)).WithP99()} (p99 at most 0.150 s)\n"
                + $"{database}: live heap {string.Join(", ", heap.Select(one => $"{one.Item2 / 1024 / 1024:0.0}"))} MiB, "
                + $"slope {SlopeOf(heap) / heap[0].Item2:P1} an hour (at most 2 %); {processor / load.Elapsed:P0} of a core; "
                + $"{size / cases} bytes a case on disk, {(double)events / cases:0.0} events a case"));
            foreach (var trouble in requests.Troubles.Concat(shouts).Take(10))
                await output.WriteLineAsync($"  {trouble}");
        }
        finally
        {
            foreach (var group in visitors)
                await group.DisposeAsync();
        }
    }

    // No request comes meanwhile: pages have drawn what they were told last, their visitors have said that they have it, and what
    // connections share has been given back, which takes half a minute. The least of a few looks is what is kept.
    private static async Task<long> HeapAtRestAsync(AppPeer app)
    {
        var least = long.MaxValue;
        for (var look = 0; look < Looks; look++)
        {
            await Task.Delay(Rest);
            least = Math.Min(least, await app.LiveHeapAsync());
        }

        return least;
    }

    // Per hour: the median of the slopes between every two looks (Theil and Sen). One look at a busy moment decides nothing.
    private static double SlopeOf(List<(double Hours, double Bytes)> looks)
    {
        List<double> slopes =
        [
            .. from later in Enumerable.Range(1, looks.Count - 1)
               from earlier in Enumerable.Range(0, later)
               select (looks[later].Bytes - looks[earlier].Bytes) / (looks[later].Hours - looks[earlier].Hours) into slope
               orderby slope
               select slope,
        ];
        return (slopes[(slopes.Count - 1) / 2] + slopes[slopes.Count / 2]) / 2;
    }
}
