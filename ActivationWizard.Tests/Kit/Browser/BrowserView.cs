using System.Globalization;
using ActivationWizard.App.Shell;
using Microsoft.AspNetCore.Localization;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>How someone looks at the app: language, light or dark, size of the window in CSS pixels.</summary>
public sealed record BrowserView(string Language = "nl", bool Dark = false, int Width = 1280, int Height = 900)
{
    /// <summary>A desk at work: Dutch, light, 1280 by 900.</summary>
    public static readonly BrowserView Desktop = new();

    /// <summary>The narrowest window that WCAG 1.4.10 asks for: 320 wide.</summary>
    public static readonly BrowserView Narrow = new(Width: 320, Height: 640);

    /// <summary>The context's settings; no animation, so that what a test looks at stands still.</summary>
    public BrowserNewContextOptions ContextOptions(Uri address) => new()
    {
        BaseURL = address.AbsoluteUri,
        Locale = Language == "en" ? "en-GB" : "nl-NL",
        TimezoneId = "Europe/Amsterdam",
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
        ViewportSize = new() { Width = Width, Height = Height },
    };

    /// <summary>The theme and the language, as somebody chose them there before.</summary>
    public IEnumerable<Cookie> Cookies(Uri address)
    {
        var culture = new CultureInfo(Language is "en" ? "en-GB" : "nl-NL");
        yield return new()
        {
            Name = Preferences.ThemeCookie,
            Value = Dark ? Preferences.Dark : Preferences.Light,
            Url = address.AbsoluteUri,
        };
        yield return new()
        {
            Name = CookieRequestCultureProvider.DefaultCookieName,
            Value = CookieRequestCultureProvider.MakeCookieValue(new(culture)),
            Url = address.AbsoluteUri,
        };
    }
}
