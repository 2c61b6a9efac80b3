using ActivationWizard.App;
using ActivationWizard.Tests.Kit.App;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>Somebody who is an employee and a team lead.</summary>
internal static class TwoJobs
{
    /// <summary>Signs in at the provider; the page that asks which of the two.</summary>
    public static async Task<BrowserWindow> AskedAsync(BrowserHost browser, ProductionApp production, BrowserView view)
    {
        production.Provider.Person =
        [
            new("sub", "b-1"), new("name", "Bea Beide"), new("groups", "wonen-medewerker"), new("groups", "wonen-teamleider"),
        ];
        var address = production.App.Address;
        var window = await browser.OpenAsync(address, view);
        await window.Page.Context.AddCookiesAsync(view.Cookies(address));
        await window.Page.GotoAsync($"{Urls.OpenIdSignIn}?returnUrl={Urls.Home}");
        await window.Page.WaitForAddressAsync($"^{Urls.ChooseRole}");
        return window;
    }
}
