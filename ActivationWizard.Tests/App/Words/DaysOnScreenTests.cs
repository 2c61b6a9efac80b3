using System.Globalization;
using ActivationWizard.App.Finished;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.App.Words;

/// <summary>
/// Today, yesterday and tomorrow as people read them, at every moment of <see cref="DutchClock.Instants"/>.
/// </summary>
public sealed class DaysOnScreenTests
{
    [Fact]
    public void Brief_MomentsRoundTheNightsOfTheClock_AreOfTheirDutchDay()
    {
        using var dutch = new FixedCulture("nl-NL");
        var table = new Table("days in words");
        foreach (var now in DutchClock.Instants)
        {
            var moments = new Moments(new FakeTimeProvider(now));
            foreach (var hours in new[] { -49, -25, -24, -23, -1, 0, 1, 23, 24, 25, 49 })
            {
                var moment = now.AddHours(hours);
                var (at, today) = (DutchClock.At(moment), DutchClock.Day(now));
                var day = DutchClock.Day(moment) == today ? "vandaag"
                    : DutchClock.Day(moment) == today.AddDays(-1) ? "gisteren"
                    : DutchClock.Day(moment) == today.AddDays(1) ? "morgen"
                    : at.ToString(at.Year == today.Year ? "d MMM" : "d MMM yyyy", CultureInfo.CurrentCulture);
                var hour = DutchClock.MomentsAt(at).ToList();
                var name = hour.Count is 1 ? "" : hour[0] == moment.ToUniversalTime() ? " (zomertijd)" : " (wintertijd)";
                table.Hold($"{moment:O} at {now:O}", $"{day} {at.Hour}:{at.Minute:00}{name}", moments.Brief(moment));
            }
        }

        table.Check(1_200);
    }

    [Fact]
    public void CasesToday_AnyMoment_BeginAtMidnightInAmsterdam()
    {
        var table = new Table("today's list");
        foreach (var now in DutchClock.Instants)
        {
            var filter = CasesToday.Of(CasesQuery.Read(_ => null), DemoPeople.Els, now);
            table.Hold($"{now:O}", DutchClock.Midnight(DutchClock.Day(now)), filter.From);
        }

        table.Check(120);
    }
}
