using System.Text;
using ActivationWizard.App.Background;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.MailIntake;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Components;

/// <summary>The mails on a case: whose they are, and what they say once somebody asks the mailbox.</summary>
public sealed class CaseMailListTests : LookingBackScreen
{
    private static readonly IncomingMailReader Reader = new(new IncomingMailOptions());
    private static readonly MailKey Place = new(MailFolderPath.Parse("Aanvragen/Klaar"), "7-1");

    private static readonly byte[] Source = Encoding.UTF8.GetBytes(
        "From: Anna <a.jansen@mail.example>\r\nSubject: Re: Uw aanvraag\r\nDate: Mon, 23 Nov 2026 09:12:00 +0100\r\n"
        + "Message-ID: <vraag@mail.example>\r\n\r\nWaarom <b>niet</b>?\r\n");

    [Fact]
    public async Task Mails_OfACase_SayWhoseTheyAreAndWhatBecameOfTheReply()
    {
        var list = await ShowAsync(Source);

        var text = list.Find("[aria-labelledby=berichten-zaak]").TextContent;
        Assert.Contains("Berichten bij deze zaak (3)", text, StringComparison.Ordinal);
        Assert.Contains("ons antwoord", text, StringComparison.Ordinal);
        Assert.Contains("Van Anna (a.jansen@mail.example)", text, StringComparison.Ordinal);
        Assert.Contains("toegevoegd door Tom Visser", text, StringComparison.Ordinal);
        Assert.Contains("Niet bezorgd. Deze mailbox is vol.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Waarom", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_ThatCameInAndWentOut_AreOneListInTheOrderOfTime()
    {
        var list = await ShowAsync(Source, became: true);

        list.WaitForAssertion(() => Assert.Equal(4, list.FindAll("ol > li").Count));
        var items = list.FindAll("ol > li").Select(item => item.TextContent).ToList();
        Assert.Contains("de zaak begon hiermee", items[0], StringComparison.Ordinal);
        Assert.Contains("ons antwoord", items[1], StringComparison.Ordinal);
        Assert.Contains("Niet bezorgd", items[1], StringComparison.Ordinal);
        Assert.Contains("bericht van een mailserver", items[2], StringComparison.Ordinal);
        Assert.Contains("toegevoegd door Tom Visser", items[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reply_Asked_IsReadInTheCaseItself()
    {
        var list = await ShowAsync(null);

        list.FindAll("ol > li")[0].QuerySelector("button")!.Click();

        Assert.Contains("Geen code.", list.Find(".aw-mail-text").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_Asked_IsReadInTheMailboxAsTextAndHiddenAgain()
    {
        var list = await ShowAsync(Source);

        list.FindAll("button").Last(button => button.TextContent.Trim() is "Lees het bericht").Click();

        list.WaitForAssertion(() => Assert.Equal("Waarom <b>niet</b>?", list.Find(".aw-mail-text").TextContent.Trim()));
        Assert.Empty(list.FindAll(".aw-mail-text b"));
        list.FindAll("button").Single(button => button.TextContent.Trim() is "Verberg het bericht").Click();
        Assert.Empty(list.FindAll(".aw-mail-text"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Mail_ThatIsAnotherByNowOrGone_IsNotShown(bool isAnother)
    {
        var list = await ShowAsync(isAnother ? [.. Source, .. "Heel anders."u8] : null);

        list.FindAll("button").Last(button => button.TextContent.Trim() is "Lees het bericht").Click();

        list.WaitForAssertion(
            () => Assert.Contains(
                "staat niet meer in de mailbox", list.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.Empty(list.FindAll(".aw-mail-text"));
    }

    [Fact]
    public void Mails_OfACaseWithoutAny_AreNotThere()
    {
        Register(new OneMessage(null));

        Assert.Empty(Render<CaseMailList>(parameters => parameters
            .Add(list => list.Case, StepCases.All["opened"]).Add(list => list.Actor, DemoPeople.Sanne)).Markup.Trim());
    }

    // The message as it came in, and what lies in its place now.
    private async Task<IRenderedComponent<CaseMailList>> ShowAsync(byte[]? now, bool became = false)
    {
        var records = Host.Get<MailRecords>();
        var identity = Reader.Read(Source).Envelope.Identity;
        await records.TakeAsync(
            new TakenMessage(
                records.PseudonymOf(identity), MessageKind.Free, MessageState.Open, null, "vraag@mail.example",
                Clock.GetUtcNow()),
            Place, Cancellation);
        await using var context = Host.Open();
        var id = await context.IncomingMessages.Select(row => row.Id).SingleAsync(Cancellation);
        if (became)
            await records.TakeAsync(
                new TakenMessage(
                    "began", MessageKind.Free, MessageState.BecameCase, null, null,
                    StepCases.All["returned"].OpenedAt.AddHours(-1))
                {
                    Case = StepCases.All["returned"].Number,
                },
                Place with { Id = "7-2" }, Cancellation);
        Register(new OneMessage(now));
        return Render<CaseMailList>(parameters => parameters
            .Add(list => list.Case, WithMails(id, identity)).Add(list => list.Actor, DemoPeople.Sanne));
    }

    private void Register(IMailStore store) => Services.AddSingleton(Host.Get<DecidedMessages>())
        .AddSingleton(services => new MessageDesk(
            Host.Get<IncomingMessages>(), Host.Get<CaseAccesses>(),
            new MessageSearch(Host.Get<MailRecords>(), store, Reader, new IncomingMailOptions()), Reader,
            new MessageChanges(services.GetRequiredService<CaseFeed>(), Host.Get<IJournalNews>())));

    private static ActivationCase WithMails(Guid id, string identity)
    {
        var returned = StepCases.All["returned"];
        var added = new CaseMail(
            MailTie.Added, id, identity,
            EmailAddress.TryParse("a.jansen@mail.example", out var from) ? from : null, "Anna", "Re: Uw aanvraag",
            returned.ChangedAt);
        return returned.After(
            new(returned.Number, returned.Version + 1, new MailReceived(added), DemoPeople.Tom, returned.ChangedAt));
    }

    /// <summary>A mailbox in which one message lies, or none.</summary>
    private sealed class OneMessage(byte[]? source) : IMailStore
    {
        public Task<Reply<MailReading>> ReadAsync(MailKey key, CancellationToken cancellation) => Answer<MailReading>(
            source is null ? new MailReading.Gone() : new MailReading.Found(source));

        public Task<Reply<IReadOnlyList<MailHead>?>> ListAsync(
            MailFolderPath folder, int most, CancellationToken cancellation) => Answer<IReadOnlyList<MailHead>?>([]);

        public Task<Reply<IReadOnlyList<MailHead>?>> FindAsync(
            MailFolderPath folder, string messageId, CancellationToken cancellation) => Answer<IReadOnlyList<MailHead>?>([]);

        public Task<Reply<MailMove>> MoveAsync(
            MailKey key, MailFolderPath destination, CancellationToken cancellation) => Answer<MailMove>(new MailMove.Gone());

        public Task<Reply<bool>> WaitAsync(MailFolderPath folder, TimeSpan most, CancellationToken cancellation) => Answer(false);

        private static Task<Reply<T>> Answer<T>(T value) => Task.FromResult<Reply<T>>(new Reply<T>.Answered(value));
    }
}
