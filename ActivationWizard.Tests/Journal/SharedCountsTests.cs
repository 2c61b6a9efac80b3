using ActivationWizard.App.Journal.Counts;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Security;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Testing;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteSharedCountsTests() : SharedCountsTests(JournalProvider.Sqlite, null);

public sealed class PostgresSharedCountsTests(PostgresServer postgres) : SharedCountsTests(JournalProvider.Postgres, postgres);

/// <summary>Limits of two instances on one database: one limit, whichever of them is asked.</summary>
public abstract class SharedCountsTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly Asker Sanne = new("sanne", "sanne", Role.Employee, "10.0.0.7");
    private static readonly Asker Tom = new("tom", "tom", Role.Employee, "10.0.0.7");

    private readonly List<IDisposable> _made = [];
    private JournalHost? _second;

    private JournalHost Second => _second!;

    [Fact]
    public async Task Take_AtTwoInstances_IsOneLimitForThatPersonAndThatLimitOnly()
    {
        var (one, other) = (LimitsOf(Host), LimitsOf(await OtherAsync()));

        var taken = new List<bool>();
        foreach (var limits in new[] { one, other, one, other, one })
            taken.Add(await TakeAsync(limits, Limit.Search, Sanne) is not null);

        Assert.Equal([true, true, true, false, false], taken);
        Assert.NotNull(await TakeAsync(other, Limit.Search, Tom));
        Assert.NotNull(await TakeAsync(other, Limit.Intake, Sanne));
    }

    [Fact]
    public async Task Take_AfterTheWindow_IsAllowedAgainAtBoth()
    {
        var window = TimeSpan.FromSeconds(1);
        var (one, other) = (LimitsOf(Host, window), LimitsOf(await OtherAsync(), window));
        await Waiting.ForAsync("a refusal in one window", async () =>
        {
            for (var count = 0; count < 3; count++)
                await TakeAsync(one, Limit.Search, Sanne);
            return await TakeAsync(one, Limit.Search, Sanne);
        }, place => place is null, _ => "allowed still");

        foreach (var limits in new[] { other, one })
        {
            await Waiting.ForAsync(
                "room in another window", () => TakeAsync(limits, Limit.Search, Sanne), place => place is not null,
                _ => "refused still");
        }
    }

    [Fact]
    public async Task Take_WithoutAnAnswerOfTheDatabase_IsCountedByTheInstanceAlone()
    {
        var limits = LimitsOf(Host);
        await using (var context = Host.Open())
        {
            await context.Database.ExecuteSqlRawAsync("DROP TABLE \"LimitCounts\"", Cancellation);
            await context.Database.ExecuteSqlRawAsync("DROP TABLE \"OpenPages\"", Cancellation);
        }

        foreach (var limit in new[] { Limit.Search, Limit.Circuits })
        {
            for (var count = 0; count < 3; count++)
                Assert.NotNull(await TakeAsync(limits, limit, Sanne));
            Assert.Null(await TakeAsync(limits, limit, Sanne));
        }
    }

    [Fact]
    public async Task Place_AtTwoInstances_IsOneLimitUntilOneIsGivenBack()
    {
        var (one, other) = (LimitsOf(Host), LimitsOf(await OtherAsync()));
        var first = await TakeAsync(one, Limit.Circuits, Sanne);
        Assert.NotNull(await TakeAsync(other, Limit.Circuits, Sanne));
        Assert.NotNull(await TakeAsync(other, Limit.Circuits, Sanne));

        Assert.Null(await TakeAsync(one, Limit.Circuits, Sanne));
        Assert.Null(await TakeAsync(other, Limit.Circuits, Sanne));
        Assert.NotNull(await TakeAsync(one, Limit.Circuits, Tom));

        first!.Dispose();
        await Waiting.ForAsync(
            "a place at the other instance", () => TakeAsync(other, Limit.Circuits, Sanne), place => place is not null,
            _ => "refused still");
        Assert.Null(await TakeAsync(one, Limit.Circuits, Sanne));
    }

    [Fact]
    public async Task Places_OfAnInstanceThatIsGone_CountUntilItsTimeIsOverAndAgainWhenItIsBack()
    {
        var (one, other) = (LimitsOf(Host), LimitsOf(await OtherAsync()));
        for (var count = 0; count < 3; count++)
            Assert.NotNull(await TakeAsync(one, Limit.Circuits, Sanne));
        Assert.Null(await TakeAsync(other, Limit.Circuits, Sanne));

        // As long ago as an instance that is killed or frozen does not get to.
        var ago = (long)(SharedCounts.Life * 2).TotalMilliseconds;
        await Host.MeddleAsync($"UPDATE \"OpenPages\" SET \"SeenAt\" = \"SeenAt\" - {ago}");
        Assert.NotNull(await TakeAsync(other, Limit.Circuits, Sanne));
        await Second.Get<SharedCounts>().KeepAsync(Limits.Window, Cancellation);
        await PagesAsync(1);

        // It was frozen only.
        await Host.Get<SharedCounts>().KeepAsync(Limits.Window, Cancellation);
        await PagesAsync(1, 3);
        Assert.Null(await TakeAsync(other, Limit.Circuits, Sanne));

        await Host.Get<SharedCounts>().LeaveAsync(Cancellation);
        await PagesAsync(1);
    }

    [Fact]
    public async Task Rows_OfCounts_NameNobodyAndGoWithTheirWindow()
    {
        var window = TimeSpan.FromMilliseconds(1);
        var limits = LimitsOf(Host, window);
        await TakeAsync(limits, Limit.Search, Sanne);
        await TakeAsync(limits, Limit.Circuits, Sanne);
        await using var context = Host.Open();
        Assert.All(
            (await context.LimitCounts.Select(row => row.Subject).ToListAsync(Cancellation))
                .Concat(await context.OpenPages.Select(row => row.Subject).ToListAsync(Cancellation)),
            subject => Assert.Matches("^[0-9a-f]{64}$", subject));

        await Waiting.ForAsync("another window", async () =>
        {
            await Host.Get<SharedCounts>().KeepAsync(window, Cancellation);
            return await context.LimitCounts.CountAsync(Cancellation);
        }, count => count is 0, count => $"{count} rows");
        await PagesAsync(1);
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _made.ForEach(one => one.Dispose());
        if (_second is not null)
            await _second.DisposeAsync();
        await base.DisposeAsync();
    }

    private static Task<IDisposable?> TakeAsync(Limits limits, Limit limit, Asker asker) =>
        limits.TakeAsync(limit, asker, Cancellation);

    private async Task<JournalHost> OtherAsync() =>
        _second = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);

    // What is given back is written a moment later.
    private async Task PagesAsync(params int[] expected)
    {
        await using var context = Host.Open();
        await Waiting.ForAsync(
            $"{string.Join(", ", expected)} pages",
            () => context.OpenPages.Select(row => row.Count).OrderBy(count => count).ToListAsync(Cancellation),
            counts => counts.SequenceEqual(expected), counts => string.Join(", ", counts));
    }

    // Three of everything. A window that ends in the middle of a test would be another one.
    private Limits LimitsOf(JournalHost host, TimeSpan? window = null)
    {
        var refusals = new LimitRefusals(
            new SecurityLog(new FakeLogger<SecurityLog>(), host.Clock), host.Clock, Limiting.NewMeters());
        var limits = new Limits(
            Limiting.Read(
                ("Limits:SearchesPerMinute", "3"), ("Limits:IntakePerMinute", "3"), ("Limits:CircuitsPerPerson", "3")),
            refusals, host.Get<ISharedCounts>(), window ?? TimeSpan.FromDays(1));
        _made.AddRange([limits, refusals]);
        return limits;
    }
}
