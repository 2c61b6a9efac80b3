using System.Collections.Concurrent;
using ActivationWizard.App.Replay;
using ActivationWizard.Tests.Kit.Components;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Replay;

public sealed class PlaybackTests : Screen
{
    private readonly ConcurrentQueue<int> _played = [];

    [Theory]
    [InlineData(PlaySpeed.One, true, 10, 2)]
    [InlineData(PlaySpeed.Four, true, 10, 0.5)]
    [InlineData(PlaySpeed.Two, false, 10, 5)]
    [InlineData(PlaySpeed.Real, true, 10, 10)]
    [InlineData(PlaySpeed.Real, true, 600, 2)]
    [InlineData(PlaySpeed.Real, false, 600, 600)]
    [InlineData(PlaySpeed.Real, false, 0, 0.4)]
    public void Before_AnEvent_IsThePace(PlaySpeed speed, bool skips, int waited, double seconds)
    {
        var moment = Replays.Of(Replays.ByEmail).At(5);
        var next = moment with { Entry = moment.Entry with { At = moment.Before!.ChangedAt.AddSeconds(waited) } };

        Assert.Equal(TimeSpan.FromSeconds(seconds), new Playback(speed, skips).Before(next));
    }

    [Fact]
    public void Playing_WhenThePageIsClosed_AsksItForNothingMore()
    {
        var session = Replays.Of(Replays.ByEmail);
        var playing = Render<ReplayPlaying>(parameters => parameters
            .Add(one => one.Moments, session.Moments)
            .Add(one => one.At, 4)
            .Add(one => one.OnPlay, EventCallback.Factory.Create<int>(this, _played.Enqueue)));
        playing.Find("[data-key=' ']").Click();

        Services.GetRequiredService<PlayingLine>().OnConnectionDownAsync(null!, CancellationToken.None);
        Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Empty(_played);
        playing.WaitForAssertion(
            () => Assert.Equal("false", playing.Find("[data-key=' ']").GetAttribute("aria-pressed")));
    }

    [Fact]
    public void Playing_OnlyWhenAsked_GoesOnAndStopsAtOnce()
    {
        var session = Replays.Of(Replays.ByEmail);
        var playing = Render<ReplayPlaying>(parameters => parameters
            .Add(one => one.Moments, session.Moments)
            .Add(one => one.At, 4)
            .Add(one => one.OnPlay, EventCallback.Factory.Create<int>(this, _played.Enqueue)));

        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Empty(_played);
        playing.Find("[data-key=' ']").Click();
        // No longer than until the next one: with more time it would come again, as this page does not go on to it.
        Clock.Advance(Playback.Usual.Before(session.Moments[4]));
        playing.WaitForAssertion(() => Assert.Equal([5], _played));
        playing.Find("[data-key=' ']").Click();
        // The click waits for what the event before it still does.
        playing.WaitForAssertion(
            () => Assert.Equal("false", playing.Find("[data-key=' ']").GetAttribute("aria-pressed")));
        Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal([5], _played);
    }
}
