using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ActivationWizard.App.Background;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>
/// The whole app in this process, a real server on a free port of loopback, with simulators. A demonstration has its seeded
/// requests as soon as it is constructed. In a class that shares one, each test takes a request that no other test takes.
/// </summary>
public sealed class TestApp : WebApplicationFactory<Program>
{
    private readonly AppOptions _options;
    private readonly TemporaryFolder? _ownFolder;
    private readonly SandboxServer? _ownSandbox;
    private readonly HttpClient _http = new();
    private IReadOnlyList<BackgroundService> _works = [];
    private bool _isOver;

    /// <summary>A demonstration that starts for the first time.</summary>
    public TestApp() : this(new AppOptions()) { }

    internal TestApp(AppOptions options)
    {
        _options = options;
        _ownFolder = options is { Folder: null, Beside: null } ? new() : null;
        DataFolder = options.Folder ?? options.Beside?.DataFolder ?? _ownFolder!.Path;
        // Not the app's own: those know no other clock than that of this machine.
        Sandbox = options.Beside?.Sandbox ?? (_ownSandbox = Simulators(options, DataFolder));
        UseKestrel();
        StartServer();
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>Where it keeps what it keeps.</summary>
    public string DataFolder { get; }

    /// <summary>The simulators it speaks to, with their ledger.</summary>
    public SandboxServer Sandbox { get; }

    /// <summary>What it logged.</summary>
    public FakeLogCollector Log => Services.GetFakeLogCollector();

    public CaseQueries Queries => Services.GetRequiredService<CaseQueries>();

    /// <summary>The wizard as it runs in this app.</summary>
    internal WizardProcess Runner => WizardProcess.Of(Services);

    /// <summary>A new browser, so to say: no cookies yet.</summary>
    public Visitor Visitor() => new(Address);

    /// <summary>The desk at which this person sits.</summary>
    public CaseDesk DeskOf(Actor actor) => new(
        CurrentOf(actor), Services.GetRequiredService<AnswerHandler>(), Services.GetRequiredService<ICaseJournal>(),
        Services.GetRequiredService<RequestIntake>(), Queries, Services.GetRequiredService<WaitingCases>());

    /// <summary>The cases that this person is let in to, in one window.</summary>
    public AdmittedCases AdmittedOf(Actor actor) => new(CurrentOf(actor), Services.GetRequiredService<CaseAdmission>());

    /// <summary>This person, signed in.</summary>
    public static CurrentActor CurrentOf(Actor actor) => new(new SignedIn(actor), new OpenDoor());

    /// <summary>The number of a seeded request's case, by the name on it.</summary>
    public async Task<CaseNumber> NumberOfAsync(string name)
    {
        var open = await Queries.WorkListAsync(DemoPeople.Els, WorkListFilter.All, default);
        if (open.FirstOrDefault(one => one.Name == name) is { } found)
            return found.Number;
        var finished = await Services.GetRequiredService<FinishedCases>().PageAsync(DemoPeople.Els, name, null, 25, default);
        return finished.Cases.First(one => one.Name == name).Number;
    }

    /// <summary>The case of a seeded request, by the name on it.</summary>
    public async Task<ActivationCase> CaseOfAsync(string name) => await CaseAsync(await NumberOfAsync(name));

    /// <summary>The case as its journal has it now.</summary>
    public async Task<ActivationCase> CaseAsync(CaseNumber number) => (await Runner.LoadAsync(number, default))!;

    /// <summary>The case once it is as asked.</summary>
    public Task<ActivationCase> UntilAsync(CaseNumber number, Func<ActivationCase, bool> isSo) => Waiting.ForAsync(
        $"case {number}", () => CaseAsync(number), isSo, last => $"{last.State} {last.Hold} {last.Trouble}");

    /// <summary>What the systems really did for a case, in order.</summary>
    public IReadOnlyList<LedgerEntry> LedgerOf(ActivationCase activation) => [.. Sandbox.Ledger
        .Where(entry => entry.IdempotencyKey?.Contains(activation.Number.ToString(), StringComparison.Ordinal) is true)];

    /// <summary>The mails that the Wonen mailbox sent for a case, as they are in the data folder.</summary>
    public IReadOnlyList<string> MailsOf(ActivationCase activation) => [.. Directory
        .EnumerateFiles(DataFolder, "*.eml", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file).Contains(activation.Number.ToString(), StringComparison.Ordinal))
        .Select(File.ReadAllText)];

    /// <summary>Something is put right, or goes wrong, at the source.</summary>
    public async Task ChangeAsync(object change)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(Sandbox.Control, "change"), change);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    /// <summary>What the simulators hold, as <c>/_sandbox/state</c> shows it.</summary>
    public async Task<JsonNode> StateAsync(string path) =>
        (await _http.GetFromJsonAsync<JsonNode>(new Uri(Sandbox.Control, $"state/{path}")))!;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Urls", "http://127.0.0.1:0");
        builder.UseSetting("Installation:DataFolder", DataFolder);
        // A production that is told of simulators does not start.
        if (_options.Settings.GetValueOrDefault("Installation:Mode", "Demo") is "Demo")
            builder.UseSetting("Sandbox:Address", new Uri(Sandbox.Control, "/").AbsoluteUri);
        foreach (var (key, value) in _options.Settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.AddFakeLogging());
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(_options.Clock);
            services.AddSingleton<IHostLifetime, NoSignals>();
            if (_options.HasLearnt)
                services.AddHostedService<LearntBefore>();
            _options.Replace(services);
        });
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        _works = [.. host.Services.GetServices<IHostedService>().OfType<BackgroundService>()];
        return host;
    }

    /// <summary>Stops it. Twice is as once.</summary>
    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isOver, true))
            return;
        await base.DisposeAsync();
        // A host that lost its patience goes without what still notes where it was.
        await Task.WhenAll(_works.Select(work => work.ExecuteTask ?? Task.CompletedTask))
            .ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(Waiting.Limit);
        _http.Dispose();
        if (_ownSandbox is not null)
            await _ownSandbox.DisposeAsync();
        _ownFolder?.Dispose();
    }

    // With the folder they are there again after a restart, as those of a demonstration are.
    private static SandboxServer Simulators(AppOptions options, string dataFolder)
    {
        var sandbox = new SandboxOptions
        {
            StateFile = options.Folder is { } folder ? Path.Combine(folder, "sandbox.json") : null,
            Mailbox = new() { FilesFolder = Path.Combine(dataFolder, "mail") },
        };
        return SandboxServer.StartAsync(sandbox, options.Clock).GetAwaiter().GetResult();
    }

    // The signals of this process are for the test run. The factory leaves an app on Kestrel its own ear for them: one SIGTERM
    // would stop every app and not the run, and an app that still starts would fail as cancelled.
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class SignedIn(Actor actor) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync()
        {
            var person = ActorClaims.ToPrincipal(actor, "test");
            ActorClaims.AddSession(person, Guid.NewGuid());
            return Task.FromResult(new AuthenticationState(person));
        }
    }
}
