using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteSealedRightsTests() : SealedRightsTests(JournalProvider.Sqlite, null);

public sealed class PostgresSealedRightsTests(PostgresServer postgres) : SealedRightsTests(JournalProvider.Postgres, postgres);

/// <summary>
/// What somebody may see follows from the events, which are sealed: with another name in the column of the handler nobody comes
/// to see a case that was not theirs.
/// </summary>
public abstract class SealedRightsTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    [Fact]
    public async Task Replay_AnotherHandlerInTheSummary_ShowsNothingAndWritesNothing()
    {
        var finished = await FinishAsync();
        await Host.Get<CaseComments>().AddAsync(
            finished.Number, 3, CommentKind.Discuss, "Goed gezien", DemoPeople.Els, Cancellation);
        await Host.MeddleAsync($"UPDATE \"Summaries\" SET \"HandlerId\" = '{DemoPeople.Tom.Id}', \"HandlerName\" = 'Tom'");

        Assert.Null(await Host.Finished.ReplayAsync(finished.Number, DemoPeople.Tom, Cancellation));
        Assert.Null(await Host.Finished.FollowAsync(finished.Number, DemoPeople.Tom, Cancellation));
        Assert.Empty(await Host.Get<CaseComments>().OfAsync(finished.Number, DemoPeople.Tom, Cancellation));
        Assert.Empty(await Host.Get<CaseAccesses>().OfAsync(finished.Number, DemoPeople.Tom, Cancellation));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Host.Get<CaseComments>().AddAsync(
            finished.Number, 3, CommentKind.Discuss, "Van Tom", DemoPeople.Tom, Cancellation));
        Assert.Empty(await Host.Get<CaseAccesses>().OfAsync(finished.Number, DemoPeople.Els, Cancellation));

        // Whose case it was still sees it.
        Assert.NotNull(await Host.Finished.ReplayAsync(finished.Number, DemoPeople.Sanne, Cancellation));
        Assert.Single(await Host.Get<CaseComments>().OfAsync(finished.Number, DemoPeople.Sanne, Cancellation));
    }

    [Fact]
    public async Task Replay_ACaseThatIsNotThere_IsNothing() =>
        Assert.Null(await Host.Finished.ReplayAsync(CaseNumber.Of(2026, 77), DemoPeople.Els, Cancellation));

    [Fact]
    public async Task Draft_AnotherHandlerInTheSummary_IsNotKept()
    {
        var taken = await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken());
        await Host.MeddleAsync($"UPDATE \"Summaries\" SET \"HandlerId\" = '{DemoPeople.Tom.Id}'");

        var fields = new Dictionary<string, string> { ["reden"] = "van Tom" };
        var drafts = Host.Get<CaseDrafts>();
        Assert.Null(await drafts.KeepAsync(taken.Number, taken.Question, fields, DemoPeople.Tom, Cancellation));
        Assert.NotNull(await drafts.KeepAsync(taken.Number, taken.Question, fields, DemoPeople.Sanne, Cancellation));
    }

    [Fact]
    public async Task Employees_AHandlerThatNoEventKnows_IsNobodyToGiveACaseTo()
    {
        await FinishAsync(handler: DemoPeople.Sanne);
        var changed = await FinishAsync(handler: DemoPeople.Tom);
        await Host.MeddleAsync(
            $"UPDATE \"Summaries\" SET \"HandlerId\" = 'mallory' WHERE \"Case\" = {CaseKey.Of(changed.Number)}");

        var known = await Host.Get<KnownEmployees>().AllAsync(DemoPeople.Els, Cancellation);

        // Who it was by the events is known by that case still.
        Assert.Equal([DemoPeople.Sanne, DemoPeople.Tom], known.OrderBy(one => one.Id));
    }
}
