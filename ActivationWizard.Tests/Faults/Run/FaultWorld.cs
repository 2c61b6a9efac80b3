using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using ActivationWizard.App;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>
/// A town of simulators, a data folder, and the app that works on it: each a process of its own, so that the app can be killed
/// and started again while everything else lives on.
/// </summary>
internal sealed class FaultWorld : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _settings;
    private readonly FaultWorld? _beside;
    private AppPeer? _app;
    private int _tenants;
    private int _requests;

    private FaultWorld(
        SandboxPeer sandbox, Dictionary<string, string> settings, ConcurrentQueue<string> log, FaultWorld? beside = null)
    {
        (Sandbox, _settings, Log, _beside) = (sandbox, settings, log, beside);
        // Residents of several worlds live in one town.
        _tenants = beside is null ? 0 : beside._tenants + 1000;
        Directory.CreateDirectory(DataFolder);
    }

    public SandboxPeer Sandbox { get; private set; }

    /// <summary>Everything both processes wrote, in all their lives.</summary>
    public ConcurrentQueue<string> Log { get; }

    /// <summary>The app that runs now.</summary>
    public AppPeer App => _app ?? throw new InvalidOperationException("The app does not run.");

    /// <summary>
    /// The files of the mails that left for a case: the simulators write them, and an earlier version of the app did so itself.
    /// </summary>
    public IEnumerable<string> MailsOf(string number) => new[] { SandboxFolder, DataFolder }
        .Select(folder => Path.Combine(folder, "mail"))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, $"*{number}*.eml"));

    public string DataFolder => _folder["data"];

    /// <summary>The tests whose host is the next app: this version's, or another's.</summary>
    public string Program { get; set; } = typeof(FaultHost).Assembly.Location;

    /// <summary>How far the app's clock is ahead of everybody else's, at most.</summary>
    public TimeSpan ClockAhead { get; set; }

    /// <summary>A file that no store of the app or of the simulators is in.</summary>
    public string FileNamed(string name) => _folder[name];

    /// <summary>The settings of the journal, for who reads it from outside.</summary>
    public IReadOnlyDictionary<string, string> Settings => _settings;

    /// <summary>Starts the simulators; the app is not started yet.</summary>
    public static async Task<FaultWorld> StartAsync(
        Dictionary<string, string>? settings = null, Dictionary<string, string>? sandbox = null)
    {
        var log = new ConcurrentQueue<string>();
        var folder = Directory.CreateTempSubdirectory("aw-").FullName;
        var peer = await SandboxPeer.StartAsync(folder, sandbox ?? [], log);
        return new FaultWorld(peer, settings ?? [], log) { SandboxFolder = folder };
    }

    /// <summary>A second installation, with a data folder of its own, on the same simulators; ends before the first.</summary>
    public FaultWorld Beside() => new(Sandbox, _settings, Log, this) { SandboxFolder = SandboxFolder };

    /// <summary>Where the simulators keep their state.</summary>
    public required string SandboxFolder { get; init; }

    /// <summary>Starts the app; what is armed is armed before its first line runs.</summary>
    public async Task<AppPeer> StartAppAsync(
        IReadOnlyList<ArmedPoint>? armed = null, Mistake mistake = Mistake.None, Dictionary<string, string>? settings = null,
        Dictionary<string, string>? environment = null)
    {
        await EndAppAsync();
        return _app = await AnotherAppAsync(armed, mistake, settings, environment);
    }

    /// <summary>Ends the app, as SIGKILL does.</summary>
    public async Task EndAppAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>
    /// One more instance on the same data, with settings of its own over those of the world; the caller ends it.
    /// </summary>
    public Task<AppPeer> AnotherAppAsync(
        IReadOnlyList<ArmedPoint>? armed = null, Mistake mistake = Mistake.None, Dictionary<string, string>? settings = null,
        Dictionary<string, string>? environment = null)
    {
        File.Delete(Arrivals);
        var all = new Dictionary<string, string>(FaultSettings.OfApp)
        {
            ["Sandbox:Address"] = Sandbox.Address.AbsoluteUri.TrimEnd('/'),
            [FaultHostSettings.Arrivals] = Arrivals,
            [FaultHostSettings.Mistake] = mistake.ToString(),
        };
        if (armed is { Count: > 0 })
            File.WriteAllText(all[FaultHostSettings.Plan] = _folder["plan.json"], JsonSerializer.Serialize(armed));
        foreach (var (key, value) in _settings.Concat(settings ?? []))
            all[key] = value;
        return AppPeer.StartAsync(Program, all, DataFolder, Log, environment ?? []);
    }

    /// <summary>Copies the journal as it is now, as an operator does.</summary>
    public Task BackUpAsync(string name) => CommandAsync("--backup", _folder[name]);

    /// <summary>
    /// Puts a copy of the journal back, as an operator does, or with its files put in place by hand, under the note of how far it
    /// was. The app must not run; mails and the systems stay as they are.
    /// </summary>
    public async Task RestoreAsync(string name, bool byHand)
    {
        foreach (var file in Directory.EnumerateFiles(DataFolder, "*.db*").ToList())
            File.Delete(file);
        if (byHand)
        {
            foreach (var file in Directory.EnumerateFiles(_folder[name]))
                File.Copy(file, Path.Combine(DataFolder, Path.GetFileName(file)));
            return;
        }

        File.Delete(Path.Combine(DataFolder, "checkpoint.json"));
        await CommandAsync("--restore", _folder[name]);
    }

    private async Task CommandAsync(params string[] args)
    {
        await using var output = new StringWriter();
        var code = await CommandLine.RunAsync(
            [.. args, $"--Installation:DataFolder={DataFolder}"], _ => throw new InvalidOperationException("It serves."), output,
            new CommandErrors(output));
        if (code is not 0)
            throw new InvalidOperationException($"{args[0]}: {code}: {output}");
    }

    /// <summary>Waits until the app has killed itself; the cases that stood at their boundary.</summary>
    public async Task<IReadOnlySet<string>> DeathAsync()
    {
        await App.Process.EndsAsync();
        return File.Exists(Arrivals) ? (await File.ReadAllLinesAsync(Arrivals)).ToHashSet() : [];
    }

    /// <summary>A new resident for this route.</summary>
    public Task<Tenant> SettleAsync(RouteCase route) => Tenant.SettleAsync(Sandbox, route.Seed, NextNumber());

    /// <summary>A new resident for this route asks: a case that nobody has taken yet.</summary>
    public async Task<CaseUnderTest> OpenAsync(RouteCase route) => await OpenAsync(route, await SettleAsync(route));

    /// <summary>A resident asks, for the first time or again.</summary>
    public async Task<CaseUnderTest> OpenAsync(RouteCase route, Tenant tenant, AppPeer? app = null) =>
        new(route, tenant, await (app ?? App).AskAsync(tenant, NextRequest()));

    /// <summary>The key under which the website sends a request, and sends it again when it heard nothing.</summary>
    public string NextRequest() => $"run-{Interlocked.Increment(ref _requests)}";

    /// <summary>How many effects the systems have carried out.</summary>
    public async Task<int> EffectsAsync() => (await Sandbox.LedgerAsync()).Count;

    /// <summary>
    /// Waits for the middle of what is going on: the systems have carried out so many effects, or nothing goes on any more.
    /// </summary>
    public Task UntilAsync(int effects, IReadOnlyCollection<Task> going) => Waiting.ForAsync(
        $"{effects} effects", EffectsAsync, now => now >= effects || going.All(one => one.IsCompleted), now => $"{now}");

    /// <summary>Starts the simulators again, after their end, on the same address and state.</summary>
    public async Task StartSandboxAsync() => Sandbox = await SandboxPeer.StartAsync(
        SandboxFolder, new() { ["Sandbox:Port"] = $"{Sandbox.Address.Port}" }, Log);

    public async ValueTask DisposeAsync()
    {
        await EndAppAsync();
        _folder.Dispose();
        if (_beside is not null)
            return;
        await Sandbox.DisposeAsync();
        Directory.Delete(SandboxFolder, recursive: true);
    }

    private string Arrivals => _folder["arrivals"];

    // No nine but the first digit: no number is part of another one's ids.
    private string NextNumber()
    {
        var (left, digits) = (Interlocked.Increment(ref _tenants), "");
        for (var place = 0; place < 5; place++, left /= 9)
            digits = (left % 9).ToString(CultureInfo.InvariantCulture) + digits;
        return "9" + digits;
    }
}

/// <summary>A case, whose it is, and the route it should take.</summary>
internal sealed record CaseUnderTest(RouteCase Route, Tenant Tenant, string Number)
{
    /// <summary>
    /// By these a call is known to be about this case: the numbers, the address, what only this name ends with.
    /// </summary>
    public string[] About => [Number, .. Tenant.About];
}
