using System.Data.Common;
using System.Text;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Reviews;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteClearTextTests() : ClearTextTests(JournalProvider.Sqlite, null)
{
    [Fact]
    public async Task Files_WithoutWhatListsShow_HoldNoTenantInAnyByte()
    {
        await FillAsync();
        await using (var context = Host.Open())
        {
            await context.Summaries.ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Name, "").SetProperty(row => row.Address, "")
                    .SetProperty(row => row.SortName, ""),
                Cancellation);
        }

        await Host.Get<DatabaseLogs>().EmptyAsync(Cancellation);

        foreach (var file in Directory.GetFiles(Host.Storage.Folder, "*.db*"))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, Cancellation);
            Assert.Empty(CanariesIn(Encoding.Latin1.GetString(copy.ToArray())));
        }
    }
}

public sealed class PostgresClearTextTests(PostgresServer postgres) : ClearTextTests(JournalProvider.Postgres, postgres);

/// <summary>Nothing of a tenant stands in clear but what lists show: docs/privacy.md has the columns and the reason.</summary>
public abstract class ClearTextTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly string[] Shown = ["Summaries.Address", "Summaries.Name", "Summaries.SortName"];

    // Of the name, the address that was found and the one that was asked with, and the tenant; as written and as folded.
    private static readonly string[] Canaries =
    [
        "Zachariasse", "Uniek", "Zwaluwmeent", "Zierikzee", "9876 ZZ", "9876ZZ", "48273", "6543XY", "37281", "P-ZWALUW-990417",
        "ZWALUW", "z.uniek@",
    ];

    [Fact]
    public async Task Tables_EveryColumn_HoldsNoTenantButThoseThatListsShow()
    {
        await FillAsync();
        await using var journal = Host.Open();
        await using var keys = Host.Get<IDbContextFactory<KeyStoreContext>>().CreateDbContext();
        var hits = new HashSet<string>();
        var cells = 0;
        foreach (var context in new DbContext[] { journal, keys })
        {
            foreach (var type in context.Model.GetEntityTypes())
            {
                var table = type.GetSchema() is { } schema ? $"{schema}.\"{type.GetTableName()}\"" : $"\"{type.GetTableName()}\"";
                await foreach (var (column, text) in CellsAsync(context, table))
                {
                    cells++;
                    if (CanariesIn(text).Any())
                        hits.Add($"{type.GetTableName()}.{column}");
                }
            }
        }

        Assert.Equal(Shown, hits.Order(StringComparer.Ordinal));
        Assert.InRange(cells, 300, int.MaxValue);
    }

    [Fact]
    public async Task Search_EachWordOfATenant_FindsTheCaseByItsBeginning()
    {
        var finished = (await FillAsync()).Number;
        await FinishAsync();

        foreach (var search in new[]
            {
                "zach", "UNIEK", "zachariasse-un", "zwaluw 482", "9876zz", "9876 zz", "zierik", "2026-00001", "00001", "z u 9",
                "zachariasseuniek", "1 zach",
            })
        {
            var found = (await Host.Finished.PageAsync(DemoPeople.Els, search, null, 10, Cancellation)).Cases;
            Assert.Equal([finished], found.Select(one => one.Number));
        }

        foreach (var search in new[] { "achariasse", "zachx", "9876zx", "2026-00009", "482731", "~", "6543" })
            Assert.Empty((await Host.Finished.PageAsync(DemoPeople.Els, search, null, 10, Cancellation)).Cases);
    }

    protected static IEnumerable<string> CanariesIn(string text) =>
        Canaries.Where(one => text.Contains(one, StringComparison.OrdinalIgnoreCase));

    /// <summary>A finished case, one that is under way, and what people leave beside them.</summary>
    protected async Task<ActivationCase> FillAsync()
    {
        var asked = new AddressKey(Story.Parsed<Postcode>("6543XY"), Story.Parsed<HouseNumber>("37281"));
        var request = Story.Request("Zachariasse-Uniek", "Zachariasse belt terug") with
        {
            Address = asked,
            Email = Story.Parsed<EmailAddress>("z.uniek@voorbeeld.example"),
        };
        var facts = Story.Facts with
        {
            Person = Fact.Known(
                Story.Facts.Person.Value! with { Party = Story.Anna with { Id = "P-ZWALUW-990417" } }, Source.Viewpoint,
                FixedTime.Start),
            Tenancy = Fact.Known(
                Story.Facts.Tenancy.Value! with
                {
                    Home = DutchAddress.TryCreate("Zwaluwmeent", "9876ZZ", "48273", null, null, "Zierikzee"),
                },
                Source.Viewpoint,
                FixedTime.Start),
        };
        var (finished, open) = (await OpenAsync(request, "z.uniek@voorbeeld.example"), await OpenAsync(request));
        foreach (var (actor, happened) in Story.ToTheEnd(finished.Number, DemoPeople.Sanne))
        {
            finished = await AppendAsync(finished, actor, happened switch
            {
                FactsGathered => new FactsGathered(facts),
                FactsRechecked => new FactsRechecked(facts),
                _ => happened,
            });
        }

        open = await AppendAsync(open, DemoPeople.Sanne, new CaseTaken());
        open = await AppendAsync(open, Actor.Wizard, new FactsGathered(facts));
        await Host.Leases.AcquireAsync(TenantKeys.Of(facts, request)!, open.Number, Cancellation);
        await Host.Get<CaseDrafts>().KeepAsync(
            open.Number, open.Question, new Dictionary<string, string> { ["reden"] = "Zachariasse" }, DemoPeople.Sanne,
            Cancellation);
        await Host.Get<CaseComments>().AddAsync(
            finished.Number, 4, CommentKind.Discuss, "Zachariasse", DemoPeople.Els, Cancellation);
        await using (var context = Host.Open())
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
            context.Add(new ReviewRow { Case = CaseKey.Of(finished.Number), Week = 20261123, Why = "Drawn", DrawnAt = 1 });
            await context.SaveChangesAsync(Cancellation);
            await transaction.CommitAsync(Cancellation);
        }

        Assert.Null(await Host.Get<CaseReviews>().GiveAsync(
            finished.Number, new ReviewGiven(Assessment.Wrong, ReviewReason.Other, "Zachariasse"), DemoPeople.Els,
            Cancellation));
        Assert.True(await Host.Get<DueHandOvers>().PutAsync(
            new DueHandOver(
                open.Number, new PassOn(DemoPeople.Sanne.Id, DemoPeople.Tom, "Zachariasse"), DemoPeople.Els,
                Host.Clock.GetUtcNow()),
            Cancellation));
        return finished;
    }

    // Bytes as one character each, so that a text in them is found as well.
    private static async IAsyncEnumerable<(string Column, string Text)> CellsAsync(DbContext context, string table)
    {
        await context.Database.OpenConnectionAsync(Cancellation);
        await using DbCommand command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
        {
            for (var at = 0; at < reader.FieldCount; at++)
            {
                yield return (reader.GetName(at), reader.GetValue(at) switch
                {
                    byte[] bytes => Encoding.Latin1.GetString(bytes),
                    var other => $"{other}",
                });
            }
        }
    }
}
