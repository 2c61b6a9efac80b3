using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteKnownEmployeesTests() : KnownEmployeesTests(JournalProvider.Sqlite, null);

public sealed class PostgresKnownEmployeesTests(
    PostgresServer postgres) : KnownEmployeesTests(JournalProvider.Postgres, postgres);

public abstract class KnownEmployeesTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private KnownEmployees Known => Host.Get<KnownEmployees>();

    [Fact]
    public async Task AllAsync_WhoHasOrHadACase_IsThereOnce()
    {
        await OpenAsync(Story.Request("Van niemand"));
        await FinishAsync(handler: Story.Sanne);
        await AppendAsync(await OpenAsync(Story.Request("Van Sanne")), Story.Sanne, new CaseTaken());
        await AppendAsync(await OpenAsync(Story.Request("Aan Tom")), Story.TeamLead, new CaseHandedOver(Story.Tom));

        var known = await Known.AllAsync(Story.TeamLead, Cancellation);

        Assert.Equal([Story.Sanne, Story.Tom], known.OrderBy(one => one.Id));
    }

    [Fact]
    public async Task AllAsync_ForAnEmployee_IsRefused() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Known.AllAsync(Story.Sanne, Cancellation));
}
