using ActivationWizard.App;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.MailIntake;
using ActivationWizard.App.Messages;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.App.Messages;

/// <summary>Mails in a mailbox, and the people who look at them: at the app, and in a real browser.</summary>
public sealed class MessageScreenTests(MailApp mailbox, BrowserHost browser) : IClassFixture<MailApp>
{
    private const string Whole =
        "Goedendag,\n\nIk wil graag een activatiecode voor het portaal.\nMijn adres is Kerkstraat 12, 5611 CD Eindhoven.\n\n"
        + "Met vriendelijke groet,\nE. Mailstra\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FreeMail_ThatNamesEverything_IsACaseInTwoClicksAndNoCharacters()
    {
        await mailbox.ReceiveAsync("E. Mailstra <e.mailstra@postvak.example>", "Code in twee klikken", Whole);
        await using var desk = await Desktop.OpenAsync(browser, mailbox.App.Address, DemoPeople.Sanne, startsAt: Urls.Messages);
        await desk.WaitForAsync(Seen.Table);
        Assert.Empty(await Accessibility.ViolationsAsync(desk.Page));
        desk.StartCounting();

        await desk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Code in twee klikken" }).GetByRole(AriaRole.Link)
            .ClickAsync();
        await desk.WaitForAsync(Seen.Mail);
        await Expect(desk.Page.GetByLabel("Naam van de huurder")).ToHaveValueAsync("E. Mailstra");
        Assert.Empty(await Accessibility.ViolationsAsync(desk.Page));
        await desk.PressAsync("Ga verder naar Controleren");
        await desk.WaitForStepAsync("controleren");

        // The click on the message is the desk's own page's, and counted here.
        Assert.Equal((2, 0, 0), (1 + desk.Clicks, desk.Characters, desk.Presses));
        var opened = (await CaseAtDesk.OpenedAsync(desk, mailbox.App)).Number;
        var request = (await mailbox.App.CaseAsync(opened)).Request;
        Assert.Equal(
            ("E. Mailstra", Requester.Tenant, CodeKind.First, Channel.Mailbox, "e.mailstra@postvak.example"),
            (request.Name, request.Requester, request.Kind, request.Channel, request.Email?.ToString()));
        Assert.Equal("Re: Code in twee klikken", request.Mail?.ReplySubject);
        Assert.Empty(desk.Problems);
    }

