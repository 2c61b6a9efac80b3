using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Run;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.Domain.Facts;

/// <summary>
/// Every fact that goes by the day, at every moment of <see cref="DutchClock.Instants"/>: what begins and ends yesterday, today
/// and tomorrow in Amsterdam, held against a reading of its own.
/// </summary>
public sealed class TimeOfFactsTests
{
    private static readonly int?[] Begins = [-1, 0, 1];
    private static readonly int?[] Ends = [-1, 0, 1, null];
    private static readonly string[] Statuses = ["LOP", "VOP", "OPG", "VOO", "GOE", "BEE"];

    private static readonly CaseFacts Found = CaseFacts.None with
    {
        Person = Fact.Known(new PersonFinding(PersonMatch.Found, Sample.Anna, []), Source.Viewpoint, Sample.Now),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Lengthy("the days before, of and after in TenancyTests")]
    public async Task Tenancy_AgreementsAndRolesRoundToday_AreAsTheyStandOnThatDay()
    {
        var table = new Table("tenancy");
        foreach (var now in DutchClock.Instants)
        {
            var world = new Scene(now);
            foreach (var (from, until) in Periods)
            {
                var runs = world.Days(from, until);
                foreach (var status in Statuses)
                {
                    world.Viewpoint.Agreements[0] = Sample.Rental(status: status, runs: runs);
                    table.Hold(
                        $"{now:O} {status} {from}..{until}", OfAgreement(status, from!.Value, until), await world.TenancyAsync());
                }

                var own = new AgreementParty("501", false, [new PartyRole(new Coded("HUU"), runs, null)]);
                world.Viewpoint.Agreements[0] = Sample.Rental() with { Parties = [own] };
                table.Hold(
                    $"{now:O} role {from}..{until}",
                    Holds(from, until) ? TenancyStatus.Active : TenancyStatus.NoneOrEnded,
                    await world.TenancyAsync());

                world.Viewpoint.Agreements[0] = Sample.Rental() with
                {
                    Parties =
                    [
                        new AgreementParty("800", true, [new PartyRole(new Coded("HUU"), new Period(null, null), null)]),
                        own with { Roles = [new PartyRole(new Coded("MBW"), runs, null)] },
                    ],
                };
                table.Hold(
                    $"{now:O} co-resident {from}..{until}",
                    Holds(from, until) ? TenancyStatus.InstitutionCoResident : TenancyStatus.NoneOrEnded,
                    await world.TenancyAsync());
            }
        }

        table.Check(10_000);
    }

    [Fact]
    [Lengthy("the days before, of and after in ProtectionTests")]
    public async Task Protection_RolesRoundToday_CountOnTheirDays()
    {
        var table = new Table("protection");
        foreach (var now in DutchClock.Instants)
        {
            foreach (var (from, until) in Periods)
            {
                foreach (var (role, status) in
                    new[] { ("BWI", ProtectionStatus.Bewind), ("CUR", ProtectionStatus.Other) })
                {
                    var world = new Scene(now);
                    world.Viewpoint.Parties.Add(
                        Sample.Administrator with { Roles = [Sample.Acting(role, runs: world.Days(from, until))] });
                    var finding = await world.ProtectionAsync();
                    table.Hold(
                        $"{now:O} {role} {from}..{until}", Holds(from, until) ? status : ProtectionStatus.None, finding.Status);
                    if (role is "BWI")
                    {
                        table.Hold(
                            $"{now:O} {role} {from}..{until} is former", from <= 0 && until < 0, finding.FormerEmails.Any());
                    }
                }
            }
        }

        table.Check(4_000);
    }

    [Fact]
    [Lengthy("the guard in the tests of cases")]
    public async Task RecentCode_SentOnTheDaysBefore_MustBeConfirmedForFiveWorkingDays()
    {
        var table = new Table("recent code");
        foreach (var now in DutchClock.Instants)
        {
            var today = DutchClock.Day(now);
            for (var days = 0; days <= 10; days++)
            {
                foreach (var time in new[] { TimeSpan.Zero, TimeSpan.FromHours(12), new TimeSpan(23, 59, 59) })
                {
                    var day = today.AddDays(-days);
                    var sent = DutchClock.MomentsAt(day.ToDateTime(TimeOnly.MinValue) + time).First();
                    var workingDays = Enumerable.Range(1, days).Count(
                        after => day.AddDays(after).DayOfWeek is >= DayOfWeek.Monday and <= DayOfWeek.Friday);
                    var asked = await new Scene(now, sent).AskAsync(FactKind.RecentCode);
                    table.Hold($"{now:O} sent {sent:O}", workingDays < 5, asked.RecentCode.Value!.MustConfirm);
                }
            }
        }

        table.Check(4_000);
    }

    private static IEnumerable<(int? From, int? Until)> Periods =>
        Begins.SelectMany(from => Ends.Select(until => (from, until)));

    private static bool Holds(int? from, int? until) => from <= 0 && (until is null || until >= 0);

    // domain.md: active and future by dates and status; BEE is neither.
    private static TenancyStatus OfAgreement(string status, int from, int? until) =>
        status is "LOP" or "VOP" or "OPG" && Holds(from, until) ? TenancyStatus.Active
        : status is not "BEE" && from > 0 ? TenancyStatus.Future
        : TenancyStatus.NoneOrEnded;

    private sealed class Scene
    {
        private readonly DateTimeOffset _now;
        private readonly FactGathering _gathering;

        public Scene(DateTimeOffset now, DateTimeOffset? sent = null)
        {
            var calls = new Calls(new Boundaries());
            var clock = new FakeTimeProvider(now);
            _now = now;
            Viewpoint = new FakeViewpoint(calls);
            Viewpoint.Parties.Add(Sample.Anna);
            Viewpoint.Agreements.Add(Sample.Rental());
            _gathering = new FactGathering(
                Viewpoint, new FakeUmbrella(calls, clock), new FakePostex(calls), new Sent(sent), Sample.Settings, clock);
        }

        public FakeViewpoint Viewpoint { get; }

        public Period Days(int? from, int? until)
        {
            var today = DutchClock.Day(_now);
            return new Period(
                from is { } begins ? today.AddDays(begins) : null, until is { } ends ? today.AddDays(ends) : null);
        }

        public Task<CaseFacts> AskAsync(FactKind kind) =>
            _gathering.AskAsync(kind, new GatheringInput(Sample.Request, null, null), Found, Cancellation);

        public async Task<TenancyStatus> TenancyAsync() => (await AskAsync(FactKind.Tenancy)).Tenancy.Value!.Status;

        public async Task<ProtectionFinding> ProtectionAsync() => (await AskAsync(FactKind.Protection)).Protection.Value!;
    }

    private sealed class Sent(DateTimeOffset? at) : ICodeHistory
    {
        public Task<RecentCodeFinding> LastCodeSentAsync(TenantKeys tenant, CancellationToken cancellation) =>
            Task.FromResult(new RecentCodeFinding(at, null));
    }
}
