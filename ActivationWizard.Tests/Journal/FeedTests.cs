using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteFeedTests() : FeedTests(JournalProvider.Sqlite, null);

public sealed class PostgresFeedTests(PostgresServer postgres) : FeedTests(JournalProvider.Postgres, postgres);

/// <summary>
/// What another instance wrote is seen by the next look, whatever its clock says and whenever its commit shows.
/// </summary>
public abstract class FeedTests : JournalTests
{
    private readonly CommandCount _count;

    protected FeedTests(JournalProvider provider, PostgresServer? postgres)
        : base(provider, postgres) => _count = new CommandCount(command => Host is { } host && CommandCount.IsOf(host, command));

    [Fact]
    public async Task LookAsync_NothingChanged_IsAQueryOfCasesOneOfMessagesAndOneOfInboxes()
    {
        await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken());
        using var feed = NewFeed();
        await feed.LookAsync(Cancellation);
        _count.Restart();

        await feed.LookAsync(Cancellation);

        Assert.Equal(3, _count.Sent);
    }

    [Fact]
    public async Task LookAsync_OneCaseChanged_IsOneQueryMoreAndTheCaseAsItIs()
    {
        var opened = await OpenAsync();
        await OpenAsync();
        using var feed = NewFeed();
        await feed.LookAsync(Cancellation);
        var taken = await AppendAsync(opened, DemoPeople.Sanne, new CaseTaken());
        _count.Restart();

        var view = await feed.LookAsync(Cancellation);

        Assert.Equal(4, _count.Sent);
        Assert.Equal(Host.Read(taken), view.Open.Single(one => one.Number == opened.Number));
    }

    [Fact]
    public async Task LookAsync_AnInstanceWhoseClockIsAnHourBehind_IsSeen()
    {
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        var here = await OpenAsync();
        using var feed = NewFeed();
        Host.Clock.Advance(TimeSpan.FromHours(1));
        await AppendAsync(here, DemoPeople.Sanne, new CaseTaken());
        await feed.LookAsync(Cancellation);

        var there = (await other.Journal.OpenAsync(Story.Request(), DemoPeople.Sanne, null, Cancellation)).Case!;
        Assert.True(there.ChangedAt < Host.Clock.GetUtcNow());

        Assert.Contains((await feed.LookAsync(Cancellation)).Open, one => one.Number == there.Number);
    }

    [Fact]
    public async Task LookAsync_ACommitThatShowsLaterThanOneAfterIt_IsSeenOnceItShows()
    {
        var (late, other) = (await OpenAsync(), await OpenAsync());
        using var feed = NewFeed();
        await feed.LookAsync(Cancellation);
        await using var context = Host.Open();
        await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
        var key = CaseKey.Of(late.Number);
        await context.Summaries.Where(row => row.Case == key)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Version, 2)
                    .SetProperty(row => row.ChangedAt, row => row.ChangedAt - 1), Cancellation);

        Assert.Equal(1, VersionOf(await feed.LookAsync(Cancellation), late));
        await transaction.CommitAsync(Cancellation);
        await AppendAsync(other, DemoPeople.Sanne, new CaseTaken());

        var view = await feed.LookAsync(Cancellation);
        Assert.Equal((2, 2), (VersionOf(view, late), VersionOf(view, other)));
    }

    [Fact]
    public async Task LookAsync_EndedElsewhere_IsOpenNoMoreAndAmongThoseThatEnded()
    {
        var opened = await OpenAsync();
        using var feed = NewFeed();
        await feed.LookAsync(Cancellation);
        foreach (var (actor, happened) in Story.ToTheEnd(opened.Number, DemoPeople.Sanne))
            opened = await AppendAsync(opened, actor, happened);

        var view = await feed.LookAsync(Cancellation);

        Assert.Empty(view.Open);
        Assert.Equal(Host.Read(opened), Assert.Single(view.Ended));
        Assert.Equal([opened.Number], view.NewsOf(DemoPeople.Sanne, opened.OpenedAt.AddTicks(-1)).Select(one => one.Number));
    }

    [Fact]
    public async Task LookAsync_AMessageThatAnotherInstanceTookIn_IsCounted()
    {
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        using var feed = NewFeed();
        Assert.Equal(0, (await feed.LookAsync(Cancellation)).Messages);

        await other.Get<MailRecords>().TakeAsync(
            new TakenMessage(
                "één", MessageKind.Free, MessageState.Open, new MessageHead("", null, ""), null, Host.Clock.GetUtcNow()),
            new MailKey(MailFolderPath.Inbox, "1-1"), Cancellation);

        Assert.Equal(1, (await feed.LookAsync(Cancellation)).Messages);
    }

    [Fact]
    public async Task Follow_CameAndEndedBetweenTwoLooks_IsTold()
    {
        using var feed = NewFeed();
        await feed.LookAsync(Cancellation);
        var shown = await OpenAsync();
        var told = 0;
        using var following = feed.Follow(() => shown, _ => Task.FromResult(Interlocked.Increment(ref told)));
        var ended = shown;
        foreach (var (actor, happened) in Story.ToTheEnd(ended.Number, DemoPeople.Sanne))
            ended = await AppendAsync(ended, actor, happened);

        await feed.LookAsync(Cancellation);

        await Waiting.ForAsync("the page to be told", () => Volatile.Read(ref told) > 0);
    }

    private CaseFeed NewFeed() => new(Host.Get<IOpenCases>(), Host.Clock, NullLogger<CaseFeed>.Instance);

    private static int VersionOf(FeedView view, ActivationCase activation) =>
        view.Open.Single(one => one.Number == activation.Number).Version;
}
