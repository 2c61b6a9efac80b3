using System.Text.RegularExpressions;
using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ActivationWizard.Tests.App.Words;

public sealed partial class MomentsTests
{
    [Theory]
    [InlineData("2026-01-15T08:14:31Z", "vandaag 9:14", "2026-01-15T09:14:31+01:00")]
    [InlineData("2026-01-14T23:30:00Z", "vandaag 0:30", "2026-01-15T00:30:00+01:00")]
    [InlineData("2026-01-14T22:59:59Z", "gisteren 23:59", "2026-01-14T23:59:59+01:00")]
    [InlineData("2026-01-16T08:00:00Z", "morgen 9:00", "2026-01-16T09:00:00+01:00")]
    [InlineData("2026-01-02T15:02:00Z", "2 jan 16:02", "2026-01-02T16:02:00+01:00")]
    [InlineData("2025-07-02T15:02:00Z", "2 jul 2025 17:02", "2025-07-02T17:02:00+02:00")]
    public void Brief_SeenInWinter_IsOnADutchClock(string moment, string brief, string machine) =>
        AssertSeen("2026-01-15T12:00:00Z", moment, brief, machine);

    [Theory]
    [InlineData("2026-07-15T07:14:00Z", "vandaag 9:14", "2026-07-15T09:14:00+02:00")]
    [InlineData("2026-07-14T22:00:00Z", "vandaag 0:00", "2026-07-15T00:00:00+02:00")]
    [InlineData("2026-02-02T15:02:00Z", "2 feb 16:02", "2026-02-02T16:02:00+01:00")]
    public void Brief_SeenInSummer_IsOnADutchClock(string moment, string brief, string machine) =>
        AssertSeen("2026-07-15T12:00:00Z", moment, brief, machine);

    [Fact]
    public void InFull_InBothLanguages_NamesTheDay()
    {
        var moment = DateTimeOffset.Parse("2026-11-23T08:14:31Z", System.Globalization.CultureInfo.InvariantCulture);
        using (new FixedCulture("nl-NL"))
            Assert.Equal("maandag 23 november 2026 9:14:31", Moments.InFull(moment));
        using (new FixedCulture("en-GB"))
            Assert.Equal("Monday 23 November 2026 9:14:31", Moments.InFull(moment));
    }

    [Fact]
    public void Brief_InEnglish_SaysToday()
    {
        using var english = new FixedCulture("en-GB");
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 15, 7, 14, 0, TimeSpan.Zero));
        Assert.Equal("today 9:14", new Moments(clock).Brief(clock.GetUtcNow()));
    }

    [Theory]
    [InlineData("nl-NL", "2026-10-24T23:59:59Z", "1:59", "1:59:59")]
    [InlineData("nl-NL", "2026-10-25T00:00:00Z", "2:00 (zomertijd)", "2:00:00 (zomertijd)")]
    [InlineData("nl-NL", "2026-10-25T00:15:00Z", "2:15 (zomertijd)", "2:15:00 (zomertijd)")]
    [InlineData("nl-NL", "2026-10-25T01:15:00Z", "2:15 (wintertijd)", "2:15:00 (wintertijd)")]
    [InlineData("nl-NL", "2026-10-25T01:59:59Z", "2:59 (wintertijd)", "2:59:59 (wintertijd)")]
    [InlineData("nl-NL", "2026-10-25T02:00:00Z", "3:00", "3:00:00")]
    [InlineData("nl-NL", "2026-03-29T00:59:59Z", "1:59", "1:59:59")]
    [InlineData("nl-NL", "2026-03-29T01:00:00Z", "3:00", "3:00:00")]
    [InlineData("en-GB", "2026-10-25T00:15:00Z", "2:15 (summer time)", "2:15:00 (summer time)")]
    [InlineData("en-GB", "2026-10-25T02:15:00+01:00", "2:15 (winter time)", "2:15:00 (winter time)")]
    public void Clock_AroundTheChange_TellsTheTwoHoursOfOneNameApart(
        string language, string moment, string clock, string withSeconds)
    {
        using var reader = new FixedCulture(language);
        var at = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(clock, Moments.Clock(at));
        Assert.Equal(withSeconds, Moments.Clock(at, withSeconds: true));
        Assert.EndsWith(withSeconds, Moments.InFull(at), StringComparison.Ordinal);
        Assert.EndsWith(clock, new Moments(new FakeTimeProvider(at)).Brief(at), StringComparison.Ordinal);
    }

    [Fact]
    public void Clock_EveryQuarterOfAYear_IsSaidOncePerDay()
    {
        using var dutch = new FixedCulture("nl-NL");
        var said = new HashSet<string>();
        for (var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero); at.Year == 2026; at = at.AddMinutes(15))
            Assert.True(said.Add(Moments.InFull(at)), Moments.InFull(at));
    }

    [Fact]
    public void Product_TimesOfDay_AreSaidInOnePlace() => Assert.Equal(
        ["Moments.cs"],
        new[] { ".cs", ".razor" }
            .SelectMany(ending => Product.Files("ActivationWizard.App", ending))
            .Where(file => ForPeople().IsMatch(file.Text))
            .Select(file => Path.GetFileName(file.Path)));

    // HH is for machines.
    [GeneratedRegex("[^H]H:mm")]
    private static partial Regex ForPeople();

    private static void AssertSeen(string now, string moment, string brief, string machine)
    {
        using var dutch = new FixedCulture("nl-NL");
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var at = DateTimeOffset.Parse(moment, culture);
        Assert.Equal(brief, new Moments(new FakeTimeProvider(DateTimeOffset.Parse(now, culture))).Brief(at));
        Assert.Equal(machine, Moments.Machine(at));
    }
}
