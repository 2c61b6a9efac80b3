using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteRelatedCasesTests() : RelatedCasesTests(JournalProvider.Sqlite, null);

public sealed class PostgresRelatedCasesTests(PostgresServer postgres) : RelatedCasesTests(JournalProvider.Postgres, postgres);

/// <summary>Other requests of the same tenant or address.</summary>
public abstract class RelatedCasesTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private RelatedCases Related => Host.Get<RelatedCases>();

    [Fact]
    public async Task OfAsync_SameTenantOrAddress_AreOpenOnesFirstAndTheDoublePointsBack()
    {
        var elsewhere = Story.Request("Ver weg") with { Address = Story.Address with { Postcode = Other } };
        var finished = await FinishAsync();
        var neighbour = await OpenAsync(Story.Request("Buur"));
        await OpenAsync(elsewhere);
        var shown = await LookedUpAsync();
        var twice = await LookedUpAsync();
        await AppendAsync(twice, DemoPeople.Sanne, new CaseWithdrawn("dubbel", shown.Number));

        var related = await Related.OfAsync(shown, DemoPeople.Sanne, Cancellation);

        Assert.Equal(
            [(neighbour.Number, null), (twice.Number, shown.Number), (finished.Number, null)],
            related.Select(one => (one.Summary.Number, one.DoubleOf)));
    }

    [Fact]
    public async Task OfAsync_ClosedAtTheAddressOfSomebodyUnknown_IsNobodysBusiness()
    {
        await FinishAsync();
        var unknown = await OpenAsync(Story.Request("Buur"));

        Assert.Empty(await Related.OfAsync(unknown, DemoPeople.Sanne, Cancellation));
    }

    [Fact]
    public async Task OfAsync_KnownToBeAnothersAtTheAddress_SaysSo()
    {
        var theirs = await LookedUpAsync(Story.Facts with
        {
            Person = Fact.Known(
                new PersonFinding(PersonMatch.Found, Story.Anna with { Id = "999" }, []), Source.Viewpoint, FixedTime.Start),
        });
        var neighbour = await OpenAsync(Story.Request("Buur"));
        var same = await LookedUpAsync();

        var related = await Related.OfAsync(await LookedUpAsync(), DemoPeople.Sanne, Cancellation);

        Assert.Equal(
            [(theirs.Number, true), (neighbour.Number, false), (same.Number, false)],
            related.Select(one => (one.Summary.Number, one.IsAnothers)).OrderBy(one => $"{one.Number}"));
    }

    [Fact]
    public async Task AppendAsync_ADoubleOfACaseThatIsOver_WritesNothing()
    {
        var first = await LookedUpAsync();
        var twice = await LookedUpAsync();
        await AppendAsync(first, DemoPeople.Sanne, new CaseWithdrawn("toch niet"));

        var (outcome, after) = await Journal.AppendAsync(
            twice, [new CaseWithdrawn("dubbel", first.Number)], DemoPeople.Sanne, null, Cancellation);

        Assert.Equal((AppendOutcome.LostRace, twice.Version), (outcome, after.Version));
        Assert.Equal(twice.Version, (await LoadAsync(twice.Number)).Version);
        await AppendAsync(twice, DemoPeople.Sanne, new CaseWithdrawn("zelf"));
    }

    [Fact]
    public async Task OfAsync_ByWhoSeesNoCase_IsRefused()
    {
        var shown = await OpenAsync(Story.Request());

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Related.OfAsync(shown, DemoPeople.Bram, Cancellation));
    }

    private static Postcode Other => Postcode.TryParse("9999ZZ", out var other) ? other : throw new InvalidOperationException();

    private async Task<ActivationCase> LookedUpAsync(CaseFacts? facts = null) => await AppendAsync(
        await AppendAsync(await OpenAsync(Story.Request()), DemoPeople.Sanne, new CaseTaken()),
        Actor.Wizard,
        new FactsGathered(facts ?? Story.Facts));
}
