using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteAccessLogTests() : AccessLogTests(JournalProvider.Sqlite, null);

public sealed class PostgresAccessLogTests(PostgresServer postgres) : AccessLogTests(JournalProvider.Postgres, postgres);

/// <summary>The access records of all cases, found by whose they are, of what, and when.</summary>
public abstract class AccessLogTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private AccessRecords Records => Host.Get<AccessRecords>();

    [Fact]
    public async Task FindAsync_ByPersonCaseTenantAndPeriod_IsWhatFitsTheLatestFirst()
    {
        var (anna, bram) = (await FinishAsync(), await FinishAsync(Story.Request("Bram de Boer")));
        var open = await OpenAsync(Story.Request("Anna Open"));
        await OpenedAsync(anna, DemoPeople.Sanne);
        await OpenedAsync(bram, DemoPeople.Tom);
        await OpenedAsync(open, DemoPeople.Tom);
        var start = Host.Clock.GetUtcNow();

        await IsAsync(new AccessFilter(), (open, DemoPeople.Tom), (bram, DemoPeople.Tom), (anna, DemoPeople.Sanne));
        await IsAsync(new AccessFilter(PersonId: DemoPeople.Tom.Id), (open, DemoPeople.Tom), (bram, DemoPeople.Tom));
        await IsAsync(new AccessFilter(Number: bram.Number), (bram, DemoPeople.Tom));
        await IsAsync(new AccessFilter(From: start.AddSeconds(-30)), (open, DemoPeople.Tom));
        await IsAsync(new AccessFilter(Before: start.AddMinutes(-2)), (anna, DemoPeople.Sanne));
        await IsAsync(new AccessFilter(Tenant: "anna"), (open, DemoPeople.Tom), (anna, DemoPeople.Sanne));
        await IsAsync(new AccessFilter(PersonId: DemoPeople.Sanne.Id, Tenant: "boer"));
        Assert.Equal(
            new[] { DemoPeople.Els, DemoPeople.Sanne, DemoPeople.Tom }.Select(one => (one.Id, one.Name)),
            (await Records.PeopleAsync(DemoPeople.Bram, Cancellation)).OrderBy(one => one.Name, StringComparer.Ordinal));
    }

    [Fact]
    public async Task FindAsync_MoreThanAPage_HasTheRestOnTheNext()
    {
        var finished = await FinishAsync();
        for (var time = 0; time <= AccessRecords.RowsOfPage; time++)
            await Host.Get<CaseAccesses>().RecordAsync([finished.Number], AccessKind.Replay, DemoPeople.Els, Cancellation);

        var first = await FindAsync(DemoPeople.Els, new AccessFilter());
        var last = await Records.FindAsync(DemoPeople.Els, new AccessFilter(), 2, false, Cancellation);

        Assert.Equal((AccessRecords.RowsOfPage, true), (first.Accesses.Count, first.HasMore));
        Assert.Equal((1, false), (last.Accesses.Count, last.HasMore));
    }

    [Fact]
    public async Task FindAsync_ByASystemManager_HasNothingOfTenants()
    {
        var finished = await FinishAsync();
        await Host.Get<CaseAdmission>().OpenAsync(
            finished.Number, DemoPeople.Tom, GivenReason.Of(AccessReason.Other, "Mevrouw Jansen belt"), Cancellation);

        var seen = Assert.Single((await FindAsync(DemoPeople.Bram, new AccessFilter())).Accesses);

        Assert.Equal((AccessReason.Other, null, finished.Number), (seen.Reason, seen.Note, seen.Number));
        Assert.Equal(
            "Mevrouw Jansen belt", Assert.Single((await FindAsync(DemoPeople.Els, new AccessFilter())).Accesses).Note);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => FindAsync(DemoPeople.Bram, new AccessFilter(Tenant: "jansen")));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => FindAsync(DemoPeople.Sanne, new AccessFilter()));
    }

    [Fact]
    public async Task FindAsync_ByATenant_IsASearchThatIsWrittenDownOnce()
    {
        await FinishAsync();

        await FindAsync(DemoPeople.Els, new AccessFilter(Tenant: "anna"));
        await Records.FindAsync(DemoPeople.Els, new AccessFilter(Tenant: "anna"), 1, true, Cancellation);

        var search = Assert.Single((await FindAsync(DemoPeople.Bram, new AccessFilter())).Accesses);
        Assert.Equal((AccessKind.Search, "Name", 1), (search.Kind, search.Detail, search.Found));
    }

    [Fact]
    public async Task TakeAlongAsync_AFile_IsWrittenDownBeforeItsFirstLineAndNotInIt()
    {
        await OpenedAsync(await FinishAsync(), DemoPeople.Sanne);

        var lines = new List<CaseAccess>();
        await foreach (var one in Records.TakeAlongAsync(DemoPeople.Bram, new AccessFilter(), Cancellation))
            lines.Add(one);

        Assert.Equal(AccessKind.Case, Assert.Single(lines).Kind);
        var written = (await FindAsync(DemoPeople.Els, new AccessFilter())).Accesses[0];
        Assert.Equal(
            (AccessKind.AccessLog, AccessGround.Supervision, DemoPeople.Bram, 1),
            (written.Kind, written.Ground, written.Actor, written.Found));
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    private async Task OpenedAsync(ActivationCase activation, Actor actor)
    {
        var reason = GivenReason.Of(AccessReason.Complaint, null);
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Host.Get<CaseAdmission>().OpenAsync(activation.Number, actor, reason, Cancellation);
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private Task<AccessPage> FindAsync(Actor actor, AccessFilter filter) =>
        Records.FindAsync(actor, filter, 1, false, Cancellation);

    // Without the searches that looking itself leaves.
    private async Task IsAsync(AccessFilter filter, params (ActivationCase Case, Actor Actor)[] expected)
    {
        var found = (await FindAsync(DemoPeople.Els, filter)).Accesses.Where(one => one.Kind is not AccessKind.Search);
        Assert.Equal(
            expected.Select(one => (one.Case.Number, one.Actor)), found.Select(one => (one.Number!, one.Actor)));
    }
}
