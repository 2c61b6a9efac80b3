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
}
