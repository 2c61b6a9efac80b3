using System.Text;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteCaseAdmissionTests() : CaseAdmissionTests(JournalProvider.Sqlite, null);

public sealed class PostgresCaseAdmissionTests(PostgresServer postgres)
    : CaseAdmissionTests(JournalProvider.Postgres, postgres);

/// <summary>Who is let in to a case, on what ground, and what is written down of it.</summary>
public abstract class CaseAdmissionTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly GivenReason Calls = GivenReason.Of(AccessReason.TenantAsks, "Mevrouw Geheim belt")!;

    private CaseAdmission Admission => Host.Get<CaseAdmission>();

    [Fact]
    public async Task OpenAsync_OnAGroundOfOnesOwn_IsLetInAndWrittenDownWithIt()
    {
        var waiting = await OpenAsync();
        var own = await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken());
        var handed = await AppendAsync(
            await AppendAsync(await OpenAsync(), DemoPeople.Tom, new CaseTaken()), DemoPeople.Tom,
            new CaseHandedOver(DemoPeople.Sanne));
        foreach (var (number, actor) in new[]
        {
            (waiting.Number, DemoPeople.Sanne), (own.Number, DemoPeople.Sanne), (handed.Number, DemoPeople.Sanne),
            (own.Number, DemoPeople.Els), ((await FinishAsync()).Number, DemoPeople.Sanne),
        })
        {
            var opened = Assert.IsType<Admission.Admitted>(await Admission.OpenAsync(number, actor, null, Cancellation));
            Assert.Equal(number, opened.Case.Number);
        }

        Assert.Equal(
            [
                (AccessGround.Waiting, "Employee"), (AccessGround.OwnCase, "Employee"), (AccessGround.TakenOver, "Employee"),
                (AccessGround.TeamLead, "TeamLead"), (AccessGround.OwnCase, "Employee"),
            ],
            (await RowsAsync()).Select(row => (Enum.Parse<AccessGround>(row.Ground!), row.ActorRole)));
    }

    [Fact]
    public async Task OpenAsync_SomebodyElsesWithoutAReason_TellsNothingAndLooksLikeNoCase()
    {
        var colleagues = await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken());
        var finished = await FinishAsync();
        foreach (var number in new[] { colleagues.Number, finished.Number, CaseNumber.Of(2026, 777) })
            Assert.Equal(new Admission.ReasonNeeded(), await AskAsync(number, null));

        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task OpenAsync_WithAReason_IsThereToSeeForTheEmployeeAndNowhereInClear()
    {
        var finished = await FinishAsync();

        Assert.IsType<Admission.Admitted>(await AskAsync(finished.Number, Calls));

        var seen = Assert.Single(await Host.Get<CaseAccesses>().OfAsync(finished.Number, DemoPeople.Sanne, Cancellation));
        Assert.Equal((AccessKind.Case, DemoPeople.Tom), (seen.Kind, seen.Actor));
        Assert.Equal(
            (AccessGround.Reason, AccessReason.TenantAsks, "Mevrouw Geheim belt"), (seen.Ground, seen.Reason, seen.Note));
        Assert.Equal(Host.Clock.GetUtcNow(), seen.At);
        var row = Assert.Single(await RowsAsync());
        Assert.DoesNotContain("Geheim", Encoding.UTF8.GetString(row.Note!), StringComparison.Ordinal);
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task OpenAsync_ANumberOfNoCaseWithAReason_StaysUnknownAndIsWrittenDown()
    {
        Assert.Equal(new Admission.NoSuchCase(), await AskAsync(CaseNumber.Of(2026, 777), Calls));

        var row = Assert.Single(await RowsAsync());
        Assert.Equal((nameof(AccessKind.NoCase), null), (row.What, row.Note));
        Assert.Equal(new Admission.ReasonNeeded(), await AskAsync(CaseNumber.Of(2026, 777), null));
        Assert.Equal(
            new Admission.NoSuchCase(), await Admission.OpenAsync(CaseNumber.Of(2026, 777), DemoPeople.Els, null, Cancellation));
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task OpenAsync_AgainWithinThePause_IsTheSameOpening()
    {
        var finished = await FinishAsync();
        await AskAsync(finished.Number, Calls);

        Host.Clock.Advance(CaseAdmission.Pause - TimeSpan.FromSeconds(1));
        Assert.IsType<Admission.Admitted>(await AskAsync(finished.Number, null));
        Assert.Single(await RowsAsync());

        Host.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(new Admission.ReasonNeeded(), await AskAsync(finished.Number, null));
    }

    [Fact]
    public async Task OpenAsync_AgainOnAnotherGround_IsWrittenDownAgain()
    {
        var waiting = await OpenAsync();
        await Admission.OpenAsync(waiting.Number, DemoPeople.Sanne, null, Cancellation);
        await Admission.OpenAsync(waiting.Number, DemoPeople.Sanne, null, Cancellation);
        await AppendAsync(waiting, DemoPeople.Sanne, new CaseTaken());

        await Admission.OpenAsync(waiting.Number, DemoPeople.Sanne, null, Cancellation);

        Assert.Equal(["Waiting", "OwnCase"], (await RowsAsync()).Select(row => row.Ground));
    }

    [Fact]
    public async Task OpenAsync_AsARoleThatSeesNoCases_IsRefusedWhateverTheReason() =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => Admission.OpenAsync(CaseNumber.Of(2026, 1), DemoPeople.Bram, Calls, Cancellation));

    [Fact]
    public async Task OpenAsync_AnErasedCase_IsSaidToWhoTookPartAndNotToAColleague()
    {
        var finished = await FinishAsync();
        await AskAsync(finished.Number, Calls);
        await Host.Get<CaseErasure>().EraseAsync(finished.Number, DemoPeople.Bram.Id, "Asked by the tenant", Cancellation);
        Host.Clock.Advance(CaseAdmission.Pause);

        Assert.Equal(new Admission.ReasonNeeded(), await AskAsync(finished.Number, null));
        await Assert.ThrowsAsync<UnreadableCaseException>(
            () => Admission.OpenAsync(finished.Number, DemoPeople.Sanne, null, Cancellation));
        await Assert.ThrowsAsync<UnreadableCaseException>(() => AskAsync(finished.Number, Calls));

        // What was said with a reason is gone with the case; that it was given is not.
        var seen = await Host.Get<CaseAccesses>().OfAsync(finished.Number, DemoPeople.Els, Cancellation);
        Assert.All(seen, one => Assert.Equal((AccessReason.TenantAsks, null), (one.Reason, one.Note)));
        Assert.Equal(2, seen.Count);
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Theory]
    [InlineData("Ground", "'OwnCase'")]
    [InlineData("Reason", "NULL")]
    [InlineData("Note", "NULL")]
    [InlineData("Found", "7")]
    public async Task Verify_AGroundOrReasonThatWasAltered_IsFound(string column, string value)
    {
        var finished = await FinishAsync();
        await AskAsync(finished.Number, Calls);

        await Host.MeddleAsync($"UPDATE \"Looks\" SET \"{column}\" = {value}");

        Assert.Equal(
            [new RecordBreak(finished.Number, RecordFault.AccessChanged, "1")],
            (await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public void FaultOf_AReason_AsksForWhatIsNotOnTheList()
    {
        Assert.Equal(ReasonFault.NotChosen, GivenReason.FaultOf(null, "omdat"));
        Assert.Equal(ReasonFault.NotChosen, GivenReason.FaultOf((AccessReason)99, "omdat"));
        Assert.Equal(ReasonFault.NotSaid, GivenReason.FaultOf(AccessReason.Other, " \0 "));
        Assert.Equal(
            ReasonFault.TooLong, GivenReason.FaultOf(AccessReason.Complaint, new string('x', GivenReason.LongestNote + 1)));
        Assert.Null(GivenReason.FaultOf(AccessReason.Other, new string('x', GivenReason.LongestNote)));
        Assert.Null(GivenReason.Of(null, null));
        Assert.Null(GivenReason.Of(AccessReason.Complaint, "  ")!.Note);
    }

    private Task<Admission> AskAsync(CaseNumber number, GivenReason? reason) =>
        Admission.OpenAsync(number, DemoPeople.Tom, reason, Cancellation);

    private async Task<IReadOnlyList<AccessRow>> RowsAsync()
    {
        await using var context = Host.Open();
        return await context.Looks.OrderBy(row => row.Number).ToListAsync(Cancellation);
    }
}
