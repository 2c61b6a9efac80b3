using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.App.Finished;

/// <summary>The filters of the list, on either database.</summary>
public abstract class FinishedFilterTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    [Fact]
    public async Task FindAsync_OutcomeAndPeriod_GivesOnlyThose()
    {
        var first = (await FinishAsync(Story.Request("Anna Jansen"))).Number;
        Host.Clock.Advance(TimeSpan.FromDays(2));
        var later = await FinishAsync(Story.Request("Bram de Vries"));
        var (second, ended) = (later.Number, later.CompletedAt!.Value);

        Assert.Equal([second, first], await NumbersAsync(new FinishedFilter()));
        Assert.Equal([second, first], await NumbersAsync(new FinishedFilter(Ending: ActivationState.SentByEmail)));
        Assert.Empty(await NumbersAsync(new FinishedFilter(Ending: ActivationState.Refused)));
        Assert.Equal([second], await NumbersAsync(new FinishedFilter(From: ended)));
        Assert.Equal([first], await NumbersAsync(new FinishedFilter(Before: ended)));
        Assert.Equal([first],
            await NumbersAsync(new FinishedFilter("anna", ActivationState.SentByEmail, ended.AddDays(-3), ended.AddDays(-1))));
    }

    private async Task<IEnumerable<CaseNumber>> NumbersAsync(FinishedFilter filter) =>
        (await Host.Finished.FindAsync(DemoPeople.Els, filter, null, 10, Cancellation)).Cases.Select(one => one.Number);
}

public sealed class SqliteFinishedFilterTests() : FinishedFilterTests(JournalProvider.Sqlite, null);

public sealed class PostgresFinishedFilterTests(
    PostgresServer postgres) : FinishedFilterTests(JournalProvider.Postgres, postgres);
