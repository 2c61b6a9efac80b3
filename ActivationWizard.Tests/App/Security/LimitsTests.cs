using System.Diagnostics.Metrics;
using System.Net;
using ActivationWizard.App.Security;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.App.Security;

/// <summary>Who asks too often is refused, counted and told of once a minute; nobody else is.</summary>
public sealed class LimitsTests : IDisposable
{
    private static readonly Asker Sanne = new("sanne", "sanne", Role.Employee, "10.0.0.7");
    private static readonly Asker Tom = new("tom", "tom", Role.Employee, "10.0.0.7");

    private readonly IMeterFactory _meters = Limiting.NewMeters();
    private readonly FakeTimeProvider _clock = new(FixedTime.Start);
    private readonly FakeLogger<SecurityLog> _logger = new();
    private readonly LimitRefusals _refusals;

    public LimitsTests() => _refusals = new LimitRefusals(new SecurityLog(_logger, _clock), _clock, _meters);

    private IEnumerable<string?> Outcomes =>
        _logger.Collector.GetSnapshot().Select(line => line.GetStructuredStateValue("Outcome"));

    [Fact]
    public async Task Take_MoreThanAllowed_IsRefusedForThatPersonAndThatLimitOnly()
    {
        using var limits = new Limits(Limiting.Read(("Limits:SearchesPerMinute", "2")), _refusals, Limiting.Alone);

        Assert.NotNull(await TakeAsync(limits, Limit.Search, Sanne));
        Assert.NotNull(await TakeAsync(limits, Limit.Search, Sanne));
        Assert.Null(await TakeAsync(limits, Limit.Search, Sanne));
        Assert.NotNull(await TakeAsync(limits, Limit.Search, Tom));
        Assert.NotNull(await TakeAsync(limits, Limit.Intake, Sanne));
    }

    [Fact]
    public async Task Take_AfterTheTimeIsOver_IsAllowedAgain()
    {
        using var limits = new Limits(
            Limiting.Read(("Limits:SearchesPerMinute", "1")), _refusals, Limiting.Alone, TimeSpan.FromMilliseconds(200));
        while (await TakeAsync(limits, Limit.Search, Sanne) is not null)
            Assert.Empty(Outcomes);

        await Waiting.ForAsync(
            "room for a search", async () => await TakeAsync(limits, Limit.Search, Sanne) is not null, isSo => isSo,
            _ => "refused still");
    }

    [Fact]
    public async Task Take_OfCircuits_HoldsUntilItIsGivenBack()
    {
        using var limits = new Limits(Limiting.Read(("Limits:CircuitsPerPerson", "1")), _refusals, Limiting.Alone);
        var place = await TakeAsync(limits, Limit.Circuits, Sanne);

        Assert.NotNull(place);
        Assert.Null(await TakeAsync(limits, Limit.Circuits, Sanne));
        place.Dispose();
        place.Dispose();
        Assert.NotNull(await TakeAsync(limits, Limit.Circuits, Sanne));
        Assert.Null(await TakeAsync(limits, Limit.Circuits, Sanne));
    }

    [Fact]
    public void Add_ManyInAMinute_AreAllCountedAndALineAtOnceAndOneAMinuteLater()
    {
        using var counted = new MetricCollector<long>(_meters, LimitRefusals.MeterName, LimitRefusals.CounterName);
        for (var times = 0; times < 50; times++)
            _refusals.Add(Limit.Search, Sanne);
        _refusals.Add(Limit.Search, Tom);
        Assert.Equal(["\"Search refused 1 times\"", "\"Search refused 1 times\""], Outcomes);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("\"Search refused 49 times\"", Outcomes.Last());
        Assert.Equal(3, Outcomes.Count());

        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(3, Outcomes.Count());
        _refusals.Add(Limit.Search, Sanne);
        Assert.Equal(4, Outcomes.Count());
        Assert.Equal(52, counted.GetMeasurementSnapshot().Count(one => Equals(one.Tags["limit"], "Search")));
    }

    [Fact]
    public void Add_FromEverMoreAddresses_FillsNoLog()
    {
        for (var address = 0; address < 5_000; address++)
            _refusals.Add(Limit.SignIn, new Asker($"{address}", null, null, $"{address}"));

        Assert.Equal(1_001, Outcomes.Count());
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("\"SignIn refused 3999 times\"", Outcomes.Last());
    }

    [Theory]
    [InlineData("10.0.0.7", "10.0.0.7")]
    [InlineData("::ffff:10.0.0.7", "10.0.0.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "20010DB800010002")]
    [InlineData("2001:db8:1:2::9", "20010DB800010002")]
    [InlineData("2001:db8:1:3::9", "20010DB800010003")]
    [InlineData(null, "")]
    public void NetworkOf_AnAddress_IsWhatOneSubscriberHas(string? address, string network) =>
        Assert.Equal(network, Limits.NetworkOf(address is null ? null : IPAddress.Parse(address)));

    public void Dispose() => _refusals.Dispose();

    private static Task<IDisposable?> TakeAsync(Limits limits, Limit limit, Asker asker) =>
        limits.TakeAsync(limit, asker, TestContext.Current.CancellationToken);
}
