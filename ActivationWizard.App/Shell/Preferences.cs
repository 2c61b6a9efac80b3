using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace ActivationWizard.App.Shell;

/// <summary>
/// What a person sets for the screens, kept in cookies for a year: the theme, the language, whether letters are keys, and whether
/// the browser shows notices on the desktop.
/// </summary>
public static class Preferences
{
    public const string ThemeCookie = "thema";
    public const string Dark = "donker";
    public const string Light = "licht";

    /// <summary>Set by script, for only a page with script has keys.</summary>
    public const string LettersCookie = "letters";
    public const string LettersOn = "aan";
    public const string LettersOff = "uit";

    /// <summary>Set by script, once the browser allows it.</summary>
    public const string NoticesCookie = "meldingen";
    public const string NoticesOn = "aan";

    public static string ThemeOf(HttpContext? context) => context?.Request.Cookies[ThemeCookie] == Dark ? Dark : Light;

    /// <summary>Somebody chose a theme here; until then a page with script goes by the system's.</summary>
    public static bool HasTheme(HttpContext? context) => context?.Request.Cookies[ThemeCookie] is Dark or Light;

    /// <summary>Whether a single character may be a key (WCAG 2.1.4); it may until somebody switches that off.</summary>
    public static bool HasLetters(HttpContext? context) => context?.Request.Cookies[LettersCookie] != LettersOff;

    /// <summary>Whether the browser shows what comes for a person on the desktop; only once somebody switched that on.</summary>
    public static bool HasNotices(HttpContext? context) => context?.Request.Cookies[NoticesCookie] == NoticesOn;

    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Urls.Theme, SetTheme).AllowAnonymous();
        routes.MapPost(Urls.Language, SetLanguage).AllowAnonymous();
    }

    private static IResult SetTheme(HttpContext context, [FromForm] string? theme, [FromForm] string? returnUrl)
    {
        if (theme is not (Dark or Light))
            return Results.BadRequest();
        // Readable by script, because a page with script changes it in place.
        context.Response.Cookies.Append(ThemeCookie, theme, ForAYear(httpOnly: false));
        return Redirects.To(ReturnUrl.Safe(returnUrl));
    }

    private static IResult SetLanguage(HttpContext context, [FromForm] string? language, [FromForm] string? returnUrl)
    {
        if (Languages.Find(language) is not { } culture)
            return Results.BadRequest();
        var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture));
        context.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, value, ForAYear(httpOnly: true));
        return Redirects.To(ReturnUrl.Safe(returnUrl));
    }

    private static CookieOptions ForAYear(bool httpOnly) => new()
    {
        HttpOnly = httpOnly,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        Path = "/",
        SameSite = SameSiteMode.Lax,
    };
}
