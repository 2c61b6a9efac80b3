using System.Globalization;
using ActivationWizard.App.Background;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.App.Background;

/// <summary>One reader tells all pages, and what a page does is its own affair.</summary>
public sealed class CaseFeedTests : IDisposable
{
    private static readonly CaseSummary Case = Summaries.Mine(ActivationState.ActivatingAccount);

    private readonly FakeTimeProvider _clock = new();
    private readonly StandingCases _cases = new();
    private readonly FakeLogger<CaseFeed> _log = new();
    private readonly CaseFeed _feed;

    public CaseFeedTests() => _feed = new CaseFeed(_cases, _clock, _log);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 60)]
    [InlineData(50, 60)]
    public async Task Watch_SoManyIdlePagesForAMinute_LookOnceASecondTogether(int pages, int looks)
    {
        _cases.Put(Case);
        for (var page = 0; page < pages; page++)
            _feed.Watch(FeedPart.Cases, () => Task.CompletedTask, TimeSpan.FromSeconds(3));
        await SecondsAsync(60, first: pages is 0 ? 0 : 1);

        Assert.Equal(looks, _cases.Looks - (pages is 0 ? 0 : 1));
        Assert.Equal(pages is 0 ? 0 : 1, _cases.Reads);
    }

    [Fact]
    public async Task Watch_AnotherInstanceWrote_IsToldAtTheNextLook()
    {
        var told = await WatchingAsync();

        _cases.Put(Case);
        await SecondsAsync(1);

        await Waiting.ForAsync("a page to be told", () => told.Count is 1);
        Assert.Equal([Case], _feed.View.Open);
    }

    [Fact]
    public async Task Wrote_ByThisProcess_IsToldWithoutALook()
    {
        var told = await WatchingAsync();
        var looks = _cases.Looks;

        _feed.Wrote(Written(2));

        await Waiting.ForAsync("a page to be told", () => told.Count is 1);
        Assert.Equal((looks, Replays.Number), (_cases.Looks, _feed.View.Open.Single().Number));
    }

    [Fact]
    public async Task Wrote_ManyInASecond_AreToldToAListAtOnceAndOnceMore()
    {
        var told = await WatchingAsync();
        var steps = Enumerable.Range(1, 8).Select(Written).ToList();

        _feed.Wrote(steps[0]);
        await Waiting.ForAsync("a page to be told", () => told.Count is 1);
        steps.ForEach(_feed.Wrote);
        _cases.Put(CaseSummary.Of(steps[^1]));
        await SecondsAsync(1);

        await Waiting.ForAsync("a page to be told", () => told.Count is 2);
        await SecondsAsync(3);
        Assert.Equal(2, told.Count);
    }

    [Fact]
    public async Task Follow_WrittenByThisProcess_IsGivenTheCase()
    {
        var given = new List<ActivationCase?>();
        using var following = _feed.Follow(() => Written(2), now => Task.FromResult(Add(given, now)));
        var later = Written(3);

        _feed.Wrote(later);

        await Waiting.ForAsync("the case to be given", () => given.Count > 0);
        Assert.Same(later, given[0]);
    }

    [Fact]
    public async Task Follow_WrittenElsewhere_IsToldToReadItAndAgainUntilItIsShown()
    {
        var given = new List<ActivationCase?>();
        using var following = _feed.Follow(() => Written(2), now => Task.FromResult(Add(given, now)));
        await Waiting.ForAsync("a look", () => _cases.Looks is 1);

        _cases.Put(CaseSummary.Of(Written(4)));
        for (var second = 1; second <= 2; second++)
        {
            await SecondsAsync(1);
            await Waiting.ForAsync("the case to be given", () => given.Count >= second);
        }

        Assert.All(given, Assert.Null);
    }

    [Fact]
    public async Task Follow_TheCaseThatIsShownHasEnded_IsNotLookedFor()
    {
        using var following = _feed.Follow(() => Written(13), _ => throw new InvalidOperationException("It is shown as it is."));
        await Waiting.ForAsync("a look", () => _cases.Looks is 1);

        await SecondsAsync(3);

        Assert.Equal((0, 0), (_cases.Reads, _log.Collector.Count));
    }

    [Fact]
    public async Task Follow_TheCaseThatIsShownHasEnded_IsToldWhenItIsOpenAgain()
    {
        var given = new List<ActivationCase?>();
        using var following = _feed.Follow(() => Written(13), now => Task.FromResult(Add(given, now)));
        await Waiting.ForAsync("a look", () => _cases.Looks is 1);

        // By another instance: its reply came back.
        _cases.Put(CaseSummary.Of(Written(13)) with { Version = 15, CompletedAt = null });
        await SecondsAsync(1);

        await Waiting.ForAsync("the case to be given", () => given.Count > 0);
    }

    [Fact]
    public async Task Watch_APageThatThrows_IsLoggedWithoutItsWordsAndTheOthersAreTold()
    {
        var told = await WatchingAsync();
        using var broken = _feed.Watch(FeedPart.Cases, () => throw new InvalidOperationException("Mevrouw De Vries"));

        _cases.Put(Case);
        await SecondsAsync(1);

        await Waiting.ForAsync("a page to be told", () => told.Count is 1 && _log.Collector.Count > 0);
        Assert.All(_log.Collector.GetSnapshot(),
            line => Assert.DoesNotContain("De Vries", line.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Watch_APageThatNeverEnds_KeepsNobodyWaiting()
    {
        using var stuck = _feed.Watch(FeedPart.Cases, () => new TaskCompletionSource().Task);
        var told = await WatchingAsync();

        _cases.Put(Case);
        await SecondsAsync(1);

        await Waiting.ForAsync("a page to be told", () => told.Count is 1);
    }

    [Fact]
    public async Task LookAsync_ManyAskWhileOneLooks_ShareTheNextLook()
    {
        var answers = new TaskCompletionSource();
        _cases.Answers = answers.Task;
        var first = _feed.LookAsync(Cancellation);
        var others = Enumerable.Range(0, 50).Select(_ => _feed.LookAsync(Cancellation)).ToList();
        _cases.Put(Case);

        answers.SetResult();

        await first;
        Assert.All(await Task.WhenAll(others), view => Assert.Equal([Case], view.Open));
        Assert.Equal(2, _cases.Looks);
    }

    [Fact]
    public async Task LookAsync_TheDatabaseGoesAndComesBack_IsSaidOnceEachAndNothingIsMissed()
    {
        var told = await WatchingAsync();
        _cases.IsAway = true;
        await SecondsAsync(5);
        _cases.Put(Case);
        _cases.IsAway = false;
        await SecondsAsync(1);

        await Waiting.ForAsync("a page to be told", () => told.Count is 1 && _log.Collector.Count is 2);
        Assert.Equal([LogLevel.Warning, LogLevel.Information], _log.Collector.GetSnapshot().Select(line => line.Level));
    }

    [Fact]
    public async Task Dispose_OfTheLastPage_IsForgottenAndNothingIsLookedAtAnyMore()
    {
        var told = new List<int>();
        var watching = _feed.Watch(FeedPart.Cases, () => Task.FromResult(Add(told, 0)));
        await Waiting.ForAsync("a page to be told", () => told.Count is 1);

        watching.Dispose();
        _clock.Advance(CaseFeed.Interval);
        var looks = _cases.Looks;
        for (var second = 0; second < 60; second++)
            _clock.Advance(CaseFeed.Interval);
        _feed.Wrote(Written(2));

        Assert.Equal((0, looks, 1), (_feed.Watchers, _cases.Looks, told.Count));
    }

    [Fact]
    public async Task Watch_ByAnEnglishPageAfterADutchOne_IsToldInEnglish()
    {
        var dutch = await WatchingAsync();
        var languages = new List<string>();
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        using var english = _feed.Watch(FeedPart.Cases, () => Task.FromResult(Add(languages, CultureInfo.CurrentUICulture.Name)));
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-NL");

        _feed.Wrote(Written(2));

        await Waiting.ForAsync("a page to be told", () => languages.Count > 0 && dutch.Count > 0);
        Assert.All(languages, name => Assert.Equal("en-GB", name));
    }

    [Fact]
    public async Task Watch_NewsOnly_IsNotToldOfAStep()
    {
        var all = await WatchingAsync();
        var news = await WatchingAsync(FeedPart.News);

        _feed.Wrote(Written(2));
        await Waiting.ForAsync("a page to be told", () => all.Count is 1);
        _cases.Put(Case with { State = ActivationState.NeedsAttention });
        await SecondsAsync(1);

        await Waiting.ForAsync("a page to be told", () => all.Count is 2 && news.Count is 1);
    }

    public void Dispose() => _feed.Dispose();

    private static ActivationCase Written(int version) => ActivationCase.Fold(Replays.ByEmail.Take(version));

    private static int Add<T>(List<T> list, T one)
    {
        lock (list)
            list.Add(one);
        return list.Count;
    }

    // What comes after the first telling.
    private async Task<List<int>> WatchingAsync(FeedPart part = FeedPart.Cases)
    {
        var told = new List<int>();
        _feed.Watch(part, () => Task.FromResult(Add(told, 0)));
        await Waiting.ForAsync("a page to be told", () => told.Count is 1);
        told.Clear();
        return told;
    }

    // One second after the other, each with its look.
    private async Task SecondsAsync(int seconds, int first = 0)
    {
        await Waiting.ForAsync("a look", () => _cases.Looks >= first);
        for (var second = 0; second < seconds; second++)
        {
            var looks = _cases.Looks;
            _clock.Advance(CaseFeed.Interval);
            if (_feed.Watchers > 0)
                await Waiting.ForAsync("a look", () => _cases.Looks > looks);
        }
    }
}
