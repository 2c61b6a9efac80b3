using System.Text;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Reviews;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteReviewTests() : ReviewTests(JournalProvider.Sqlite, null);

public sealed class PostgresReviewTests(PostgresServer postgres) : ReviewTests(JournalProvider.Postgres, postgres);

/// <summary>Drawing, reviewing and counting finished cases; the journal of a case stays as it is.</summary>
public abstract class ReviewTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly SampleSize Two = new(2, 0, 0, 0, Deviations: true);
    private static readonly ReviewGiven Wrong = new(Assessment.Wrong, ReviewReason.Reply, " Verkeerde tekst ");
    private static readonly ReviewGiven Right = new(Assessment.Right, ReviewReason.Other, "wordt niet bewaard");

    private CaseReviews Reviews => Host.Get<CaseReviews>();

    private ReviewLists Lists => Host.Get<ReviewLists>();

    [Fact]
    public async Task DrawAsync_AWeekThatIsOver_DrawsOnceWhateverComesAfter()
    {
        await FinishSomeAsync(6);
        var deviating = await DeviateAsync();
        await DrawAsync(Host, Two);
        Assert.Equal([(deviating, SampleReason.Deviation)], await DrawnAsync());

        Host.Clock.Advance(TimeSpan.FromDays(7));
        await DrawAsync(Host, Two);
        var drawn = await DrawnAsync();
        Assert.Equal(
            [SampleReason.Deviation, SampleReason.Drawn, SampleReason.Drawn], drawn.Select(one => one.Why).Order().Reverse());

        await DrawAsync(Host, new SampleSize(6, 6, 6, 6, true));
        Assert.Equal(drawn, await DrawnAsync());
    }

    [Fact]
    public async Task DrawAsync_TwoInstancesAtOnce_DrawTheSameAsOneByItself()
    {
        await FinishSomeAsync(8);
        Host.Clock.Advance(TimeSpan.FromDays(7));
        await using var again = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        again.Clock.SetUtcNow(Host.Clock.GetUtcNow());

        await Task.WhenAll(DrawAsync(Host, Two), DrawAsync(again, Two));

        var drawn = await DrawnAsync();
        Assert.Equal(2, drawn.Count);
        await using (var context = Host.Open())
        {
            await using var transaction = await context.Database.BeginTransactionAsync(Cancellation);
            await context.Reviews.ExecuteDeleteAsync(Cancellation);
            await transaction.CommitAsync(Cancellation);
        }

        await DrawAsync(again, Two);
        Assert.Equal(drawn, await DrawnAsync());
    }

    [Fact]
    public async Task GiveAsync_AReview_IsReadByWhoHadTheCaseAndChangesNothingOfIt()
    {
        var deviating = await DrawnDeviationAsync();
        var before = await Host.Reading.EventsAsync(deviating, Cancellation);
        // What nobody said yet is for who reviews.
        Assert.Null(await Reviews.OfAsync(deviating, DemoPeople.Sanne, Cancellation));
        Assert.NotNull(await Reviews.OfAsync(deviating, DemoPeople.Els, Cancellation));

        Assert.Null(await Reviews.GiveAsync(deviating, Wrong, DemoPeople.Els, Cancellation));

        var read = (await Reviews.OfAsync(deviating, DemoPeople.Sanne, Cancellation))!;
        Assert.Equal(
            (Assessment.Wrong, ReviewReason.Reply, "Verkeerde tekst", DemoPeople.Els.Name),
            (read.Assessment, read.Reason, read.Remark, read.Reviewer));
        Assert.Null(await Reviews.OfAsync(deviating, DemoPeople.Tom, Cancellation));
        Assert.Equal(before.Count, (await Host.Reading.EventsAsync(deviating, Cancellation)).Count);
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Breaks);
        await using var context = Host.Open();
        var told = await context.InboxItems.SingleAsync(item => item.Kind == nameof(InboxKind.Reviewed), Cancellation);
        Assert.Equal((DemoPeople.Sanne.Id, CaseKey.Of(deviating)), (told.PersonId, told.Case));
        var row = await context.Reviews.SingleAsync(Cancellation);
        Assert.DoesNotContain("Verkeerde", Encoding.Latin1.GetString(row.Payload!), StringComparison.Ordinal);
        Assert.Equal(1, await context.Looks.CountAsync(look => look.What == nameof(AccessKind.Review), Cancellation));
    }

    [Theory]
    [InlineData("UPDATE \"Reviews\" SET \"Assessment\" = 'RightWithRemark'")]
    [InlineData("UPDATE \"Reviews\" SET \"Assessment\" = 'Right', \"Reason\" = NULL, \"Payload\" = NULL, \"KeyId\" = NULL")]
    [InlineData("UPDATE \"Reviews\" SET \"Reason\" = 'Other'")]
    [InlineData("UPDATE \"Reviews\" SET \"Payload\" = NULL, \"KeyId\" = NULL")]
    [InlineData("UPDATE \"Reviews\" SET \"ReviewerId\" = 'tom'")]
    [InlineData("UPDATE \"Reviews\" SET \"ReviewedAt\" = \"ReviewedAt\" + 1")]
    [InlineData("DELETE FROM \"Reviews\"")]
    public async Task Verify_AReviewThatWasMeddledWith_IsNamed(string meddling)
    {
        var deviating = await DrawnDeviationAsync();
        await Reviews.GiveAsync(deviating, Wrong, DemoPeople.Els, Cancellation);
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);

        await Host.MeddleAsync(meddling);

        Assert.Contains(
            new RecordBreak(deviating, RecordFault.ReviewChanged),
            (await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task Verify_AReviewThatNobodyGave_IsNamed()
    {
        var deviating = await DrawnDeviationAsync();

        await Host.MeddleAsync(
            "UPDATE \"Reviews\" SET \"Assessment\" = 'Right', \"ReviewerId\" = 'els', \"ReviewedAt\" = \"DrawnAt\"");

        Assert.Equal(
            [new RecordBreak(deviating, RecordFault.ReviewChanged)],
            (await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task GiveAsync_RightOrTwiceOrByWhoWorkedOnIt_IsAsTheRulesSay()
    {
        var deviating = await DrawnDeviationAsync();

        Assert.Equal(
            ReviewObstacle.WorkedOnIt,
            await Reviews.GiveAsync(deviating, Right, DemoPeople.Sanne with { Role = Role.TeamLead }, Cancellation));
        Assert.Equal(ReviewObstacle.NotAllowed, await Reviews.GiveAsync(deviating, Right, DemoPeople.Sanne, Cancellation));
        Assert.Null(await Reviews.GiveAsync(deviating, Right, DemoPeople.Els, Cancellation));
        Assert.Equal(ReviewObstacle.AlreadyReviewed, await Reviews.GiveAsync(deviating, Wrong, DemoPeople.Els, Cancellation));
        var read = (await Reviews.OfAsync(deviating, DemoPeople.Els, Cancellation))!;
        Assert.Equal((Assessment.Right, null, null), (read.Assessment, read.Reason, read.Remark));
        var other = await FinishAsync();
        Assert.Equal(ReviewObstacle.NotDrawn, await Reviews.GiveAsync(other.Number, Right, DemoPeople.Els, Cancellation));
    }

    [Fact]
    public async Task ReadAsync_TheList_MarksTheOwnCasesAndCountsWithoutNamingAnybody()
    {
        var (first, second) = (await DrawnDeviationAsync(), await DrawnDeviationAsync());
        await Reviews.GiveAsync(second, Wrong, DemoPeople.Els, Cancellation);
        var lines = await Lists.ReadAsync(DemoPeople.Els, Cancellation);
        Assert.Equal(
            [(first, null, false), (second, Assessment.Wrong, false)],
            lines.Select(line => (line.Number, line.Assessment, line.IsOwn)));
        Assert.All(
            await Lists.ReadAsync(DemoPeople.Sanne with { Role = Role.TeamLead }, Cancellation),
            line => Assert.True(line.IsOwn));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Lists.ReadAsync(DemoPeople.Sanne, Cancellation));

        var today = DutchCalendar.Today(Host.Clock);
        var counts = await Lists.CountsAsync(DemoPeople.Els, today.AddDays(-7), today.AddDays(1), Cancellation);
        Assert.Equal(
            [(null, null, 1), (Assessment.Wrong, ReviewReason.Reply, 1)],
            counts.OrderBy(count => count.Assessment).Select(count => (count.Assessment, count.Reason, count.Count)));
        Assert.Empty(await Lists.CountsAsync(DemoPeople.Els, today.AddDays(-70), today.AddDays(-60), Cancellation));
    }

    [Fact]
    public async Task EraseAsync_AReviewedCase_LeavesTheFigureAndNothingOfTheRemark()
    {
        var (reviewed, waiting) = (await DrawnDeviationAsync(), await DrawnDeviationAsync());
        await Reviews.GiveAsync(reviewed, Wrong, DemoPeople.Els, Cancellation);

        foreach (var number in new[] { reviewed, waiting })
            await Host.Get<CaseErasure>().EraseAsync(number, DemoPeople.Bram.Id, "Asked by the tenant", Cancellation);

        await using var context = Host.Open();
        var row = await context.Reviews.SingleAsync(Cancellation);
        Assert.Equal(
            (CaseKey.Of(reviewed), nameof(Assessment.Wrong), null, null), (row.Case, row.Assessment, row.Payload, row.KeyId));
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Breaks);
    }

    private static Task DrawAsync(JournalHost host, SampleSize size) => new ReviewDrawing(
        host.Get<IDbContextFactory<JournalContext>>(), host.Get<IJournalWriter>(), host.Get<ICurrentEpoch>(), size, host.Clock)
        .DrawAsync(Cancellation);

    private async Task<IReadOnlyList<(CaseNumber Number, SampleReason Why)>> DrawnAsync()
    {
        await using var context = Host.Open();
        var rows = await context.Reviews.OrderBy(row => row.Case).ToListAsync(Cancellation);
        return [.. rows.Select(row => (CaseKey.NumberOf(row.Case), Enum.Parse<SampleReason>(row.Why)))];
    }

    private async Task FinishSomeAsync(int count)
    {
        for (var left = count; left > 0; left--)
            await FinishAsync();
    }

    // Proposed to send a code, and refused by a person who then closed it.
    private async Task<CaseNumber> DeviateAsync()
    {
        var activation = await OpenAsync();
        foreach (var (actor, happened) in Story.ToTheEnd(activation.Number, DemoPeople.Sanne).Take(3))
            activation = await AppendAsync(activation, actor, happened);
        await AppendAsync(
            activation, DemoPeople.Sanne, new RefusalChosen("Aanvrager wil niet meer"), new CaseWithdrawn("Dubbel"));
        return activation.Number;
    }

    private async Task<CaseNumber> DrawnDeviationAsync()
    {
        var number = await DeviateAsync();
        await DrawAsync(Host, Two);
        return number;
    }
}
