using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Background;

/// <summary>The journal, of which what goes wrong with a case has its line in the log once it is on disk.</summary>
internal sealed class ObservedJournal(ToldJournal journal, TroubleLog troubles) : ICaseJournal
{
    public Task<OpenedCase> OpenAsync(
        ActivationRequest request, Actor actor, string? intakeKey, CancellationToken cancellation) =>
        journal.OpenAsync(request, actor, intakeKey, cancellation);

    public Task<ActivationCase?> LoadAsync(CaseNumber number, CancellationToken cancellation) =>
        journal.LoadAsync(number, cancellation);

    public async Task<(AppendOutcome Outcome, ActivationCase Case)> AppendAsync(
        ActivationCase after, IReadOnlyList<CaseEvent> events, Actor actor, TenantClaim? claim, CancellationToken cancellation)
    {
        var (outcome, appended) = await journal.AppendAsync(after, events, actor, claim, cancellation);
        if (outcome is AppendOutcome.Appended)
            troubles.Tell(after, appended, events);
        return (outcome, appended);
    }
}
