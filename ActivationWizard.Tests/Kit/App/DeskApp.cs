using System.Security.Claims;
using ActivationWizard.App.Background;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>
/// The app as a demonstration starts it: its own simulators, its seeded requests, a real server. A folder can be started again.
/// </summary>
internal sealed class DeskApp : WebApplicationFactory<Program>
{
    private readonly string _folder;
    private readonly Action<IServiceCollection> _replace;
    private readonly (string Key, string Value)[] _settings;

    public DeskApp(string folder, Action<IServiceCollection>? replace = null, params (string Key, string Value)[] settings)
    {
        (_folder, _replace, _settings) = (folder, replace ?? (_ => { }), settings);
        UseKestrel();
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>The wizard as it runs in this app.</summary>
    internal WizardProcess Runner => WizardProcess.Of(Services);

    public CaseQueries Queries => Services.GetRequiredService<CaseQueries>();

    public SandboxServer Sandbox => Services.GetRequiredService<SandboxServer>();

    public FakeLogCollector Log => Services.GetFakeLogCollector();

    public Visitor Visitor() => new(Address);

    /// <summary>The desk at which this person sits.</summary>
    public CaseDesk DeskOf(Actor actor) => new(
        Signed(actor), Services.GetRequiredService<AnswerHandler>(), Services.GetRequiredService<ICaseJournal>(),
        Services.GetRequiredService<RequestIntake>(), Queries, Services.GetRequiredService<WaitingCases>());

    /// <summary>This person, signed in.</summary>
    public static CurrentActor Signed(Actor actor) => new(new SignedIn(actor));

    /// <summary>The number of the seeded request with this name.</summary>
    public async Task<CaseNumber> NumberOfAsync(string name) =>
        (await Queries.WorkListAsync(DemoPeople.Sanne, WorkListFilter.All, CancellationToken.None))
            .Single(one => one.Name == name).Number;

    /// <summary>The case once it is as asked.</summary>
    public Task<ActivationCase> UntilAsync(CaseNumber number, Func<ActivationCase, bool> isSo) => Waiting.ForAsync(
        $"case {number}", async () => (await Runner.LoadAsync(number, default))!, isSo,
        last => $"{last.State} {last.Hold} {last.Trouble}");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Urls", "http://127.0.0.1:0");
        builder.UseSetting("Installation:DataFolder", _folder);
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.AddFakeLogging());
        builder.ConfigureTestServices(_replace);
    }

    private sealed class SignedIn(Actor actor) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(ActorClaims.ToPrincipal(actor, "test"))));
    }
}