    [Fact]
    public async Task NoRequest_ByKeysAlone_SaysSoAndPutsTheFocusOnTheWayOn()
    {
        var message = await mailbox.ReceiveAsync("Reclame <a@reclame.example>", "Geen aanvraag met toetsen", "Koop nu!");
        await using var desk = await Desktop.OpenAsync(browser, mailbox.App.Address, DemoPeople.Tom);
        await desk.GoAsync(Urls.ForMessage(message.Id));
        await desk.WaitForAsync(Seen.Mail);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Geen aanvraag", Exact = true }).FocusAsync();

        await desk.KeyAsync("Enter");
        await desk.KeyAsync("Control+Enter", when: Seen.NoRequestReasons);
        await desk.KeyAsync("Control+Enter");
        await desk.WaitForAsync(Seen.ErrorLines);
        Assert.Empty(await Accessibility.ViolationsAsync(desk.Page));
        await desk.Page.GetByLabel("Reclame of bedrog").FocusAsync();
        await desk.KeyAsync("Space");
        await desk.KeyAsync("Control+Enter");

        await Expect(desk.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "is afgehandeld" })).ToBeVisibleAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Geen aanvraag: Reclame of bedrog" }))
            .ToBeVisibleAsync();
        await desk.Page.WaitForFunctionAsync("() => document.activeElement?.tagName === 'A'");
        Assert.Empty(await Accessibility.ViolationsAsync(desk.Page));
        Assert.Equal(MessageState.NoRequest, (await FindAsync(message)).State);
        Assert.Empty(desk.Problems);
    }

    [Fact]
    public async Task Message_HandledByAColleagueMeanwhile_SaysSoOnThePageThatIsOpen()
    {
        var message = await mailbox.ReceiveAsync("C. Ollega <c@postvak.example>", "Twee mensen tegelijk", Whole);
        await using var desk = await Desktop.OpenAsync(browser, mailbox.App.Address, DemoPeople.Sanne);
        await desk.GoAsync(Urls.ForMessage(message.Id));
        await desk.WaitForAsync(Seen.Mail);

        Assert.IsType<Handled.Done>(await HandlingOf(DemoPeople.Tom).NoRequestAsync(message, NoRequestReason.AlreadyHandled));

        await Expect(desk.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Tom" })).ToBeVisibleAsync();
        Assert.False(await desk.IsThereAsync(Seen.Name));
    }

    [Fact]
    public async Task Request_OfTwoPeopleAtOnce_IsOneCaseAndTheOtherIsTooLate()
    {
        var message = await mailbox.ReceiveAsync("D. Ubbel <d.ubbel@postvak.example>", "Eén zaak voor twee",
            Whole.Replace("E. Mailstra", "D. Ubbel", StringComparison.Ordinal));
        var (fields, other) = (await FieldsAsync(message), await FieldsAsync(message));
        other.Name = "D. Anders";

        var came = await Task.WhenAll(
            HandlingOf(DemoPeople.Sanne).RequestAsync(message, fields), HandlingOf(DemoPeople.Tom).RequestAsync(message, other));

        var number = Assert.Single(came.OfType<Handled.Done>()).Number!;
        Assert.Single(came.OfType<Handled.TooLate>());
        var known = await FindAsync(message);
        Assert.Equal((MessageState.BecameCase, number), (known.State, known.Case));
        var opened = await mailbox.App.CaseAsync(number);
        Assert.Equal((message.ReceivedAt, known.DecidedBy), (opened.Request.ReceivedAt, opened.Handler?.Name));
        Assert.Single(await mailbox.App.Queries.WorkListAsync(DemoPeople.Els, WorkListFilter.All, Cancellation),
            one => one.Channel is Channel.Mailbox && one.ReceivedAt == message.ReceivedAt);
    }

    [Fact]
    public async Task Belongs_ToACase_IsShownThereAndToNoneIsRefused()
    {
        var message = await mailbox.ReceiveAsync("E. Mailstra <e.mailstra@postvak.example>", "Nog iets bij mijn zaak", Whole);
        var fits = await mailbox.App.Services.CreateScope().ServiceProvider.GetRequiredService<FittingCases>()
            .OfAsync(message, await FieldsAsync(message), Cancellation);
        var number = await mailbox.App.NumberOfAsync("E. Mailstra");
        Assert.Contains(number, fits.Select(one => one.Number));
        var handling = HandlingOf(DemoPeople.Sanne);

        Assert.IsType<Handled.NoSuchCase>(await handling.BelongsToAsync(message, CaseNumber.Of(2026, 99_999)));
        Assert.Equal(MessageState.Open, (await FindAsync(message)).State);
        Assert.IsType<Handled.Done>(await handling.BelongsToAsync(message, number));
        Assert.IsType<Handled.TooLate>(await handling.BelongsToAsync(message, number));

        var decided = mailbox.App.Services.GetRequiredService<DecidedMessages>();
        Assert.Contains(message.Id, (await decided.OfCaseAsync(number, DemoPeople.Sanne, Cancellation)).Select(one => one.Id));
        var lately = (await decided.LatelyAsync(DemoPeople.Els, Cancellation)).Single(one => one.Id == message.Id);
        Assert.Equal((DemoPeople.Sanne.Name, null), (lately.DecidedBy, lately.Head));
    }

    [Fact]
    public async Task Faulty_Request_OpensNothingAndTheMessageWaits()
    {
        var message = await mailbox.ReceiveAsync(
            "F. Out <f.out@postvak.example>", "Zonder adres", "Ik wil graag een code.\n\nGroet,\nF. Out");

        var faulty = Assert.IsType<Handled.Faulty>(
            await HandlingOf(DemoPeople.Sanne).RequestAsync(message, await FieldsAsync(message)));

        Assert.Equal([IntakeField.Postcode, IntakeField.HouseNumber], faulty.Faults.Select(fault => fault.Field));
        Assert.Equal(MessageState.Open, (await FindAsync(message)).State);
    }

    [Fact]
    public async Task Skipped_TakenBackByMistakeOfTheWizard_IsARequestInPlace()
    {
        var skipped = await mailbox.ReceiveAsync(
            "E. Mailstra <e.mailstra@postvak.example>", "Ten onrechte overgeslagen", Whole, ("Auto-Submitted", "auto-generated"));
        await using var desk = await Desktop.OpenAsync(browser, mailbox.App.Address, DemoPeople.Sanne);
        await desk.GoAsync(Urls.ForMessage(skipped.Id));
        await Expect(desk.Page.GetByText("Mijn adres is Kerkstraat 12")).ToBeVisibleAsync();

        await desk.Page.GetByText("Haal dit bericht terug").ClickAsync();
        await desk.Page.GetByLabel("Het is wel een aanvraag").CheckAsync();
        Assert.Empty(await Accessibility.ViolationsAsync(desk.Page));
        await desk.PressAsync("Haal terug naar Berichten");

        await Expect(desk.Page.GetByLabel("Naam van de huurder")).ToHaveValueAsync("E. Mailstra");
        await Expect(desk.Page.GetByText("Teruggehaald door Sanne Bakker")).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.ViolationsAsync(desk.Page));
        var back = await FindAsync(skipped);
        Assert.Equal((MessageState.Open, TakeBackReason.IsRequest), (back.State, back.TakenBack!.Reason));
        Assert.Empty(desk.Problems);
    }

    [Fact]
    public async Task Skipped_AndEveryAct_AreForWhoMay()
    {
        var skipped = await mailbox.ReceiveAsync(
            "Afwezig <afwezig@postvak.example>", "Ik ben er niet", "Tot maandag.", ("Auto-Submitted", "auto-replied"));
        var shown = await ListsOf(DemoPeople.Els).ReadAsync(MessageFilter.Skipped, 1, Cancellation);
        Assert.Equal(
            $"{MailSkipReason.AutomaticAnswer}", shown.Shown.Single(one => one.Id == skipped.Id).Reason);

        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => HandlingOf(DemoPeople.Els).NoRequestAsync(skipped, NoRequestReason.Other));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(
            () => ListsOf(DemoPeople.Bram).ReadAsync(MessageFilter.Open, 1, Cancellation));
    }

    private MessageDesk Messages => mailbox.App.Services.GetRequiredService<MessageDesk>();

    private MessageHandling HandlingOf(Actor actor) => new(
        TestApp.CurrentOf(actor), Messages, mailbox.App.Services.GetRequiredService<IncomingMessages>(),
        mailbox.App.Services.GetRequiredService<RequestIntake>(), mailbox.App.DeskOf(actor));

    private MessageLists ListsOf(Actor actor) => new(
        TestApp.CurrentOf(actor), Messages, mailbox.App.Services.GetRequiredService<IncomingMessages>(),
        mailbox.App.Services.GetRequiredService<DecidedMessages>(), mailbox.App.Services.GetRequiredService<MailWorkLease>(),
        mailbox.App.Services.GetRequiredService<IncomingMailOptions>());

    private async Task<StoredMessage> FindAsync(StoredMessage message) =>
        (await ListsOf(DemoPeople.Sanne).FollowAsync(message.Id, Cancellation))!;

    private async Task<IntakeFields> FieldsAsync(StoredMessage message) => MessageFields.Of(
        await ListsOf(DemoPeople.Sanne).OpenAsync(message.Id, Cancellation), TimeProvider.System.GetUtcNow())!;
}
