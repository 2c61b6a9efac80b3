using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Kit.Journal;

/// <summary>A test of the journal on one of the two databases; each class of tests has a derived one for either.</summary>
public abstract class JournalTests(JournalProvider provider, PostgresServer? postgres) : IAsyncLifetime
{
    private JournalHost? _host;

    protected JournalHost Host => _host!;

    protected ICaseJournal Journal => Host.Journal;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await JournalHost.StartAsync(provider, postgres);

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_host is not null)
            await _host.DisposeAsync();
    }

    /// <summary>Opens a case and gives it as it is.</summary>
    protected async Task<ActivationCase> OpenAsync(ActivationRequest? request = null, string? intakeKey = null)
    {
        var number = (await Journal.OpenAsync(request ?? Story.Request(), Actor.Wizard, intakeKey, Cancellation)).Number;
        return await LoadAsync(number);
    }

    /// <summary>The case as its journal has it.</summary>
    protected async Task<ActivationCase> LoadAsync(CaseNumber number) =>
        (await Journal.LoadAsync(number, Cancellation))!;

    /// <summary>Appends, which must succeed.</summary>
    protected async Task<ActivationCase> AppendAsync(ActivationCase activation, Actor actor, params CaseEvent[] events)
    {
        var (outcome, after) = await Journal.AppendAsync(activation, events, actor, null, Cancellation);
        Assert.Equal(AppendOutcome.Appended, outcome);
        return after;
    }

    /// <summary>Opens a case and lets it happen up to its end.</summary>
    protected async Task<ActivationCase> FinishAsync(ActivationRequest? request = null, Actor? handler = null)
    {
        var activation = await OpenAsync(request);
        foreach (var (actor, fact) in Story.ToTheEnd(activation.Number, handler ?? DemoPeople.Sanne))
            activation = await AppendAsync(activation, actor, fact);
        return activation;
    }
}
