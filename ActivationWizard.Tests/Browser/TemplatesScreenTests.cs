using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Templates;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Mailbox;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.Browser;

/// <summary>A system manager and the Mailsjablonen of a real mailbox.</summary>
public sealed class TemplatesScreenTests(Dovecot server, BrowserHost browser)
{
    [Fact]
    [Nightly("the screen passes axe every day; choosing is tried in `App`")]
    public async Task Page_TemplatesOfAMailbox_AreAccessibleAndChosenByAPerson()
    {
        var person = server.NewPerson();
        await server.PutAsync(person, "Mailsjablonen", "Subject: Geen huurder\r\n\r\n{aanhef},\r\n\r\nU huurt niet.\r\n");
        await server.PutAsync(person, "Mailsjablonen", "Subject: Oud\r\n\r\n{aanhef} {bsn}\r\n");
        var settings = await server.SettingsAsync(person, ("SmtpHost", ""), ("SmtpPort", ""), ("Templates:Source", "Mailbox"));
        await using var app = new TestApp(
            new() { Settings = settings.ToDictionary(one => $"Mailbox:{one.Key}", one => one.Value) });
        var known = app.Services.GetRequiredService<TemplatesDesk>();
        await Waiting.ForAsync(
            "the templates", () => known.ReadAsync(DemoPeople.Bram, TestContext.Current.CancellationToken),
            report => report.Kept is not null, _ => "not read");
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Bram, new BrowserView("nl"));

        Assert.Empty(await GalleryWalk.WalkAsync(
            desk, [new Exhibit("templates-mailbox", Urls.Templates, "mark")], Looking.Once));

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Gebruik dit voorstel" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Gekozen voor" })).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText($"{DemoPeople.Bram.Name}, ").First).ToBeVisibleAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Gebruik dit voorstel" })).ToHaveCountAsync(0);
    }
}
