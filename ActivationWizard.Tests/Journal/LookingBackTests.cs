using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteLookingBackTests() : LookingBackTests(JournalProvider.Sqlite, null);

public sealed class PostgresLookingBackTests(PostgresServer postgres) : LookingBackTests(JournalProvider.Postgres, postgres);

/// <summary>What is kept beside the chains: comments, saved lists, and the filters that go by them.</summary>
public abstract class LookingBackTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private CaseComments Comments => Host.Get<CaseComments>();

    [Fact]
    public async Task AddAsync_AComment_IsReadByWhoMayReplayAndIsNoEvent()
    {
        var finished = await FinishAsync();

        Assert.True(await Comments.AddAsync(
            finished.Number, 4, CommentKind.Compliment, " Netjes opgelost ", DemoPeople.Els, Cancellation));

        var comment = Assert.Single(await Comments.OfAsync(finished.Number, DemoPeople.Sanne, Cancellation));
        Assert.Equal((4, CommentKind.Compliment, "Netjes opgelost", DemoPeople.Els),
            (comment.Sequence, comment.Kind, comment.Text, comment.Author));
        Assert.Empty(await Comments.OfAsync(finished.Number, DemoPeople.Tom, Cancellation));
        Assert.Equal(13, (await Host.Reading.EventsAsync(finished.Number, Cancellation)).Count);
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Breaks);
        await using var context = Host.Open();
        var row = await context.Comments.SingleAsync(Cancellation);
        Assert.DoesNotContain("Netjes", System.Text.Encoding.UTF8.GetString(row.Payload), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, "  ")]
    [InlineData(0, "tekst")]
    [InlineData(14, "tekst")]
    public async Task AddAsync_NothingToSayOrNowhere_IsRefused(int sequence, string text)
    {
        var finished = await FinishAsync();

        Assert.False(await Comments.AddAsync(finished.Number, sequence, CommentKind.Discuss, text, DemoPeople.Els, Cancellation));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Comments.AddAsync(finished.Number, 4, CommentKind.Discuss, "Van mij?", DemoPeople.Tom, Cancellation));
        Assert.Empty(await Comments.OfAsync(finished.Number, DemoPeople.Els, Cancellation));
    }

    [Fact]
    public async Task ResolveAsync_AnOpenComment_OnceAndTheListFollows()
    {
        var finished = await FinishAsync();
        await FinishAsync();
        await Comments.AddAsync(finished.Number, 4, CommentKind.Mistake, "Kijk hier", DemoPeople.Els, Cancellation);
        var id = (await Comments.OfAsync(finished.Number, DemoPeople.Els, Cancellation))[0].Id;
        Assert.Equal([finished.Number], await NumbersAsync(new FinishedFilter { IsSpecial = true }));

        Assert.True(await Comments.ResolveAsync(finished.Number, id, DemoPeople.Sanne, Cancellation));
        Assert.False(await Comments.ResolveAsync(finished.Number, id, DemoPeople.Sanne, Cancellation));

        Assert.Equal(
            DemoPeople.Sanne.Name, (await Comments.OfAsync(finished.Number, DemoPeople.Els, Cancellation))[0].ResolvedBy);
        Assert.Empty(await NumbersAsync(new FinishedFilter { IsSpecial = true }));
        Assert.Equal([finished.Number], await NumbersAsync(new FinishedFilter { HasComment = true }));
        var page = await Host.Finished.FindAsync(DemoPeople.Els, new FinishedFilter(), null, 10, Cancellation);
        Assert.Equal(new CommentCount(1, 0), Assert.Single(page.Comments).Value);
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task SetAsync_CommentsOfBeforeTheyWereRecorded_AreTakenOverAsTheyStandAndMissedFromThenOn()
    {
        var finished = await FinishAsync();
        foreach (var text in new[] { "Kijk hier", "En hier" })
            await Comments.AddAsync(finished.Number, 4, CommentKind.Mistake, text, DemoPeople.Els, Cancellation);
        var said = await Comments.OfAsync(finished.Number, DemoPeople.Els, Cancellation);
        await Comments.ResolveAsync(finished.Number, said[0].Id, DemoPeople.Sanne, Cancellation);
        // As a version that recorded none leaves it.
        await Host.MeddleAsync("DELETE FROM \"Looks\"");
        await Host.MeddleAsync("DELETE FROM \"RecordHeads\"");

        await using (await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo))
            Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);

        await Host.MeddleAsync($"DELETE FROM \"Comments\" WHERE \"ResolvedAt\" IS NULL");
        Assert.Equal(
            (RecordFault.CommentMissing, $"{said[1].Id}"),
            (await Host.Verification.CheckAllAsync(Cancellation)).Beside.Select(one => (one.What, one.Where!)).Single());
        await Host.MeddleAsync("UPDATE \"Comments\" SET \"ResolvedAt\" = NULL");
        Assert.Contains(
            (await Host.Verification.CheckAllAsync(Cancellation)).Beside, one => one.What is RecordFault.CommentMarkChanged);
    }

    [Fact]
    public async Task EraseAsync_ACaseWithAComment_TakesItAlong()
    {
        var finished = await FinishAsync();
        await Comments.AddAsync(finished.Number, 4, CommentKind.Discuss, "Bel Anna", DemoPeople.Els, Cancellation);

        await Host.Get<CaseErasure>().EraseAsync(finished.Number, DemoPeople.Bram.Id, "Asked by the tenant", Cancellation);

        Assert.Empty(await Comments.OfAsync(finished.Number, DemoPeople.Els, Cancellation));
        Assert.False(await Comments.AddAsync(finished.Number, 4, CommentKind.Discuss, "Nog iets", DemoPeople.Els, Cancellation));
    }

    [Fact]
    public async Task SaveAsync_AView_IsOnesOwnAndReplacedByName()
    {
        var views = Host.Get<SavedViews>();

        Assert.True(await views.SaveAsync(DemoPeople.Els, new SavedView(" Postex ", "/zaken?bijzonder=postex"), Cancellation));
        Assert.True(await views.SaveAsync(DemoPeople.Els, new SavedView("Postex", "/zaken?bijzonder=fout"), Cancellation));
        Assert.False(await views.SaveAsync(DemoPeople.Els, new SavedView(" ", "/zaken"), Cancellation));

        Assert.Equal([new SavedView("Postex", "/zaken?bijzonder=fout")], await views.OfAsync(DemoPeople.Els, Cancellation));
        Assert.Empty(await views.OfAsync(DemoPeople.Sanne, Cancellation));
        await views.RemoveAsync(DemoPeople.Els, "Postex", Cancellation);
        Assert.Empty(await views.OfAsync(DemoPeople.Els, Cancellation));
    }

    [Fact]
    public async Task FindAsync_EverySort_GoesThroughAllPagesOnce()
    {
        foreach (var name in new[] { "Cees Visser", "Anna Jansen", "Bram de Vries" })
        {
            await FinishAsync(Story.Request(name));
            Host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        foreach (var sort in Enum.GetValues<FinishedSort>())
        {
            var found = new List<CaseNumber>();
            await foreach (var one in Pages(new FinishedFilter { Sort = sort }))
                found.Add(one);
            Assert.Equal(3, found.Distinct().Count());
            if (sort is FinishedSort.Name)
                Assert.Equal([2, 3, 1], found.Select(one => one.Ordinal));
        }
    }

    private async IAsyncEnumerable<CaseNumber> Pages(FinishedFilter filter)
    {
        FinishedCursor? next = null;
        do
        {
            var page = await Host.Finished.FindAsync(DemoPeople.Els, filter, next, 1, Cancellation);
            yield return Assert.Single(page.Cases).Number;
            next = page.Next;
        }
        while (next is not null);
    }

    private async Task<IEnumerable<CaseNumber>> NumbersAsync(FinishedFilter filter) =>
        (await Host.Finished.FindAsync(DemoPeople.Els, filter, null, 10, Cancellation)).Cases.Select(one => one.Number);
}
