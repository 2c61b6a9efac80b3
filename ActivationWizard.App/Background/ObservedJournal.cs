using ActivationWizard.App.Telemetry;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Background;

/// <summary>
/// The journal, of which each write is a step of a trace and is counted once it is on disk, and what went wrong with a case has
/// its line in the log.
/// </summary>
internal sealed class ObservedJournal(ToldJournal journal, TroubleLog troubles, CaseMeter meter) : ICaseJournal
{
    public async Task<OpenedCase> OpenAsync(
        ActivationRequest request, Actor actor, string? intakeKey, CancellationToken cancellation)
    {
        using var step = Tracing.Step("journal open", "");
        var opened = await journal.OpenAsync(request, actor, intakeKey, cancellation);
        step?.SetTag(Tracing.Case, $"{opened.Number}");
        return opened;
    }

    public async Task<(ActivationCase? Opened, ActivationCase Ended)> ReopenAsync(
        ActivationCase ended, ActivationRequest request, string reason, Actor actor, CancellationToken cancellation)
    {
        using var step = Tracing.Step("journal reopen", $"{ended.Number}");
        return await journal.ReopenAsync(ended, request, reason, actor, cancellation);
    }

    public Task<ActivationCase?> LoadAsync(CaseNumber number, CancellationToken cancellation) =>
        journal.LoadAsync(number, cancellation);

    public async Task<(AppendOutcome Outcome, ActivationCase Case)> AppendAsync(
        ActivationCase after, IReadOnlyList<CaseEvent> events, Actor actor, TenantClaim? claim, CancellationToken cancellation)
    {
        using var step = Tracing.Step("journal append", $"{after.Number}");
        var (outcome, appended) = await journal.AppendAsync(after, events, actor, claim, cancellation);
        step?.SetTag(Tracing.Outcome, $"{outcome}")
            .SetTag(Tracing.Events, string.Join(' ', events.Select(one => one.GetType().Name)));
        if (outcome is AppendOutcome.Fenced)
            meter.Fenced();
        if (outcome is not AppendOutcome.Appended)
            return (outcome, appended);
        meter.Appended(after, appended, events);
        troubles.Tell(after, appended, events);
        return (outcome, appended);
    }
}
