using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.WorkList;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.StandardReplies;

namespace ActivationWizard.App.Morning;

/// <summary>All of the team lead's first page.</summary>
/// <param name="View">What is open.</param>
/// <param name="Skips">Who gave the skipped ones back, and why.</param>
/// <param name="Mistakes">What was reported and not settled yet, the oldest first.</param>
/// <param name="Missing">The standard replies that cannot be made.</param>
public sealed record MorningReport(
    MorningView View,
    IReadOnlyDictionary<CaseNumber, Skip> Skips,
    IReadOnlyList<ReportedMistake> Mistakes,
    IReadOnlyList<BrokenTemplate> Missing);

/// <summary>Reads the team lead's first page. Throws <see cref="UnauthorizedAccessException"/> for anybody else.</summary>
public sealed class MorningReader(
    CurrentActor current, WorkListReader list, ReportedMistakes mistakes, IStandardReplies templates, WorkSettings work,
    TimeProvider time)
{
    private MorningReport? _last;
    private DateTimeOffset _templatesAt;

    /// <summary>Within how many working days a request is to be handled.</summary>
    public int Term => work.TermWorkingDays;

    /// <summary>
    /// The page as the feed tells it, or as it is now when nothing was told; a broken template is noticed within a minute.
    /// </summary>
    public async Task<MorningReport> ReadAsync(FeedView? told)
    {
        var actor = await current.GetAsync();
        actor.Demand(Operation.SeeMorning);
        var now = time.GetUtcNow();
        var read = told is null
            ? await list.ReadAsync(WorkListFilter.All, CancellationToken.None) : await list.ReadAsync(WorkListFilter.All, told);
        var view = MorningView.Of(read.Cases, actor, summary => work.IsLate(summary.ReceivedAt, now));
        var isOld = _last is null || now - _templatesAt >= TimeSpan.FromMinutes(1);
        if (isOld)
            _templatesAt = now;
        return _last = new MorningReport(
            view,
            await list.SkipsAsync(view.Skipped.Take(MorningWords.MostShown), CancellationToken.None),
            await mistakes.ReadAsync(actor, CancellationToken.None),
            isOld ? await templates.BrokenAsync(CancellationToken.None) : _last!.Missing);
    }
}
