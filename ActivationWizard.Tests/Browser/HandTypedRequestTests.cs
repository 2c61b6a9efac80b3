using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Browser;

/// <summary>Somebody calls or stands at the counter: the request is typed in and handled to its end.</summary>
public sealed class HandTypedRequestTests(TestApp app, BrowserHost browser) : IClassFixture<TestApp>
{
    private const int Phone = 0;
    private const int Tenant = 0;
    private const int FirstCode = 0;

    [Fact]
    [Nightly("the domain proves the route; one request typed by hand is tried every day")]
    public async Task Phone_WithoutEmail_GetsALetter()
    {
        await using var desk = await OpenAsync();
        var atDesk = await TypeAsync(desk, "P. Postma", "5621 ab", "101");
        await atDesk.AgreeAsync();

        await atDesk.EndsAsync(ActivationState.SentByLetter, "activate-account dispatch-letter register-document");
    }

    [Fact]
    public async Task Phone_RefusedWithoutEmail_IsToldAndSaidSo()
    {
        await using var desk = await OpenAsync();
        var atDesk = await TypeAsync(desk, "T. Schuldink", "5662CD", "12");
        await desk.WaitForAsync(Seen.ToldBy);
        await desk.PressAsync("Rond af: ik heb het verteld");
        await desk.WaitForAsync(Seen.ErrorLines);
        Assert.Equal(["Kies hoe je het aan de aanvrager hebt verteld."],
            await desk.Page.Locator(Seen.ErrorLines).AllInnerTextsAsync());

        await atDesk.AgreeAsync();
        await atDesk.EndsAsync(ActivationState.Refused, "register-contact");
        Assert.Equal(Channel.Phone, (await atDesk.NowAsync()).Acceptance?.ToldBy);
        var contacts = (await app.StateAsync("viewpoint/contactmomenten")).AsArray();
        Assert.Equal("TEL", (string?)Assert.Single(contacts)!["kanaal"]!["code"]);
    }

    [Fact]
    [Nightly("the domain proves the route; one request typed by hand is tried every day")]
    public async Task FirstCodeForAnActiveAccount_NotTreatedAsNew_IsClosed()
    {
        await using var desk = await OpenAsync();
        var atDesk = await TypeAsync(desk, "A. Alberts-Actief", "5675 KL", "37", "a.alberts@mail.example");
        Assert.Equal(Row.D21, (await atDesk.NowAsync()).Verdict?.Row);
        await desk.PressAsync("Nee, sluit de zaak zonder iets te doen");

        await atDesk.EndsAsync(ActivationState.Withdrawn, "");
    }

    private Task<Desktop> OpenAsync() => Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne, startsAt: Urls.Search);

    private async Task<CaseAtDesk> TypeAsync(Desktop desk, string name, string postcode, string houseNumber, string? email = null)
    {
        await desk.ClickAsync($"main a[href='{Urls.NewRequest.InPage()}']");
        await desk.WaitForAsync(Seen.Name);
        await desk.Page.Locator(Seen.Channel).Nth(Phone).CheckAsync();
        await desk.Page.Locator(Seen.Requester).Nth(Tenant).CheckAsync();
        await desk.Page.Locator(Seen.Kind).Nth(FirstCode).CheckAsync();
        await desk.TypeAsync(Seen.Name, name);
        await desk.TypeAsync(Seen.Postcode, postcode);
        await desk.TypeAsync(Seen.HouseNumber, houseNumber);
        if (email is not null)
            await desk.TypeAsync(Seen.Email, email);
        await desk.PressAsync("Ga verder naar Controleren");
        await desk.WaitForStepAsync("controleren");
        return await CaseAtDesk.OpenedAsync(desk, app);
    }
}
