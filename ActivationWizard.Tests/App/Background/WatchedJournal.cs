using ActivationWizard.App.Journal.Events;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Background;

/// <summary>The journal of an app, in which a test can hold or break what is done with a case.</summary>
internal sealed class WatchedJournal : ICaseJournal
{
    private CaseJournal _inner = null!;

    /// <summary>Comes before a case is read.</summary>
    public Action<CaseNumber> Reading { get; set; } = _ => { };

    /// <summary>Comes before a case is written, which waits for it; it is given the case as it is until then.</summary>
    public Func<ActivationCase, Task> Writing { get; set; } = _ => Task.CompletedTask;

    /// <summary>An app that has this journal.</summary>
    public TestApp Start() => new(new()
    {
        Replace = services => services.AddSingleton<ICaseJournal>(provider =>
        {
            _inner = provider.GetRequiredService<CaseJournal>();
            return this;
        }),
    });

    public Task<OpenedCase> OpenAsync(
        ActivationRequest request, Actor actor, string? intakeKey, CancellationToken cancellation) =>
        _inner.OpenAsync(request, actor, intakeKey, cancellation);

    public Task<(ActivationCase? Opened, ActivationCase Ended)> ReopenAsync(
        ActivationCase ended, ActivationRequest request, string reason, Actor actor, CancellationToken cancellation) =>
        _inner.ReopenAsync(ended, request, reason, actor, cancellation);

    public Task<ActivationCase?> LoadAsync(CaseNumber number, CancellationToken cancellation)
    {
        Reading(number);
        return _inner.LoadAsync(number, cancellation);
    }

    public async Task<(AppendOutcome Outcome, ActivationCase Case)> AppendAsync(
        ActivationCase after,
        IReadOnlyList<CaseEvent> events,
        Actor actor,
        TenantClaim? claim,
        CancellationToken cancellation)
    {
        await Writing(after);
        return await _inner.AppendAsync(after, events, actor, claim, cancellation);
    }
}
