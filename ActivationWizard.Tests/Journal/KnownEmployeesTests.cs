using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
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
        await FinishAsync(handler: DemoPeople.Sanne);
        await AppendAsync(await OpenAsync(Story.Request("Van Sanne")), DemoPeople.Sanne, new CaseTaken());
        await AppendAsync(await OpenAsync(Story.Request("Aan Tom")), DemoPeople.Els, new CaseHandedOver(DemoPeople.Tom));

        var known = await Known.AllAsync(DemoPeople.Els, Cancellation);

        Assert.Equal([DemoPeople.Sanne, DemoPeople.Tom], known.OrderBy(one => one.Id));
    }

    [Fact]
    public async Task AllAsync_ForAnEmployee_IsRefused() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Known.AllAsync(DemoPeople.Sanne, Cancellation));
}
