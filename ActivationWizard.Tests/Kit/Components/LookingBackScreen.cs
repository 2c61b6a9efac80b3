using ActivationWizard.App.Background;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Replay;
using ActivationWizard.App.Rules;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Kit.Components;

/// <summary>The pages that look back, over a real journal, with the systems that can be asked what they say now.</summary>
public abstract class LookingBackScreen : Screen, IAsyncLifetime
{
    private JournalHost? _host;

    protected JournalHost Host => _host!;

    protected static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    /// <summary>The systems as they are now.</summary>
    internal World World { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _host = await JournalHost.StartAsync(JournalProvider.Sqlite, null);
        Host.Clock.SetUtcNow(Clock.GetUtcNow());
        Services.AddSingleton(Host.Finished).AddSingleton(Host.Queries).AddSingleton(Host.Get<IOpenCases>());
        Services.AddSingleton(Host.Get<CaseComments>())
            .AddSingleton(Host.Get<CaseReviews>()).AddSingleton(Host.Get<ReviewLists>())
            .AddSingleton(Host.Get<CaseAccesses>()).AddSingleton(Host.Get<Overviews>());
        Services.AddSingleton(new FactsNow(
            new FactGathering(World.Viewpoint, World.Umbrella, World.Postex, World.Journal, World.Settings, World.Clock),
            Host.Finished));
        By(DecisionTable.Current);
    }

    public new async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await Host.DisposeAsync();
    }

    /// <summary>From here on these are the rules of today.</summary>
    protected void By(DecisionTable rules)
    {
        Services.AddSingleton(rules);
        Services.AddSingleton(new TodaysRules(Host.Finished, new Judgement(rules, World.Settings)));
    }

    /// <summary>The desk at which this person answers cases of the journal; nobody goes on with them.</summary>
    protected CaseDesk DeskOf(CurrentActor person)
    {
        var answers = new AnswerHandler(
            Host.Journal, new TenantGuard(Host.Journal, Host.Leases), new TypedCodes(World.Umbrella, Sample.Settings),
            Sample.Settings, Clock);
        return new(person, answers, Host.Journal, null!, Host.Queries, new WaitingCases(Clock));
    }

    /// <summary>This person is signed in.</summary>
    protected void SignIn(Actor person) => Services.AddSingleton<AuthenticationStateProvider>(new SignedIn(person));

    /// <summary>A case as <see cref="Story"/> tells it.</summary>
    protected Task<CaseNumber> FinishAsync() =>
        Host.Journal.TellAsync(Story.Request(), number => Story.ToTheEnd(number, DemoPeople.Sanne));

    /// <summary>A case that the real runner wrote in the <see cref="World"/>, in this journal.</summary>
    private protected Task<CaseNumber> TakeInAsync(ActivationCase told) => Host.Journal.TellAsync(
        told.Request, _ => World.Journal.Of(told.Number).Skip(1).Select(entry => (entry.Actor, entry.Event)));

    private sealed class SignedIn(Actor actor) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(ActorClaims.ToPrincipal(actor, "test")));
    }
}
