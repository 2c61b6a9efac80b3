using System.Text;
using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteOpenedAgainTests() : OpenedAgainTests(JournalProvider.Sqlite, null);

public sealed class PostgresOpenedAgainTests(PostgresServer postgres) : OpenedAgainTests(JournalProvider.Postgres, postgres);

/// <summary>A case that had ended and is open again, because its reply was returned: in rows, lists, files, and erased.</summary>
public abstract class OpenedAgainTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    [Fact]
    public async Task AppendAsync_AMailOnACaseThatIsOver_KeepsItsEndAndFits()
    {
        var refused = await RefusedAsync();

        var after = await AppendAsync(refused, Actor.Wizard, new MailReceived(Mail(refused)));

        Assert.Equal(refused.CompletedAt, after.CompletedAt);
        Assert.Equal(refused.CompletedAt, Assert.Single(await PageAsync()).CompletedAt);
        await FitsAsync();
    }

    [Fact]
    public async Task AppendAsync_OpenedAgainAndEndedAgain_IsInTheListsOfItsState()
    {
        var refused = await RefusedAsync();
        using var feed = new CaseFeed(Host.Get<IOpenCases>(), Host.Clock, NullLogger<CaseFeed>.Instance);
        Assert.Empty((await feed.LookAsync(Cancellation)).Open);

        var open = await AppendAsync(refused, Actor.Wizard, Returned(refused));

        Assert.Empty(await PageAsync());
        var view = await feed.LookAsync(Cancellation);
        Assert.Equal([open.Number], view.Open.Select(one => one.Number));
        Assert.Equal(1, view.AttentionOf(DemoPeople.Sanne));
        Assert.Equal(1, await Host.Queries.NeedsAttentionCountAsync(DemoPeople.Els, Cancellation));
        await FitsAsync();

        Host.Clock.Advance(TimeSpan.FromDays(3));
        // What the facts are read as by now has another address in it: what it is found by grows.
        var ended = await AppendAsync(
            open, DemoPeople.Sanne,
            new NewAddressSought(Moved, Story.Verdict), new ReplyReaddressed(Story.Email), new FactsRechecked(Moved),
            new ReplyRequested(FixedEpoch.Key(open.Number, open.Version + 4), Story.Email, Text),
            new ReplySent(FixedEpoch.Key(open.Number, open.Version + 4)), new RequestRefused());

        Assert.Equal(ended.CompletedAt, Assert.Single(await PageAsync("nieuwstraat")).CompletedAt);
        Assert.Single(await PageAsync("jans dorps"));
        Assert.Empty((await feed.LookAsync(Cancellation)).Open);
        await FitsAsync();
    }

    [Fact]
    public async Task AppendAsync_WordsThatAreOfNoEnd_DoNotFit()
    {
        var refused = await RefusedAsync();
        var open = await AppendAsync(refused, Actor.Wizard, Returned(refused));
        await Host.MeddleAsync(
            $"INSERT INTO \"WordPseudonyms\" (\"Case\", \"Pseudonym\") VALUES ({CaseKey.Of(open.Number)}, 'made-up')");

        var found = await Host.Verification.CheckAllAsync(Cancellation);

        Assert.Equal([(open.Number, RecordFault.WordsChanged)], found.Beside.Select(one => (one.Number!, one.What)));
    }

    [Fact]
    public async Task EraseAsync_WhileItIsOpenAgain_IsRefusedAndAfterItsEndNothingIsLeft()
    {
        var refused = await RefusedAsync();
        var open = await AppendAsync(refused, Actor.Wizard, Returned(refused));
        var erasing = Host.Get<CaseErasure>();
        await Assert.ThrowsAsync<CaseNotErasableException>(
            () => erasing.EraseAsync(open.Number, "bram", "inzage", Cancellation));
        var ended = await AppendAsync(open, DemoPeople.Sanne, new BounceSettled(BounceEnd.Closed, "Onbekend"));

        await using (var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo))
            await other.Get<CaseErasure>().EraseAsync(ended.Number, "bram", "inzage", Cancellation);

        // This process knows the case as it was, with its key: nothing is written to it any more.
        var (outcome, _) = await Journal.AppendAsync(
            ended, [new MailReceived(Mail(ended))], Actor.Wizard, null, Cancellation);
        Assert.Equal(AppendOutcome.LostRace, outcome);
        await using var context = Host.Open();
        Assert.Equal("", (await context.Summaries.SingleAsync(Cancellation)).Name);
        Assert.Empty(await context.WordPseudonyms.ToListAsync(Cancellation));
        await FitsAsync();
    }

    [Fact]
    public async Task JsonAsync_OfACaseThatWasOpenedAgain_IsTakenInElsewhere()
    {
        var refused = await RefusedAsync();
        var open = await AppendAsync(refused, Actor.Wizard, Returned(refused));
        Assert.Null(await Host.Get<CaseExport>().JsonAsync(open.Number, DemoPeople.Els, Cancellation));
        var ended = await AppendAsync(open, DemoPeople.Sanne, new BounceSettled(BounceEnd.ToldByPhone, "Gebeld"));

        var file = await Host.Get<CaseExport>().JsonAsync(ended.Number, DemoPeople.Els, Cancellation);

        Assert.Contains("mail-received", Encoding.UTF8.GetString(file!), StringComparison.Ordinal);
        await using var other = await JournalHost.StartAsync(JournalProvider.Sqlite, null);
        Assert.Equal(ended.Number, (await other.Get<CaseImport>().ImportAsync(file!, Cancellation)).Number);
        var taken = (await other.Journal.LoadAsync(ended.Number, Cancellation))!;
        Assert.Equal((ended.Settled, 1), (taken.Settled, taken.Mails.Count));
        Assert.Empty((await other.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task Rows_OfAMailThatCameIn_HaveNothingOfItInClear()
    {
        var refused = await RefusedAsync();
        await AppendAsync(refused, Actor.Wizard, Returned(refused));

        await using var context = Host.Open();
        var rows = await context.Events.OrderByDescending(row => row.Sequence).Take(2).ToListAsync(Cancellation);
        Assert.All(rows, row => Assert.DoesNotContain(
            "anna.jansen", Encoding.UTF8.GetString(row.Payload) + row.ActorName + row.EffectKey, StringComparison.Ordinal));
    }

    private static MailText Text { get; } = new("Uw aanvraag", "Dat kan niet.");

    private static CaseFacts Moved { get; } = Story.Facts with
    {
        Tenancy = Fact.Known(
            new TenancyFinding(
                TenancyStatus.Active, new DateOnly(2019, 1, 1),
                DutchAddress.TryCreate("Nieuwstraat", "5612AB", "12", "A", "III", "Eindhoven"), ["88"]),
            Source.Viewpoint, FixedTime.Start),
    };

    private async Task<ActivationCase> RefusedAsync()
    {
        var activation = await OpenAsync();
        var verdict = Story.Verdict with { Ruling = new Ruling.Refuse(RefusalGround.PaymentArrangement, false) };
        var template = new TemplateChoice(RefusalGround.PaymentArrangement, false, MailLanguage.Dutch);
        var key = FixedEpoch.Key(activation.Number, 7);
        (Actor Actor, CaseEvent Fact)[] story =
        [
            (DemoPeople.Sanne, new CaseTaken()), (Actor.Wizard, new FactsGathered(Story.Facts)),
            (Actor.Wizard, new ProposalMade(verdict)),
            (DemoPeople.Sanne, new ProposalAccepted(new Acceptance { Reply = Text, Template = template })),
            (Actor.Wizard, new FactsRechecked(Story.Facts)), (Actor.Wizard, new ReplyRequested(key, Story.Email, Text)),
            (Actor.Wizard, new ReplySent(key)), (Actor.Wizard, new RequestRefused()),
        ];
        foreach (var (actor, fact) in story)
            activation = await AppendAsync(activation, actor, fact);
        return activation;
    }

    private static CaseEvent[] Returned(ActivationCase refused) =>
        [new MailReceived(Mail(refused)), new ReplyBounced(EffectKind.SendReply, refused.Results.Replies[^1].Key)];

    private static CaseMail Mail(ActivationCase refused) => new(
        MailTie.Report, new Guid("5f0c3c1e-7a54-4c1a-9f0f-2f2a3f0d9b11"), "1-9F86D081", null, "Mail Delivery System",
        "Undelivered", FixedTime.Start, refused.Results.Replies[^1].Key,
        new DeliveryNotice(DeliveryEnd.Failed, Story.Email, "5.1.1", "anna.jansen@voorbeeld.example unknown"));

    private async Task<IReadOnlyList<CaseSummary>> PageAsync(string search = "") =>
        (await Host.Finished.PageAsync(DemoPeople.Els, search, null, 10, Cancellation)).Cases;

    private async Task FitsAsync()
    {
        var found = await Host.Verification.CheckAllAsync(Cancellation);
        Assert.Empty(found.Breaks);
        Assert.Empty(found.Beside);
    }
}
