using ActivationWizard.App.Intake;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.App.Intake;

/// <summary>
/// Dates of birth and the moment of a request, at every moment of <see cref="DutchClock.Instants"/>: what cannot be is refused at
/// its field.
/// </summary>
public sealed class IntakeTimeTests
{
    [Fact]
    public void BirthDate_FromThisDayToThatOf1900_IsTakenAndNoOther()
    {
        var table = new Table("date of birth");
        foreach (var now in DutchClock.Instants)
        {
            var today = DutchClock.Day(now);
            foreach (var (written, isTaken) in new (string, bool)[]
            {
                ($"{today:yyyy-MM-dd}", true), ($"{today.AddDays(1):d-M-yyyy}", false), ($"{today.AddYears(1):d-M-yyyy}", false),
                ("1900-01-01", true), ("31-12-1899", false), ($"{today.AddYears(-130):yyyy-MM-dd}", false),
                ("29-2-2024", true), ("29-2-2023", false), ("29-2-1900", false), ("2000-02-29", true),
                ($"29-2-{today.Year}", DateTime.IsLeapYear(today.Year) && today >= new DateOnly(today.Year, 2, 29)),
            })
            {
                var reading = Read(now, fields => fields.BirthDate = written);
                table.Hold($"{now:O} born {written}", isTaken ? null : IntakeField.BirthDate, OnlyFault(reading));
            }
        }

        table.Check(1_200);
    }

    [Fact]
    public void ReceivedAt_FromAYearAgoToFiveMinutesAhead_IsTakenAndNoOther()
    {
        var table = new Table("moment of the request");
        var second = TimeSpan.FromSeconds(1);
        foreach (var now in DutchClock.Instants)
        {
            foreach (var (at, isTaken) in new (DateTimeOffset, bool)[]
            {
                (now, true), (now.AddMinutes(5), true), (now.AddMinutes(5) + second, false), (now.AddYears(1), false),
                (now.AddDays(-366), true), (now.AddDays(-366) - second, false), (now.AddYears(-10), false),
                (new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.Zero), false), (DateTimeOffset.MinValue, false),
                (DateTimeOffset.MaxValue, false),
            })
            {
                foreach (var offset in new[] { -11, 0, 2, 14 })
                {
                    if (at == DateTimeOffset.MinValue || at == DateTimeOffset.MaxValue)
                    {
                        table.Hold($"{now:O} at {at:O}", isTaken, TakenAt(now, at) is not null);
                        continue;
                    }

                    var told = at.ToOffset(TimeSpan.FromHours(offset));
                    table.Hold($"{now:O} at {told:O}", isTaken ? at : null, TakenAt(now, told));
                }
            }
        }

        table.Check(4_000);
    }

    /// <summary>2:15 in the night of October is two moments: the offset says which, and without it there is none.</summary>
    [Fact]
    public void ReceivedAt_InTheHourThatComesTwice_IsTheMomentThatTheOffsetSays()
    {
        var now = new DateTimeOffset(2026, 10, 25, 9, 0, 0, TimeSpan.Zero);
        var (first, second) = (Website(now, "2026-10-25T02:15:00+02:00"), Website(now, "2026-10-25T02:15:00+01:00"));

        Assert.Equal(DutchClock.MomentsAt(new DateTime(2026, 10, 25, 2, 15, 0)), [first!.Value, second!.Value]);
        Assert.Null(Website(now, "2026-10-25T02:15:00"));
        Assert.Null(Website(now, "2026-10-25T24:15:00Z"));
        Assert.Null(Website(now, "2026-10-25T02:15:60Z"));
    }

    private static DateTimeOffset? Website(DateTimeOffset now, string text) =>
        TakenAt(now, new WebsiteRequest { OntvangenOp = text }.ToFields().ReceivedAt!.Value);

    private static DateTimeOffset? TakenAt(DateTimeOffset now, DateTimeOffset at)
    {
        var reading = Read(now, fields => fields.ReceivedAt = at);
        Assert.Equal(reading.Request is null ? IntakeField.ReceivedAt : null, OnlyFault(reading));
        return reading.Request?.ReceivedAt;
    }

    private static IntakeField? OnlyFault(IntakeReading reading) =>
        reading.Faults is [] ? null : Assert.Single(reading.Faults).Field;

    private static IntakeReading Read(DateTimeOffset now, Action<IntakeFields> change)
    {
        var fields = new IntakeFields
        {
            Channel = Channel.Website,
            Requester = Requester.Tenant,
            Kind = CodeKind.First,
            Name = "A. Jansen",
            Postcode = "5611AB",
            HouseNumber = "12",
        };
        change(fields);
        return IntakeReading.Of(fields, now);
    }
}
