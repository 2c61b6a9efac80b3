using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteInboxTests() : InboxTests(JournalProvider.Sqlite, null);

public sealed class PostgresInboxTests(PostgresServer postgres) : InboxTests(JournalProvider.Postgres, postgres);

/// <summary>What people are told is written with the events, or not at all; what they have seen is a row beside it.</summary>
public abstract class InboxTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly Actor Noor = new("noor", "Noor", Role.TeamLead);

    private InboxNotes Notes => Host.Get<InboxNotes>();

    [Fact]
    public async Task GivenAnAsk_WhenItIsKept_ThenTheAskIsClosedAndTheAnswerIsThere()
    {
        using var feed = NewFeed();
        var asked = await AskedAsync();
        var item = Assert.Single(await OfAsync(feed, DemoPeople.Sanne));
        Assert.Equal((InboxKind.TakeOverAsked, DemoPeople.Tom, asked.Number), (item.Kind, item.By, item.Case));
        Assert.Empty(await OfAsync(feed, DemoPeople.Tom));

        await AppendAsync(asked, DemoPeople.Sanne, new CaseKept());

        Assert.Empty(await OfAsync(feed, DemoPeople.Sanne));
        Assert.Equal([InboxKind.CaseKept], await KindsAsync(feed, DemoPeople.Tom));
    }

    [Fact]
    public async Task GivenALostRace_ThenNobodyIsTold()
    {
        using var feed = NewFeed();
        var taken = await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken());
        await AppendAsync(taken, DemoPeople.Sanne, new CaseWithdrawn("Dubbel"));

        var (outcome, _) = await Journal.AppendAsync(taken, [new TakeOverAsked()], DemoPeople.Tom, null, Cancellation);

        Assert.Equal(AppendOutcome.LostRace, outcome);
        Assert.Empty(await OfAsync(feed, DemoPeople.Sanne));
    }

    [Fact]
    public async Task SeenAsync_ClosesWhatIsNewsAndOnlyTheOwn()
    {
        using var feed = NewFeed();
        var asked = await AskedAsync();
        var question = Assert.Single(await OfAsync(feed, DemoPeople.Sanne));
        await Notes.SeenAsync([question.Id], DemoPeople.Sanne, Cancellation);
        Assert.Equal([InboxKind.TakeOverAsked], await KindsAsync(feed, DemoPeople.Sanne));
        await AppendAsync(asked, DemoPeople.Tom, new CaseTaken());
        var news = Assert.Single(await OfAsync(feed, DemoPeople.Sanne));

        await Notes.SeenAsync([news.Id], DemoPeople.Tom, Cancellation);
        Assert.Equal([InboxKind.TakenOver], await KindsAsync(feed, DemoPeople.Sanne));

        await Notes.SeenAsync([news.Id], DemoPeople.Sanne, Cancellation);
        Assert.Empty(await OfAsync(feed, DemoPeople.Sanne));
    }

    [Fact]
    public async Task SeenAsync_ByOneTeamLead_LeavesItForTheOtherAndTwiceIsAsOnce()
    {
        using var feed = NewFeed();
        var finished = await FinishAsync();
        await Host.Get<CaseComments>()
            .AddAsync(finished.Number, 4, CommentKind.Mistake, "Verkeerd adres", DemoPeople.Sanne, Cancellation);
        var item = Assert.Single(await OfAsync(feed, DemoPeople.Els));
        Assert.Equal((InboxKind.MistakeReported, 4, DemoPeople.Sanne), (item.Kind, item.Sequence, item.By));

        await Notes.SeenAsync([item.Id], DemoPeople.Els, Cancellation);
        await Notes.SeenAsync([item.Id], DemoPeople.Els, Cancellation);

        Assert.Empty(await OfAsync(feed, DemoPeople.Els));
        Assert.Single(await OfAsync(feed, Noor));
        await Host.Get<CaseComments>().ResolveAsync(finished.Number, item.Subject!.Value, DemoPeople.Els, Cancellation);
        Assert.Empty(await OfAsync(feed, Noor));
    }

    [Theory]
    [InlineData(CommentKind.Mistake, InboxKind.MistakeReported)]
    [InlineData(CommentKind.Compliment, InboxKind.Remarked)]
    public async Task AddAsync_ByATeamLead_TellsWhoHandledTheCase(CommentKind said, InboxKind told)
    {
        using var feed = NewFeed();
        var finished = await FinishAsync();

        await Host.Get<CaseComments>().AddAsync(finished.Number, 4, said, "Kijk hier", DemoPeople.Els, Cancellation);

        Assert.Equal([told], await KindsAsync(feed, DemoPeople.Sanne));
        Assert.Empty(await OfAsync(feed, DemoPeople.Els));
    }

    [Fact]
    public async Task TellAsync_OfNoCase_IsThereUntilItsSubjectIsOver()
    {
        using var feed = NewFeed();
        var told = InboxItem.New(
            InboxKind.HandedToYou, InboxAddress.To(DemoPeople.Tom), DemoPeople.Els, Host.Clock.GetUtcNow()) with
        {
            Count = 12,
            Subject = Guid.NewGuid(),
        };

        await Notes.TellAsync(told, Cancellation);

        var item = Assert.Single(await OfAsync(feed, DemoPeople.Tom));
        Assert.Equal((12, null, told.Subject), (item.Count, item.Case, item.Subject));
        await Notes.OverAsync(told.Subject!.Value, Cancellation);
        Assert.Empty(await OfAsync(feed, DemoPeople.Tom));
    }

    [Fact]
    public async Task GivenAHandOverOfSeveralCases_ThenItIsOneItemUntilItWasSeenAndACaseThatFollowsIsNew()
    {
        using var feed = NewFeed();
        var (act, given) = (new CaseHandedOver(DemoPeople.Tom, "Sanne is ziek", Guid.NewGuid()), new List<CaseNumber>());
        for (var count = 1; count <= 3; count++)
        {
            var taken = await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken());
            given.Add((await AppendAsync(taken, DemoPeople.Els, act)).Number);
            var one = Assert.Single(await OfAsync(feed, DemoPeople.Tom));
            Assert.Equal((act.Act!.Value, count), (one.Id, one.Count!.Value));
        }

        var item = Assert.Single(await OfAsync(feed, DemoPeople.Tom));
        Assert.Equal(given, item.Parts.Select(part => part.Case!));
        await Notes.SeenAsync([.. item.Written], DemoPeople.Tom, Cancellation);
        Assert.Empty(await OfAsync(feed, DemoPeople.Tom));
        Assert.Equal([InboxKind.GivenAway], await KindsAsync(feed, DemoPeople.Sanne));

        var later = await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken());
        await AppendAsync(later, DemoPeople.Els, act);
        Assert.Equal([later.Number], Assert.Single(await OfAsync(feed, DemoPeople.Tom)).Parts.Select(part => part.Case!));
    }

    [Fact]
    public async Task LookAsync_WhatAnotherInstanceWrote_IsThere()
    {
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        using var feed = NewFeed();
        var taken = await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken());
        await feed.LookAsync(Cancellation);

        var there = (await other.Journal.LoadAsync(taken.Number, Cancellation))!;
        await other.Journal.AppendAsync(there, [new TakeOverAsked()], DemoPeople.Tom, null, Cancellation);

        Assert.Equal([InboxKind.TakeOverAsked], await KindsAsync(feed, DemoPeople.Sanne));
    }

    [Fact]
    public async Task EraseAsync_LeavesNothingOfTheCaseInAnyInbox()
    {
        var finished = await FinishAsync();
        await Host.Get<CaseComments>().AddAsync(finished.Number, 4, CommentKind.Mistake, "Fout", DemoPeople.Sanne, Cancellation);
        using var feed = NewFeed();
        await Notes.SeenAsync([.. (await OfAsync(feed, DemoPeople.Els)).Select(item => item.Id)], DemoPeople.Els, Cancellation);

        await Host.Get<CaseErasure>().EraseAsync(finished.Number, DemoPeople.Bram.Id, "Gevraagd", Cancellation);

        await using var context = Host.Open();
        Assert.False(await context.InboxItems.AnyAsync(Cancellation) || await context.InboxSeen.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task ForgetAsync_RemovesWhatWasOverLongAgoAndNothingElse()
    {
        using var feed = NewFeed();
        var asked = await AskedAsync();
        await AppendAsync(asked, DemoPeople.Sanne, new CaseKept());
        Host.Clock.Advance(InboxNotes.KeptAfterItsEnd + TimeSpan.FromDays(1));

        await Notes.ForgetAsync(Cancellation);

        await using var context = Host.Open();
        Assert.Equal([nameof(InboxKind.CaseKept)], await context.InboxItems.Select(row => row.Kind).ToListAsync(Cancellation));
        Assert.Single(await OfAsync(feed, DemoPeople.Tom));
        Host.Clock.Advance(InboxNotes.KeptUnseen);
        await Notes.ForgetAsync(Cancellation);
        Assert.Empty(await OfAsync(feed, DemoPeople.Tom));
    }

    [Fact]
    public async Task AppendAsync_WithAnArrangement_AsksTheTeamLeadsUntilOneDecides()
    {
        using var feed = NewFeed();
        var held = await AppendAsync(
            await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken()), Actor.Wizard,
            new FactsGathered(Story.Facts), new HoldPlaced(HoldReason.ArrangementUnderAdministration, Story.Verdict));
        var question = Assert.Single(await OfAsync(feed, Noor));
        await Notes.SeenAsync([question.Id], Noor, Cancellation);
        Assert.Equal([InboxKind.AwaitsTeamLead], await KindsAsync(feed, Noor));

        await AppendAsync(held, DemoPeople.Els, new ArrangementDecided(true, "Afgesproken"));

        Assert.Empty(await OfAsync(feed, Noor));
        Assert.Equal([InboxKind.Decided], await KindsAsync(feed, DemoPeople.Sanne));
    }

    private CaseFeed NewFeed() => new(Host.Get<IOpenCases>(), Host.Clock, NullLogger<CaseFeed>.Instance);

    private static async Task<IReadOnlyList<InboxItem>> OfAsync(CaseFeed feed, Actor person) =>
        (await feed.LookAsync(Cancellation)).InboxOf(person);

    private static async Task<IEnumerable<InboxKind>> KindsAsync(CaseFeed feed, Actor person) =>
        (await OfAsync(feed, person)).Select(item => item.Kind);

    private async Task<ActivationCase> AskedAsync() => await AppendAsync(
        await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken()), DemoPeople.Tom, new TakeOverAsked());
}
