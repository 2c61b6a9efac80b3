using System.Text;
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

public sealed class SqliteCorrectedCaseTests() : CorrectedCaseTests(JournalProvider.Sqlite, null);

public sealed class PostgresCorrectedCaseTests(PostgresServer postgres) : CorrectedCaseTests(JournalProvider.Postgres, postgres);

/// <summary>A case of which the request was corrected: in rows, lists and files.</summary>
public abstract class CorrectedCaseTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly ActivationRequest Misspelt =
        Story.Request("Anna Jannsen") with { Address = new(Story.Parsed<Postcode>("5622CD"), Story.Parsed<HouseNumber>("7")) };

    private static readonly RequestCorrected Corrected =
        new(RequestValues.Of(Misspelt), RequestValues.Of(Story.Request()), "Tikfout");

    [Fact]
    public async Task AppendAsync_Corrected_IsFoundByWhatItIsNow()
    {
        var open = await AppendAsync(await OpenAsync(Misspelt), DemoPeople.Sanne, new CaseTaken(), Corrected);
        await using (var context = Host.Open())
        {
            var row = await context.Summaries.SingleAsync(Cancellation);
            Assert.Equal((Story.Request().Name, Story.Address.ToString()), (row.Name, row.Address));
            Assert.Equal(Host.Get<CasePseudonyms>().OfTenant(TenantKeys.At(Story.Address)), row.Household);
        }

        await AppendAsync(open, DemoPeople.Sanne, new CaseWithdrawn("Dubbel"));

        Assert.Single(await FoundAsync("van der jansen 5612ab"));
        Assert.Empty(await FoundAsync("jannsen"));
        Assert.Empty(await FoundAsync("5622cd"));
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task OpenAsync_SameIntakeKey_KnowsTheRequestAsItCameIn()
    {
        var opened = await OpenAsync(Misspelt, "sleutel");
        await AppendAsync(opened, DemoPeople.Sanne, new CaseTaken(), Corrected);

        var again = await Journal.OpenAsync(Misspelt, Actor.Wizard, "sleutel", Cancellation);

        Assert.Equal((false, Misspelt, Story.Request()), (again.IsNew, again.Case!.Received, again.Case.Request));
    }

    [Fact]
    public async Task JsonAsync_Corrected_IsTakenInElsewhereWithBoth()
    {
        var open = await AppendAsync(await OpenAsync(Misspelt), DemoPeople.Sanne, new CaseTaken(), Corrected);
        await AppendAsync(open, DemoPeople.Sanne, new CaseWithdrawn("Dubbel"));

        var file = await Host.Get<CaseExport>().JsonAsync(open.Number, DemoPeople.Els, Cancellation);

        Assert.Contains("Jannsen", Encoding.UTF8.GetString(file!), StringComparison.Ordinal);
        await using var other = await JournalHost.StartAsync(JournalProvider.Sqlite, null);
        await other.Get<CaseImport>().ImportAsync(file!, Cancellation);
        var taken = (await other.Journal.LoadAsync(open.Number, Cancellation))!;
        Assert.Equal((Misspelt, Story.Request()), (taken.Received, taken.Request));
    }

    private async Task<IReadOnlyList<CaseSummary>> FoundAsync(string search) =>
        (await Host.Finished.PageAsync(DemoPeople.Els, search, null, 10, Cancellation)).Cases;
}
