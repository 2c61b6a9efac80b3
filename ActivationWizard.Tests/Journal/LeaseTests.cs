using ActivationWizard.App.Journal.Leases;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteLeaseTests() : LeaseTests(JournalProvider.Sqlite, null);

public sealed class PostgresLeaseTests(PostgresServer postgres) : LeaseTests(JournalProvider.Postgres, postgres);

public abstract class LeaseTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    [Fact]
    public async Task AcquireAsync_Free_IsHeldAndKeptFromOthers()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());

        Assert.Equal(1, await AcquireAsync(one));
        Assert.Equal(
            new LeaseOutcome.HeldBy(one.Number), await Host.Leases.AcquireAsync(Anna, other.Number, Cancellation));
        Assert.IsType<LeaseOutcome.Held>(await Host.Leases.AcquireAsync(
            TenantKeys.Of("another tenant"), other.Number, Cancellation));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AcquireAsync_KnownByIdAndByAddress_IsOneTenantBothWays(bool idFirst)
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        var (first, second) = idFirst ? (AtHome, ByHand) : (ByHand, AtHome);
        var claim = Assert.IsType<LeaseOutcome.Held>(await Host.Leases.AcquireAsync(first, one.Number, Cancellation)).Claim;

        Assert.Equal(new LeaseOutcome.HeldBy(one.Number), await Host.Leases.ReserveAsync(second, other.Number, Cancellation));
        Assert.Equal(AppendOutcome.Appended,
            (await Journal.AppendAsync(one, [new CaseTaken()], DemoPeople.Sanne, claim, Cancellation)).Outcome);

        await Host.Leases.ReleaseAsync(first, one.Number, Cancellation);
        Assert.IsType<LeaseOutcome.Held>(await Host.Leases.ReserveAsync(second, other.Number, Cancellation));
        Assert.False(await Host.Leases.RenewAsync(claim, Cancellation));
    }

    [Fact]
    public async Task AppendAsync_TenantWentToACaseThatKnowsOneNameOnly_IsFenced()
    {
        var (frozen, other) = (await OpenAsync(), await OpenAsync());
        var claim = Assert.IsType<LeaseOutcome.Held>(await Host.Leases.AcquireAsync(AtHome, frozen.Number, Cancellation)).Claim;
        await Host.Leases.ReleaseAsync(ByHand, frozen.Number, Cancellation);
        Assert.IsType<LeaseOutcome.Held>(await Host.Leases.AcquireAsync(ByHand, other.Number, Cancellation));

        Assert.Equal(AppendOutcome.Fenced,
            (await Journal.AppendAsync(frozen, [new CaseTaken()], DemoPeople.Sanne, claim, Cancellation)).Outcome);
    }

    [Fact]
    public async Task AcquireAsync_ById_AndByAddressAtOnceOnTwoInstances_OneHoldsAndNobodyWaitsForever()
    {
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        for (var round = 0; round < 5; round++)
        {
            var (one, two) = (await OpenAsync(), await OpenAsync());
            var outcomes = await Task.WhenAll(
                Host.Leases.AcquireAsync(AtHome, one.Number, Cancellation),
                other.Leases.AcquireAsync(ByHand, two.Number, Cancellation));

            var held = Assert.Single(outcomes.OfType<LeaseOutcome.Held>());
            Assert.Single(outcomes.OfType<LeaseOutcome.HeldBy>());
            await Host.Leases.ReleaseAsync(held.Claim.Tenant, held == outcomes[0] ? one.Number : two.Number, Cancellation);
        }
    }

    [Fact]
    public async Task AcquireAsync_AgainAndAfterARelease_NumbersOnlyGrow()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());
        Assert.Equal(1, await AcquireAsync(one));
        await Host.Leases.YieldAsync(new TenantClaim(Anna, 1));
        Assert.Equal(2, await AcquireAsync(one));

        await Host.Leases.ReleaseAsync(Anna, other.Number, Cancellation);
        Assert.IsType<LeaseOutcome.HeldBy>(await Host.Leases.AcquireAsync(Anna, other.Number, Cancellation));

        await Host.Leases.ReleaseAsync(Anna, one.Number, Cancellation);
        Assert.Equal(3, await AcquireAsync(other));
    }

    [Fact]
    public async Task AcquireAsync_CaseRunsInAnotherProcess_IsKeptUntilItsRightIsOver()
    {
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        var one = await OpenAsync();
        var claim = new TenantClaim(Anna, await AcquireAsync(one));

        var underWay = Assert.IsType<LeaseOutcome.UnderWay>(await other.Leases.AcquireAsync(Anna, one.Number, Cancellation));
        Assert.Equal(Host.Clock.GetUtcNow().AddSeconds(6), underWay.Until);

        // It lives, and renews: so it keeps it.
        Host.Clock.Advance(TimeSpan.FromSeconds(5));
        other.Clock.Advance(TimeSpan.FromSeconds(5));
        await Host.Get<TenantLeases>().RenewAllAsync(Cancellation);
        other.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.IsType<LeaseOutcome.UnderWay>(await other.Leases.AcquireAsync(Anna, one.Number, Cancellation));
        Assert.True(await Host.Leases.RenewAsync(claim, Cancellation));

        // It is frozen: the other takes over, and the old number is worth nothing when it wakes up.
        other.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.IsType<LeaseOutcome.Held>(await other.Leases.AcquireAsync(Anna, one.Number, Cancellation));
        Host.Clock.Advance(TimeSpan.FromSeconds(11));
        Assert.False(await Host.Leases.RenewAsync(claim, Cancellation));
        var (outcome, _) = await Journal.AppendAsync(one, [new CaseTaken()], DemoPeople.Sanne, claim, Cancellation);
        Assert.Equal(AppendOutcome.Fenced, outcome);
    }

    [Fact]
    public async Task AcquireAsync_ClockOfTheHolderIsHoursAhead_IsKeptWhileItLivesAndFreeATermAfterItDied()
    {
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        var one = await OpenAsync();
        Host.Clock.Advance(TimeSpan.FromHours(2));
        await AcquireAsync(one);
        var now = other.Clock.GetUtcNow();

        var underWay = Assert.IsType<LeaseOutcome.UnderWay>(await other.Leases.AcquireAsync(Anna, one.Number, Cancellation));
        Assert.Equal(now.AddSeconds(6), underWay.Until);

        Host.Clock.Advance(TimeSpan.FromSeconds(5));
        other.Clock.Advance(TimeSpan.FromSeconds(6));
        await Host.Get<TenantLeases>().RenewAllAsync(Cancellation);
        Assert.IsType<LeaseOutcome.UnderWay>(await other.Leases.AcquireAsync(Anna, one.Number, Cancellation));

        other.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.IsType<LeaseOutcome.Held>(await other.Leases.AcquireAsync(Anna, one.Number, Cancellation));
    }

    [Fact]
    public async Task RenewAllAsync_GivenBackMeanwhile_LetsTheCaseGoOnAtOnce()
    {
        var one = await OpenAsync();
        var writer = new InterruptedWriter(Host.Get<IJournalWriter>());
        var leases = LeasesThrough(writer);
        var held = Assert.IsType<LeaseOutcome.Held>(await leases.AcquireAsync(Anna, one.Number, Cancellation));
        writer.Before = () => leases.YieldAsync(held.Claim);

        await leases.RenewAllAsync(Cancellation);

        Assert.IsType<LeaseOutcome.Held>(await leases.AcquireAsync(Anna, one.Number, Cancellation));
    }

    [Fact]
    public async Task AcquireAsync_AnotherActs_LocksNothing()
    {
        var (acting, waiting) = (await OpenAsync(), await OpenAsync());
        await AcquireAsync(acting);
        var leases = LeasesThrough(new InterruptedWriter(Host.Get<IJournalWriter>())
        {
            Before = () => throw new InvalidOperationException("written"),
        });

        Assert.Equal(
            new LeaseOutcome.UnderWay(Host.Clock.GetUtcNow().AddSeconds(6)),
            await leases.AcquireAsync(Anna, acting.Number, Cancellation));
        Assert.Equal(
            new LeaseOutcome.HeldBy(acting.Number), await leases.AcquireAsync(Anna, waiting.Number, Cancellation));
    }

    [Fact]
    public async Task ReserveAsync_CaseIsToAct_KeepsOthersOutAndLetsItRunAtOnce()
    {
        var (one, other) = (await OpenAsync(), await OpenAsync());

        Assert.IsType<LeaseOutcome.Held>(await Host.Leases.ReserveAsync(Anna, one.Number, Cancellation));

        Assert.IsType<LeaseOutcome.HeldBy>(await Host.Leases.ReserveAsync(Anna, other.Number, Cancellation));
        Assert.Equal(2, await AcquireAsync(one));
    }

    [Fact]
    public async Task AcquireAsync_HolderIsFinished_IsFree()
    {
        var finished = await FinishAsync();
        var held = await OpenAsync();
        Assert.Equal(1, await AcquireAsync(finished));

        Assert.Equal(2, await AcquireAsync(held));
    }

    [Fact]
    public async Task AcquireAsync_ManyAtOnceOnTwoInstances_OneHolds()
    {
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        var cases = new List<ActivationCase>();
        for (var index = 0; index < 10; index++)
            cases.Add(await OpenAsync());

        var outcomes = await Task.WhenAll(cases.Select(async (one, index) =>
        {
            await Task.Yield();
            return await (index % 2 is 0 ? Host : other).Leases.AcquireAsync(Anna, one.Number, Cancellation);
        }));

        var held = Assert.Single(outcomes.OfType<LeaseOutcome.Held>());
        Assert.Equal(1, held.Claim.FencingNumber);
        Assert.Single(outcomes.OfType<LeaseOutcome.HeldBy>().Select(one => one.Other).Distinct());
    }

    [Fact]
    public async Task AppendAsync_WithTheLease_IsAppended()
    {
        var opened = await OpenAsync();
        var claim = new TenantClaim(Anna, await AcquireAsync(opened));

        var (outcome, after) = await Journal.AppendAsync(opened, [new CaseTaken()], DemoPeople.Sanne, claim, Cancellation);

        Assert.Equal(AppendOutcome.Appended, outcome);
        Assert.Equal(2, after.Version);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task AppendAsync_AnotherFencingNumber_IsFencedAndWritesNothing(int difference)
    {
        var opened = await OpenAsync();
        var claim = new TenantClaim(Anna, await AcquireAsync(opened) + difference);

        var (outcome, after) = await Journal.AppendAsync(opened, [new CaseTaken()], DemoPeople.Sanne, claim, Cancellation);

        Assert.Equal(AppendOutcome.Fenced, outcome);
        Assert.Same(opened, after);
        Assert.Equal(1, (await LoadAsync(opened.Number)).Version);
        await AppendAsync(opened, DemoPeople.Sanne, new CaseTaken());
    }

    [Fact]
    public async Task AppendAsync_LeaseWentToAnotherCase_IsFenced()
    {
        var (frozen, other) = (await OpenAsync(), await OpenAsync());
        var claim = new TenantClaim(Anna, await AcquireAsync(frozen));
        await Host.Leases.ReleaseAsync(Anna, frozen.Number, Cancellation);
        await AcquireAsync(other);

        var (outcome, _) = await Journal.AppendAsync(frozen, [new CaseTaken()], DemoPeople.Sanne, claim, Cancellation);

        Assert.Equal(AppendOutcome.Fenced, outcome);
    }

    private static TenantKeys Anna => TenantKeys.Of(Story.PartyId);

    // As Viewpoint knows the tenant, and as an employee who looked the tenant up by hand does.
    private static TenantKeys AtHome => TenantKeys.Of(FactsOf(Story.PartyId), Story.Request())!;

    private static TenantKeys ByHand => TenantKeys.Of(FactsOf(""), Story.Request())!;

    private static CaseFacts FactsOf(string partyId) => CaseFacts.None with
    {
        Person = Fact.Known(
            new PersonFinding(PersonMatch.Found, new Party(partyId, "", false, new PartyName("Jansen"), null, false, [], [], []),
                []), Source.Viewpoint, default),
    };

    private TenantLeases LeasesThrough(IJournalWriter writer) => new(
        writer, Host.Get<LeaseRows>(), Host.Get<LeaseTerm>(), Host.Clock, Host.Get<JournalMeter>(),
        NullLogger<TenantLeases>.Instance);

    private async Task<long> AcquireAsync(ActivationCase activation) => Assert.IsType<LeaseOutcome.Held>(
        await Host.Leases.AcquireAsync(Anna, activation.Number, Cancellation)).Claim.FencingNumber;

    /// <summary>Something else is done before the next write, once.</summary>
    private sealed class InterruptedWriter(IJournalWriter writer) : IJournalWriter
    {
        public Func<Task>? Before { get; set; }

        public async Task WriteAsync(IJournalWrite write, CancellationToken cancellation)
        {
            var before = Before;
            Before = null;
            await (before?.Invoke() ?? Task.CompletedTask);
            await writer.WriteAsync(write, cancellation);
        }
    }
}
