using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Background;

/// <summary>
/// The journal, of which every write is told to the pages of this process and to other instances as soon as it is on disk, and
/// remembered for the note of how far it is.
/// </summary>
internal sealed class ToldJournal(
    CaseJournal journal, CaseFeed feed, IJournalNews news, RecentHeads heads, CheckpointWork checkpoints) : ICaseJournal
{
    public async Task<OpenedCase> OpenAsync(
        ActivationRequest request, Actor actor, string? intakeKey, CancellationToken cancellation)
    {
        var opened = await journal.OpenAsync(request, actor, intakeKey, cancellation);
        if (opened is { IsNew: true, Case: { } activation })
            Wrote(activation);
        return opened;
    }

    public async Task<ActivationCase?> LoadAsync(CaseNumber number, CancellationToken cancellation)
    {
        var loaded = await journal.LoadAsync(number, cancellation);
        if (loaded is null || !heads.AreBeyond(loaded))
            return loaded;
        // Written to meanwhile, or the database went back: then nothing goes on before the open cases know.
        await checkpoints.NoteAsync(cancellation);
        return await journal.LoadAsync(number, cancellation);
    }

    public async Task<(AppendOutcome Outcome, ActivationCase Case)> AppendAsync(
        ActivationCase after, IReadOnlyList<CaseEvent> events, Actor actor, TenantClaim? claim, CancellationToken cancellation)
    {
        var (outcome, appended) = await journal.AppendAsync(after, events, actor, claim, cancellation);
        if (outcome is not AppendOutcome.Appended)
            return (outcome, appended);
        Wrote(appended);
        // What a person did is in another's inbox at once, and not with the next look.
        if (actor.Role is not Role.Machine)
            feed.Wake();
        return (outcome, appended);
    }

    private void Wrote(ActivationCase activation)
    {
        heads.Wrote(activation);
        feed.Wrote(activation);
        news.Tell();
    }
}
