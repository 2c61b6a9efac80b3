using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteTenantRecordsTests() : TenantRecordsTests(JournalProvider.Sqlite, null);

public sealed class PostgresTenantRecordsTests(PostgresServer postgres)
    : TenantRecordsTests(JournalProvider.Postgres, postgres);

/// <summary>What is known about one tenant: all of it, and nothing of anybody else.</summary>
public abstract class TenantRecordsTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly DateOnly Born = new(1984, 2, 29);

    private TenantRecords Records => Host.Get<TenantRecords>();

    [Fact]
    public async Task FindAsync_ByACase_HasTheOthersOfTheTenantAndWhatStandsBesideThem()
    {
        var (first, second) = (await FinishAsync(), await FinishAsync());
        // The same name at the same address, and nobody knows whether it is the same person.
        var unknown = await OpenAsync();
        var taken = await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken());
        var open = await AppendAsync(taken, Actor.Wizard, new FactsGathered(Story.Facts));
        await Host.Get<CaseComments>().AddAsync(first.Number, 4, CommentKind.Discuss, "Netjes", DemoPeople.Els, Cancellation);
        await Host.Get<CaseDrafts>().KeepAsync(
            open.Number, open.Question, new Dictionary<string, string> { ["reden"] = "belt terug" }, DemoPeople.Sanne,
            Cancellation);
        await Host.Get<CaseAdmission>().OpenAsync(
            second.Number, DemoPeople.Tom, GivenReason.Of(AccessReason.Other, "zij belde"), Cancellation);

        var found = await FindAsync(new TenantQuestion(first.Number));

        Assert.Equal([first.Number, second.Number, open.Number], found.Select(one => one.Case.Number));
        Assert.DoesNotContain(found, one => one.Case.Number == unknown.Number);
        Assert.Equal("Netjes", Assert.Single(found[0].Comments).Text);
        Assert.Equal(
            [AccessKind.Case, AccessKind.AccessRequest], found[1].Accesses.Select(one => one.Kind));
        Assert.Equal("zij belde", found[1].Accesses[0].Note);
        Assert.Equal(("reden", "belt terug"), found[2].Drafts.Select(one => (one.Field, one.Text)).Single());
        Assert.All(found, one => Assert.Equal(one.Case.Entries.Count, one.Events.Count));
    }

    [Fact]
    public async Task FindAsync_ByName_NeedsWhatTellsOnePersonFromAnother()
    {
        var anna = await FinishAsync();
        await OpenAsync(Story.Request() with { BirthDate = new DateOnly(1990, 1, 1), PartyCode = "R-1" });

        foreach (var question in new[]
        {
            new TenantQuestion(null, "jansen", Born), new TenantQuestion(null, "Anna Jansen", null, " r-4711 "),
            new TenantQuestion(null, "anna", Born, "R-4711"),
        })
            Assert.Equal([anna.Number], (await FindAsync(question)).Select(one => one.Case.Number));

        Assert.Empty(await FindAsync(new TenantQuestion(null, "jansen", Born.AddDays(1))));
        Assert.Empty(await FindAsync(new TenantQuestion(null, "jansen", Born, "R-1")));
        Assert.Empty(await FindAsync(new TenantQuestion(null, "jansen")));
    }

    [Fact]
    public async Task FindAsync_WhateverIsFound_IsWrittenDown()
    {
        var finished = await FinishAsync();
        await FindAsync(new TenantQuestion(finished.Number));
        await FindAsync(new TenantQuestion(CaseNumber.Of(2026, 777)));
        await Records.FindByCommandAsync(new TenantQuestion(finished.Number), "operator", Cancellation);

        await using var context = Host.Open();
        var rows = await context.Looks.OrderBy(row => row.Number).ToListAsync(Cancellation);
        Assert.Equal(
            [
                (CaseKey.Of(finished.Number), DemoPeople.Els.Id, null), (0, DemoPeople.Els.Id, 0),
                (CaseKey.Of(finished.Number), "operator", (int?)null),
            ],
            rows.Select(row => (row.Case, row.ActorId, row.Found)));
        Assert.All(rows, row => Assert.Equal(("AccessRequest", "AccessRequest"), (row.What, row.Ground)));
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task FindAsync_ByWhoDoesNotAnswerSuchRequests_IsRefusedAndWritesNothing()
    {
        var finished = await FinishAsync();
        foreach (var actor in new[] { DemoPeople.Sanne, DemoPeople.Bram })
            await Assert.ThrowsAsync<UnauthorizedAccessException>(
                () => Records.FindAsync(new TenantQuestion(finished.Number), actor, Cancellation));

        await using var context = Host.Open();
        Assert.Empty(await context.Looks.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task FindAsync_AnErasedCase_HasOnlyThatItWasAndWhoLooked()
    {
        var finished = await FinishAsync();
        await Host.Get<CaseComments>().AddAsync(finished.Number, 4, CommentKind.Discuss, "Weg", DemoPeople.Els, Cancellation);
        await Host.Get<CaseErasure>().EraseAsync(finished.Number, DemoPeople.Bram.Id, "Asked by the tenant", Cancellation);

        var erased = Assert.Single(await FindAsync(new TenantQuestion(finished.Number)));

        Assert.NotNull(erased.Case.ErasedAt);
        // That it was looked at, and that somebody had said something about it.
        Assert.Equal((0, 0, 2), (erased.Events.Count, erased.Comments.Count, erased.Accesses.Count));
    }

    [Fact]
    public async Task FindAsync_BehindMoreThanAThousandOfTheSameName_StillHasAllOfThem()
    {
        const int namesakes = 1_100;
        var (first, second) = (await FinishAsync(), await FinishAsync());
        // Later than those of the tenant, of the same name, and with nothing in them.
        await using (var context = Host.Open())
        {
            foreach (var (table, type) in new[]
            {
                ("Summaries", typeof(SummaryRow)), ("WordPseudonyms", typeof(WordPseudonymRow)),
            })
            {
                var columns = context.Model.FindEntityType(type)!.GetProperties().Select(one => one.GetColumnName());
                var copied = string.Join(", ", columns.Where(one => one is not "Case").Select(one => $"\"{one}\""));
                await Host.MeddleAsync(
                    $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {namesakes}) "
                    + $"INSERT INTO \"{table}\" (\"Case\", {copied}) "
                    + $"SELECT {CaseKey.Of(second.Number)} + i, {copied} FROM n, \"{table}\" "
                    + $"WHERE \"Case\" = {CaseKey.Of(second.Number)}");
            }
        }

        var found = await FindAsync(new TenantQuestion(null, "jansen", Born));

        Assert.Equal([first.Number, second.Number], found.Select(one => one.Case.Number));
    }

    [Fact]
    public async Task PageAsync_OfMoreCasesThanAPage_HasEachOnceInOrder()
    {
        List<CaseNumber> numbers = [];
        for (var count = 0; count < 5; count++)
            numbers.Add((await FinishAsync()).Number);

        var found = await Records.FindAsync(new TenantQuestion(numbers[2]), DemoPeople.Els, Cancellation);

        Assert.Equal(numbers, found.Numbers);
        foreach (var (page, expected) in new[] { (1, numbers[..2]), (2, numbers[2..4]), (3, numbers[4..]), (4, []) })
            Assert.Equal(
                expected, (await found.PageAsync(page, 2, Cancellation)).Select(one => one.Case.Number));
    }

    private async Task<IReadOnlyList<TenantCase>> FindAsync(TenantQuestion question)
    {
        var all = new List<TenantCase>();
        await foreach (var one in (await Records.FindAsync(question, DemoPeople.Els, Cancellation)).AllAsync(Cancellation))
            all.Add(one);
        return all;
    }
}
