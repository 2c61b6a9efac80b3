using System.Globalization;
using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.App.Shell;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Browser;
using Microsoft.AspNetCore.Localization;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Kit.Components;

/// <summary>Somebody signed in at a desk, in a real browser.</summary>
internal static class DeskWindow
{
    /// <summary>
    /// Signs in as a demo person, in the view's language and colours, and goes to a page that is ready to be used.
    /// </summary>
    public static async Task<BrowserWindow> SignInAsync(
        this BrowserHost browser, Uri address, Actor person, string path, BrowserView view)
    {
        var window = await browser.OpenAsync(address, view);
        var culture = new CultureInfo(view.Language == "en" ? "en-GB" : "nl-NL");
        await window.Page.Context.AddCookiesAsync(
        [
            Cookie(address, Preferences.ThemeCookie, view.Dark ? Preferences.Dark : Preferences.Light),
            Cookie(address, CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new(culture))),
        ]);
        await window.Page.GotoAsync(Urls.ForSignIn(path));
        await window.Page.Locator($"button[value='{person.Id}']").ClickAsync();
        await window.Page.WaitForAddressAsync($"{Regex.Escape(path)}$");
        await window.Page.WaitUntilReadyAsync();
        return window;
    }

    private static Cookie Cookie(Uri address, string name, string value) =>
        new() { Name = name, Value = value, Url = address.AbsoluteUri };
}
