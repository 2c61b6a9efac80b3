using System.Diagnostics;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// A system that is spoken to over TLS shows a certificate that cannot be trusted, or breaks the handshake off, while cases are
/// under way: it counts as not reached, whatever was already on its way as lost, and nothing is done twice.
/// </summary>
internal static class TlsCells
{
    private const int Breaks = 3;

    /// <summary>In real time, for that is what is tested: longer than a call is tried again.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(1.2);

    private static readonly string[] Systems = ["Umbrella", "Viewpoint", "Postex"];

    /// <summary>What a system can do wrong, and how it is done.</summary>
    public static IReadOnlyList<(string Name, Action<Relay, Certificates> Begin)> All { get; } =
    [
        ("not trusted", (relay, known) => relay.Certificate = known.Untrusted),
        ("of another name", (relay, known) => relay.Certificate = known.OtherName),
        ("expired", (relay, known) => relay.Certificate = known.Expired),
        ("handshake broken off", (relay, _) => relay.Line = Line.BrokenHandshake),
        ("no TLS at all", (relay, _) => relay.Line = Line.PlainText),
    ];

    /// <summary>Every failure of every system.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        await using var world = await FaultWorld.StartAsync();
        foreach (var (name, _) in All)
            report.Add(await RunAsync(world, name));
    }

    /// <summary>One failure, at one system after the other, with every route under way.</summary>
    public static async Task<FaultRow> RunAsync(FaultWorld world, string name)
    {
        var clock = Stopwatch.StartNew();
        var begin = All.Single(one => one.Name == name).Begin;
        await world.Sandbox.ResetAsync();
        using var certificates = new Certificates();
        var trusted = world.FileNamed("trusted.pem");
        await File.WriteAllTextAsync(trusted, certificates.Trusted);
        var relays = Systems.ToDictionary(system => system, _ => new Relay(world.Sandbox.Address, certificates.Good));
        var app = await world.StartAppAsync(settings: Settings(relays), environment: new() { ["SSL_CERT_FILE"] = trusted });
        var cases = new List<CaseUnderTest>();
        var findings = new List<Finding>();
        foreach (var (system, relay) in relays)
        {
            var now = new List<CaseUnderTest>();
            foreach (var route in RouteCase.All)
                now.Add(await world.OpenAsync(route));
            cases.AddRange(now);
            var going = now.Select(one => app.GoAsync(one.Number)).ToList();
            var met = 0;
            for (var time = 0; time < Breaks; time++)
                met += await BreakAsync(relay, () => begin(relay, certificates), certificates, going, isFirst: time is 0);
            await Task.WhenAll(going);
            if (met is 0)
                findings.Add(new Finding(Harm.Broken, null, $"{system} was never called while its certificate was {name}"));
        }

        var ended = await KillCells.EndAsync(app, cases);
        findings.AddRange(await FaultCheck.LookAsync(world, cases, ended));
        foreach (var relay in relays.Values)
            await relay.DisposeAsync();
        return new FaultRow($"TLS: {name}", cases.Count, cases.Count, FaultRow.Persons(ended.Values), findings, clock.Elapsed);
    }

    // Something goes well in between, so that each break meets the cases at another place. How many calls it met: the first
    // lasts until it meets one, as long as anybody might call.
    private static async Task<int> BreakAsync(
        Relay relay, Action begin, Certificates certificates, IReadOnlyCollection<Task> going, bool isFirst)
    {
        var before = relay.Calls;
        if (!isFirst)
            await CalledAsync();
        begin();
        before = relay.Calls;
        relay.Hangup();
        await Task.Delay(Lasts);
        if (isFirst)
            await CalledAsync();
        (relay.Line, relay.Certificate) = (Line.Open, certificates.Good);
        return relay.Calls - before;

        Task CalledAsync() => Waiting.ForAsync("a call", () => relay.Calls > before || going.All(one => one.IsCompleted));
    }

    private static Dictionary<string, string> Settings(Dictionary<string, Relay> relays) => new(
        relays.Select(
            one => KeyValuePair.Create(
                $"{one.Key}:BaseAddress", new Uri(one.Value.Address, one.Key.ToLowerInvariant()).AbsoluteUri)))
    {
        ["Umbrella:ApiKey"] = "demo-umbrella-sleutel",
        ["Viewpoint:ApiKey"] = "demo-viewpoint-sleutel",
        ["Postex:Token"] = "demo-postex-token",
        ["Postex:GeneratorId"] = "263",
    };
}
