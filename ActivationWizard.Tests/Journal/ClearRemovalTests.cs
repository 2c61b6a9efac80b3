using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Retention;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteClearRemovalTests() : ClearRemovalTests(JournalProvider.Sqlite, null);

public sealed class PostgresClearRemovalTests(
    PostgresServer postgres) : ClearRemovalTests(JournalProvider.Postgres, postgres);

/// <summary>
/// An installation of a version that kept words and tenants in clear: it finds what it found from the start on, an earlier
/// instance beside it too, and the night takes away what stands in clear.
/// </summary>
public abstract class ClearRemovalTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    [Fact]
    public async Task Start_OnADatabaseOfTheVersionBefore_FindsWhatItFoundAndTheNightTakesTheClearAway()
    {
        var cases = new List<CaseNumber>();
        for (var at = 0; at < 3; at++)
        {
            cases.Add((await FinishAsync()).Number);
            Host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var open = await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken());
        open = await AppendAsync(open, Actor.Wizard, new FactsGathered(Story.Facts));
        cases.Add(open.Number);
        await AsBeforeAsync(cases);

        await using var host = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        await AssertFoundAsync(host, cases);
        // An earlier version that runs beside still has what it goes by.
        await using (var context = host.Open())
        {
            Assert.Equal(3, await context.SearchWords.CountAsync(row => row.Word == "annavanderjansen", Cancellation));
            Assert.Equal(4, await context.Summaries.CountAsync(row => row.PartyId == Story.PartyId, Cancellation));
        }

        // It ends a case, and erases one, and knows nothing of the pseudonyms; the first steps of a night that was killed.
        var beside = await FinishAsync();
        await AsBeforeAsync([beside.Number]);
        cases.Add(beside.Number);
        Assert.Empty((await host.Verification.CheckAllAsync(Cancellation)).Beside);
        await using (var context = host.Open())
        {
            var first = CaseKey.Of(cases[0]);
            var kept = await context.WordPseudonyms.Where(row => row.Case == first).ToListAsync(Cancellation);
            await host.Get<CaseErasure>().EraseAsync(cases[0], DemoPeople.Bram.Id, "Asked", Cancellation);
            await context.Database.OpenConnectionAsync(Cancellation);
            context.AddRange(kept);
            await context.SaveChangesAsync(Cancellation);
        }

        var (second, party) = (CaseKey.Of(cases[1]), host.Get<CasePseudonyms>().OfTenant(Story.PartyId));
        await using (var context = host.Open())
        {
            await context.Summaries.Where(row => row.Case == second)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.PartyId, party), Cancellation);
        }

        cases.RemoveAt(0);
        Assert.True(await host.Get<ClearRemoval>().RunAsync(Cancellation) > 0);
        Assert.Equal(0, await host.Get<ClearRemoval>().RunAsync(Cancellation));

        await AssertFoundAsync(host, cases);
        await using var after = host.Open();
        Assert.All(await after.SearchWords.ToListAsync(Cancellation), row => Assert.Matches("^[0-9]+$", row.Word));
        Assert.True(await after.SearchWords.CountAsync(Cancellation) is 0 or 1);
        Assert.All(
            (await after.Summaries.ToListAsync(Cancellation)).Where(row => row.ErasedAt is null),
            row => Assert.Equal((party, ':', ""), (row.PartyId, row.Household![0], row.Search)));
    }

    [Fact]
    public async Task RunAsync_AnInstallationThatNeverHadAny_ChangesNothing()
    {
        var finished = await FinishAsync();
        await OpenAsync();

        Assert.Equal(0, await Host.Get<ClearRemoval>().RunAsync(Cancellation));

        await AssertFoundAsync(Host, [finished.Number]);
    }

    private static async Task AssertFoundAsync(JournalHost host, List<CaseNumber> cases)
    {
        var finished = (await host.Finished.PageAsync(DemoPeople.Els, null, null, 20, Cancellation)).Cases
            .Where(one => cases.Contains(one.Number)).Select(one => one.Number).ToList();
        foreach (var search in new[] { "anna jans", "dorpsstr 12", "5612ab eind", "2026" })
        {
            var page = await host.Finished.PageAsync(DemoPeople.Els, search, null, 20, Cancellation);
            Assert.Equal(finished, page.Cases.Select(one => one.Number));
        }

        foreach (var tenant in new[] { TenantKeys.Of(Story.PartyId), TenantKeys.Of(TenantKeys.At(Story.Address)) })
        {
            Assert.Equal(
                finished.MaxBy(CaseKey.Of), (await host.Get<ICodeHistory>().LastCodeSentAsync(tenant, Cancellation)).Case);
        }

        var known = await host.Get<TenantRecords>().FindAsync(new TenantQuestion(cases[0]), DemoPeople.Els, Cancellation);
        Assert.Equal(cases, known.Numbers);
        var found = await host.Verification.CheckAllAsync(Cancellation);
        Assert.Empty(found.Breaks);
        Assert.Empty(found.Beside);
    }

    // As the version before wrote it.
    private async Task AsBeforeAsync(IReadOnlyList<CaseNumber> cases)
    {
        await using var context = Host.Open();
        await context.Database.OpenConnectionAsync(Cancellation);
        var keys = cases.Select(CaseKey.Of).ToList();
        foreach (var row in await context.Summaries.Where(row => keys.Contains(row.Case)).ToListAsync(Cancellation))
        {
            var number = CaseKey.NumberOf(row.Case).ToString();
            await context.WordPseudonyms.Where(word => word.Case == row.Case).ExecuteDeleteAsync(Cancellation);
            await context.Summaries.Where(one => one.Case == row.Case).ExecuteUpdateAsync(
                set => set.SetProperty(one => one.Search, "anna van der jansen")
                    .SetProperty(one => one.PartyId, Story.PartyId)
                    .SetProperty(one => one.Household, TenantKeys.At(Story.Address)),
                Cancellation);
            if (row.CompletedAt is not null)
                context.AddRange(SearchText.WordsOf(row.Name, row.Address).Concat(SearchText.NumbersOf(number))
                    .Select(word => new SearchWordRow { Case = row.Case, Word = word }));
        }

        await context.SaveChangesAsync(Cancellation);
    }
}
