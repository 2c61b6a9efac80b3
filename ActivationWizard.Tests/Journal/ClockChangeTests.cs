using ActivationWizard.App.Finished;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Overview;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteClockChangeTests() : ClockChangeTests(JournalProvider.Sqlite, null);

public sealed class PostgresClockChangeTests(PostgresServer postgres) : ClockChangeTests(JournalProvider.Postgres, postgres);

/// <summary>
/// Moments as a database keeps and compares them, in the nights in which the clock changes, of the year, and of a leap day: the
/// hour that comes twice, days of 23 and 25 hours.
/// </summary>
public abstract class ClockChangeTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly DateTimeOffset[] Ends =
    [
        .. new DateTime[]
        {
            new(2026, 10, 24, 23, 59, 59), new(2026, 10, 25, 0, 0, 0), new(2026, 10, 25, 1, 59, 59), new(2026, 10, 25, 2, 15, 0),
            new(2026, 10, 25, 2, 59, 59), new(2026, 10, 25, 3, 0, 0), new(2026, 10, 25, 23, 59, 59), new(2026, 10, 26, 0, 0, 0),
            new(2026, 12, 31, 23, 59, 59), new(2027, 1, 1, 0, 0, 0), new(2027, 3, 28, 0, 0, 0), new(2027, 3, 28, 1, 59, 59),
            new(2027, 3, 28, 3, 0, 0), new(2027, 3, 29, 0, 0, 0), new(2028, 2, 29, 0, 0, 0), new(2028, 2, 29, 23, 59, 59),
            new(2028, 3, 1, 0, 0, 0),
        }.SelectMany(DutchClock.MomentsAt).Order(),
    ];

    [Fact]
    public async Task CasesOfTheseNights_InEveryListAndFigure_AreOnTheirDutchDay()
    {
        var table = new Table("nights of the clock");
        var ended = new Dictionary<CaseNumber, DateTimeOffset>();
        // 2:15:00 and 2:59:59 of 25 October come twice.
        Assert.Equal(17 + 2, Ends.Length);
        foreach (var end in Ends)
        {
            Host.Clock.SetUtcNow(end);
            var opened = await OpenAsync(Story.Request() with { ReceivedAt = end.AddMinutes(-90) });
            table.Hold($"year of the number at {end:O}", DutchClock.Day(end).Year, opened.Number.Year);
            await AppendAsync(opened, DemoPeople.Sanne, new CaseTaken(), new CaseWithdrawn("Dubbel"));
            ended[opened.Number] = end;
        }

        foreach (var day in Ends.Select(DutchClock.Day).Distinct())
        {
            var ofDay = ended.Where(one => DutchClock.Day(one.Value) == day).ToList();
            var (from, until) = ($"{day:yyyy-MM-dd}", $"{day:yyyy-MM-dd}");
            var asked = CasesQuery.Read(name => name is CasesQuery.FromName ? from : name is CasesQuery.UntilName ? until : null);
            table.Hold(
                $"list of {day:O}",
                string.Join(' ', ofDay.OrderByDescending(one => one.Value).Select(one => one.Key)),
                string.Join(' ', await NumbersAsync(asked.Filter)));
            table.Hold(
                $"oldest of {day:O}",
                string.Join(' ', ofDay.OrderBy(one => one.Value).Select(one => one.Key)),
                string.Join(' ', await NumbersAsync(asked.Filter with { Sort = FinishedSort.Oldest })));

            var cases = await Host.Get<Overviews>().CasesAsync(
                DemoPeople.Els, DutchCalendar.StartOf(day), DutchCalendar.StartOf(day.AddDays(1)), Cancellation);
            table.Hold(
                $"overview of {day:O}",
                string.Join(' ', ofDay.Select(one => one.Value).Order().Select(at => $"{at:O}")),
                string.Join(' ', cases.Select(one => $"{one.CompletedAt:O}")));
            table.Hold($"time taken on {day:O}", true, cases.All(one => one.Waited == TimeSpan.FromMinutes(90)));

            var week = OverviewFigures.Of(cases, day, day.AddDays(1)).Weeks.Single();
            table.Hold($"week of {day:O}", (Monday(day), ofDay.Count), (week.Monday, week.Total));
        }

        table.Check(60);
    }

    [Theory]
    [InlineData(2026, 10, 25)]
    [InlineData(2027, 3, 28)]
    public async Task Lease_TakenJustBeforeTheClockChanges_IsOverAfterItsSeconds(int year, int month, int day)
    {
        Host.Clock.SetUtcNow(new DateTimeOffset(year, month, day, 0, 59, 59, TimeSpan.Zero));
        var one = await OpenAsync();
        var tenant = TenantKeys.Of("4711");
        var held = Assert.IsType<LeaseOutcome.Held>(await Host.Leases.AcquireAsync(tenant, one.Number, Cancellation));

        Host.Clock.Advance(TimeSpan.FromSeconds(2));
        var until = Assert.IsType<LeaseOutcome.UnderWay>(await Host.Leases.AcquireAsync(tenant, one.Number, Cancellation)).Until;
        Assert.InRange(until - Host.Clock.GetUtcNow(), TimeSpan.FromTicks(1), TimeSpan.FromMinutes(2));

        Host.Clock.SetUtcNow(until.AddSeconds(1));
        Assert.IsType<LeaseOutcome.Held>(await Host.Leases.AcquireAsync(tenant, one.Number, Cancellation));
        Assert.False(await Host.Leases.RenewAsync(held.Claim, Cancellation));
    }

    [Fact]
    public async Task WorkList_ReceivedInTheHourThatComesTwice_IsInTheOrderInWhichItCame()
    {
        Host.Clock.SetUtcNow(new DateTimeOffset(2026, 10, 25, 12, 0, 0, TimeSpan.Zero));
        var times = DutchClock.MomentsAt(new DateTime(2026, 10, 25, 2, 15, 0)).ToList();
        var second = await OpenAsync(Story.Request() with { ReceivedAt = times[1].ToOffset(TimeSpan.FromHours(1)) });
        var first = await OpenAsync(Story.Request() with { ReceivedAt = times[0].ToOffset(TimeSpan.FromHours(2)) });

        var shown = await Host.Queries.WorkListAsync(DemoPeople.Sanne, WorkListFilter.All, Cancellation);

        Assert.Equal([first.Number, second.Number], shown.Select(one => one.Number));
        Assert.Equal(times, shown.Select(one => one.ReceivedAt.ToUniversalTime()));
    }

    private async Task<IReadOnlyList<CaseNumber>> NumbersAsync(FinishedFilter filter) =>
        await Host.Finished.AllAsync(DemoPeople.Els, filter, Cancellation).Select(one => one.Number).ToListAsync(Cancellation);

    private static DateOnly Monday(DateOnly day)
    {
        while (day.DayOfWeek is not DayOfWeek.Monday)
            day = day.AddDays(-1);
        return day;
    }
}
