using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.MailIntake;
using ActivationWizard.App.Messages;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>The parts of the pages of messages, each by itself.</summary>
public sealed class MessageTests : Screen
{
    private static readonly MailSender Jansen = new("A. Jansen", Story.Parsed<EmailAddress>("a@mail.example"), null);
    private static readonly CaseNumber Number = CaseNumber.Of(2026, 412);

    [Fact]
    public void Table_OfOpenMessages_HasARealLinkWhatItSeemsToBeAndItsAge()
    {
        var free = Message(MessageKind.Free) with { Head = new MessageHead("A. Jansen", "a@mail.example", "Code") };
        var reply = Message(MessageKind.Reply) with { Head = new MessageHead("", null, ""), Case = Number };
        var table = Table(MessageFilter.Open, free, reply);

        Assert.Equal($"berichten/{free.Id}", table.Find("th[scope=row] a").GetAttribute("href"));
        Assert.Contains("vandaag 6:14", table.Find("tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("wacht 3 u", table.Find("tbody tr").TextContent, StringComparison.Ordinal);
        var second = table.FindAll("tbody tr")[1].TextContent;
        Assert.Contains("onbekende afzender", second, StringComparison.Ordinal);
        Assert.Contains("(geen onderwerp)", second, StringComparison.Ordinal);
        Assert.Contains("Antwoord op onze mail, zaak 2026-00412", second, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_OfWhatWasDone_NamesNobodyOfTheMessage()
    {
        var done = Message(MessageKind.Free, MessageState.NoRequest) with
        {
            Reason = $"{NoRequestReason.Unwanted}",
            DecidedBy = "Tom Bakker",
            DecidedAt = Clock.GetUtcNow(),
        };
        var row = Table(MessageFilter.Done, done).Find("tbody tr").TextContent;

        Assert.Contains("Vrije mail", row, StringComparison.Ordinal);
        Assert.Contains("Geen aanvraag: Reclame of bedrog", row, StringComparison.Ordinal);
        Assert.Contains("Tom Bakker", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_OfHostileText_IsTextAndNothingThatActs()
    {
        const string hostile = "<img src=x onerror=alert(1)> https://kwaad.example <a href='javascript:x'>klik</a>";
        var body = Body(new MailPassage(PassageKind.Own, hostile));

        Assert.Equal(hostile, body.Find("p").TextContent);
        Assert.Empty(body.FindAll("a, img, script, form, iframe"));
    }

    [Fact]
    public void Body_WithQuotedText_FoldsItUnlessThereIsNothingElse()
    {
        var quoted = new MailPassage(PassageKind.Quoted, "> eerder");

        Assert.Equal("> eerder", Body(new MailPassage(PassageKind.Own, "Nu"), quoted).Find("details p").TextContent);
        Assert.Empty(Body(quoted).FindAll("details"));
        Assert.Contains("geen tekst", Body().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Facts_OfAMail_WarnFirstAndNameAttachmentsWithoutAWayToOpenThem()
    {
        var facts = Render<MessageFacts>(with => with
            .Add(one => one.Sender, Jansen with { AnswersTo = Story.Parsed<EmailAddress>("b@mail.example") })
            .Add(one => one.Subject, "")
            .Add(one => one.ArrivedAt, Clock.GetUtcNow())
            .Add(one => one.Notes, [MailNote.TextCut, MailNote.AnswersGoElsewhere])
            .Add(one => one.Attachments, ["foto.jpg"]));

        Assert.Contains("ander adres", facts.FindAll("ul.aw-warning li")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("b@mail.example", facts.Find("dl").TextContent, StringComparison.Ordinal);
        Assert.Contains("foto.jpg", facts.Find("dl").TextContent, StringComparison.Ordinal);
        Assert.Empty(facts.FindAll("a, button"));
    }

    [Fact]
    public void Sheet_WhileTheMailboxIsSilent_SaysSoAndOffersToTryAgain()
    {
        var known = Message(MessageKind.Free) with { Head = new MessageHead("A. Jansen", "a@mail.example", "Code") };
        var again = 0;
        var sheet = Render<MessageSheet>(with => with
            .Add(one => one.Opening, new MessageOpening.NoAnswer(known, FailureReason.Unreachable))
            .Add(one => one.Known, known)
            .Add(one => one.OnAgain, () => again++));

        Assert.Contains("A. Jansen", sheet.Markup, StringComparison.Ordinal);
        Assert.Contains("nu niet te lezen", sheet.Markup, StringComparison.Ordinal);
        sheet.Find("button").Click();
        Assert.Equal(1, again);
        Assert.Null(MessageFields.Of(new MessageOpening.NoAnswer(known, FailureReason.Unreachable), Clock.GetUtcNow()));
    }

    [Fact]
    public void Acts_OneAfterTheOther_AreOnTheScreenOneAtATime()
    {
        var acts = Acts(new IntakeFields { Name = "A. Jansen" });
        Assert.Equal("A. Jansen", acts.Find("#naam").GetAttribute("value"));

        Press(acts, "Geen aanvraag");
        Assert.Empty(acts.FindAll("#naam"));
        Assert.Equal(Enum.GetValues<NoRequestReason>().Length, acts.FindAll("input[type=radio]").Count);
        Assert.Equal("Geen aanvraag", acts.Find("[aria-pressed=true]").TextContent);

        Press(acts, "Nieuwe aanvraag");
        Assert.Equal("A. Jansen", acts.Find("#naam").GetAttribute("value"));
    }

    [Fact]
    public void Acts_OfAReply_BeginWithItsCase() =>
        Assert.NotEmpty(Acts(new IntakeFields(), seemsOfCase: true).FindAll($"#{MessageBelongs.NumberId}"));

    [Fact]
    public void Acts_WithoutTheText_OpenNoRequest() => Assert.Empty(Acts(null).FindAll("form"));

    [Fact]
    public void Belongs_CaseThatFitsOrANumberThatIsTyped_IsHandedOn()
    {
        var said = new List<string?>();
        var fits = Render<MessageBelongs>(with => with
            .Add(one => one.Fits, [new FittingCase(Number, Summaries.Of(ActivationState.OnHold, ordinal: 412))])
            .Add(one => one.OnCase, said.Add));

        Assert.Contains("A. Jansen", fits.Find("li").TextContent, StringComparison.Ordinal);
        fits.Find("li button").Click();
        fits.Find($"#{MessageBelongs.NumberId}").Change("2026-99");
        fits.Find("form").Submit();

        Assert.Equal(["2026-00412", "2026-99"], said);
    }

    [Fact]
    public void NoRequest_NothingChosen_HandsOnNothing()
    {
        var said = new List<NoRequestReason?>();
        var form = Render<MessageNoRequest>(with => with.Add(one => one.OnReason, said.Add));

        form.Find("form").Submit();
        form.Find($"input[value={NoRequestReason.Unclear}]").Change(true);
        form.Find("form").Submit();

        Assert.Equal([null, NoRequestReason.Unclear], said);
    }

    [Fact]
    public void Outcome_OfAMessage_LeadsToItsCaseAndOn()
    {
        var (known, next) = (Message(MessageKind.Free, MessageState.OfCase) with { Case = Number }, Message(MessageKind.Free));
        var outcome = Render<MessageOutcome>(with => with.Add(one => one.Known, known).Add(one => one.Next, next));

        Assert.Equal(
            [$"berichten/{next.Id}", "zaken/2026-00412", "berichten"],
            outcome.FindAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("Hoort bij zaak 2026-00412", outcome.Find("h2").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Outcome_OfADeclinedMessage_IsTakenBackWithAReasonOnly()
    {
        var said = new List<TakeBackReason>();
        var outcome = Render<MessageOutcome>(with => with
            .Add(one => one.Known, Message(MessageKind.Free, MessageState.NoRequest)).Add(one => one.OnTakeBack, said.Add));

        outcome.Find("details form").Submit();
        Assert.Contains("Kies waarom", outcome.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        outcome.Find($"input[value={TakeBackReason.Mistake}]").Change(true);
        outcome.Find("details form").Submit();

        Assert.Equal([TakeBackReason.Mistake], said);
    }

    [Theory]
    [InlineData(MessageState.NoRequest, false)]
    [InlineData(MessageState.BecameCase, true)]
    public void Outcome_ThatIsNotTakenBack_OffersNoWayTo(MessageState state, bool isAllowed)
    {
        var outcome = Render<MessageOutcome>(with =>
        {
            with.Add(one => one.Known, Message(MessageKind.Free, state) with { Case = Number });
            if (isAllowed)
                with.Add(one => one.OnTakeBack, (TakeBackReason _) => { });
        });

        Assert.Empty(outcome.FindAll("details"));
    }

    [Fact]
    public void Words_OfAMessageThatWasTakenBack_SayByWhomAndWhatWasBefore()
    {
        var back = Message(MessageKind.Free) with
        {
            Reason = $"{MailSkipReason.Spam}",
            TakenBack = new TakenBack(MessageState.Skipped, TakeBackReason.IsRequest, "Tom Bakker", Clock.GetUtcNow()),
        };

        Assert.Equal("Vrije mail, teruggehaald", MessageWords.Seems(back));
        Assert.Contains("Tom Bakker", MessageWords.Of(back.TakenBack, new Moments(Clock)), StringComparison.Ordinal);
        Assert.Contains(MessageWords.Skipped(back.Reason), MessageWords.Before(back), StringComparison.Ordinal);
    }

    [Fact]
    public void Sheet_OfAMessageThatIsTooLarge_SaysWhereToReadIt()
    {
        var known = Message(MessageKind.Other, MessageState.Skipped);
        var sheet = Render<MessageSheet>(with => with
            .Add(one => one.Opening, new MessageOpening.TooLarge(known)).Add(one => one.Known, known));

        Assert.Contains("te groot", sheet.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_OfEveryCode_AreThereInBothLanguages()
    {
        var dutch = Said();
        using var reader = new FixedCulture("en-GB");

        Assert.All(dutch.Zip(Said()), pair => Assert.NotEqual(pair.First, pair.Second));

        static List<string> Said() =>
        [
            .. MessageWords.Notes(Enum.GetValues<MailNote>()).Select(note => note.Text),
            .. Enum.GetNames<MailSkipReason>().Select(MessageWords.Skipped),
            .. Enum.GetValues<NoRequestReason>().Select(MessageWords.Of),
            .. Enum.GetValues<TakeBackReason>().Select(MessageWords.Of),
            .. Enum.GetValues<MailTrouble>().Select(MessageWords.Of),
            .. Enum.GetValues<MessageKind>().Select(kind => MessageWords.Seems(Message(kind))),
            .. Enum.GetValues<MessageState>().Except([MessageState.Open])
                .Select(state => MessageWords.Outcome(Message(MessageKind.Free, state) with { Case = Number })),
        ];
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-365, true)]
    [InlineData(-400, false)]
    [InlineData(1, false)]
    public void Fields_OfAMoment_ThatARequestCannotBeOf_LeaveItOut(int days, bool isKept)
    {
        var at = Clock.GetUtcNow().AddDays(days);
        var fields = MessageFields.Of(
            new MessageOpening.Gone(Message(MessageKind.Free) with { ReceivedAt = at }), Clock.GetUtcNow());

        Assert.Equal((Channel.Mailbox, isKept ? at : null), (fields!.Channel, fields.ReceivedAt));
    }

    [Theory]
    [InlineData(null, MessageFilter.Open)]
    [InlineData("onzin", MessageFilter.Open)]
    [InlineData("overgeslagen", MessageFilter.Skipped)]
    [InlineData("afgehandeld", MessageFilter.Done)]
    public void Filter_OfAnAddress_IsOneOfThem(string? value, MessageFilter filter)
    {
        Assert.Equal(filter, MessageAddress.Filter(value));
        Assert.StartsWith("/berichten", MessageAddress.Of(filter, 2), StringComparison.Ordinal);
    }

    private static StoredMessage Message(MessageKind kind, MessageState state = MessageState.Open) => new(
        Guid.NewGuid(), 1, kind, state, new DateTimeOffset(2026, 11, 23, 5, 14, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 11, 23, 5, 15, 0, TimeSpan.Zero))
    {
        IntakeKey = "mail:x",
    };

    private static void Press(IRenderedComponent<MessageActs> acts, string name) =>
        acts.FindAll("button").First(one => one.TextContent.Trim() == name).Click();

    private IRenderedComponent<MessageTable> Table(MessageFilter filter, params StoredMessage[] messages) =>
        Render<MessageTable>(with => with.Add(one => one.Messages, messages).Add(one => one.Filter, filter));

    private IRenderedComponent<MessageBody> Body(params MailPassage[] passages) =>
        Render<MessageBody>(with => with.Add(one => one.Text, new SafeText(passages)));

    private IRenderedComponent<MessageActs> Acts(IntakeFields? fields, bool seemsOfCase = false) =>
        Render<MessageActs>(with => with
            .Add(one => one.Fields, fields)
            .Add(one => one.SeemsOfCase, seemsOfCase)
            .Add(one => one.OnRequest, () => { })
            .Add(one => one.OnCase, (string? _) => { })
            .Add(one => one.OnNoRequest, (NoRequestReason? _) => { }));
}
