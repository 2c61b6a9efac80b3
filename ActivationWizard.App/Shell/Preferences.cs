using System.Globalization;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace ActivationWizard.App.Shell;

/// <summary>
/// What a person sets for the screens, kept in cookies for a year: the theme, the language, whether letters are keys, and whether
/// the browser shows notices on the desktop. Their names begin with the <see cref="CookiePrefix"/>, for the scripts as well.
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

    private static readonly Dictionary<string, Func<string, bool>> Values = new()
    {
        [ThemeCookie] = value => value is Dark or Light,
        [LettersCookie] = value => value is LettersOn or LettersOff,
        [NoticesCookie] = value => value is NoticesOn,
        [CookieRequestCultureProvider.DefaultCookieName] = value => Languages.Cultures.Any(one => value == ValueOf(one)),
    };

    /// <summary>What the scripts put before a name; null for nothing.</summary>
    public static string? PrefixOf(HttpContext? context) =>
        context is not null && Prefix(context) is { Length: > 0 } text ? text : null;

    public static string ThemeOf(HttpContext? context) => Read(context, ThemeCookie) == Dark ? Dark : Light;

    /// <summary>Somebody chose a theme here; until then a page with script goes by the system's.</summary>
    public static bool HasTheme(HttpContext? context) => Read(context, ThemeCookie) is Dark or Light;

    /// <summary>Whether a single character may be a key (WCAG 2.1.4); it may until somebody switches that off.</summary>
    public static bool HasLetters(HttpContext? context) => Read(context, LettersCookie) != LettersOff;

    /// <summary>Whether the browser shows what comes for a person on the desktop; only once somebody switched that on.</summary>
    public static bool HasNotices(HttpContext? context) => Read(context, NoticesCookie) == NoticesOn;

    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Urls.Theme, SetTheme).AllowAnonymous();
        routes.MapPost(Urls.Language, SetLanguage).AllowAnonymous();
    }

    /// <summary>
    /// Replaces what an earlier version kept without the prefix: a page that is asked for goes by it, and is the last that does.
    /// Another host of the same domain could have set it, so that only what can be chosen is taken over.
    /// </summary>
    public static void UsePreferences(this WebApplication app) => app.Use((context, next) =>
    {
        if (PrefixOf(context) is not null && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            ReplaceEarlier(context);
        return next(context);
    });

    private static void ReplaceEarlier(HttpContext context)
    {
        foreach (var (name, isOne) in Values)
        {
            if (context.Request.Cookies[name] is not { } earlier)
                continue;
            if (isOne(earlier) && !context.Request.Cookies.ContainsKey(Prefix(context) + name))
                Keep(context, name, earlier);
            context.Response.Cookies.Delete(name, new CookieOptions { Path = "/" });
        }
    }

    private static IResult SetTheme(HttpContext context, [FromForm] string? theme, [FromForm] string? returnUrl)
    {
        if (theme is not (Dark or Light))
            return Results.BadRequest();
        Keep(context, ThemeCookie, theme);
        return Redirects.To(ReturnUrl.Safe(returnUrl));
    }

    private static IResult SetLanguage(HttpContext context, [FromForm] string? language, [FromForm] string? returnUrl)
    {
        if (Languages.Find(language) is not { } culture)
            return Results.BadRequest();
        Keep(context, CookieRequestCultureProvider.DefaultCookieName, ValueOf(culture));
        return Redirects.To(ReturnUrl.Safe(returnUrl));
    }

    private static string? Read(HttpContext? context, string name) =>
        context is null ? null : context.Request.Cookies[Prefix(context) + name] ?? context.Request.Cookies[name];

    private static string Prefix(HttpContext context) => context.RequestServices.GetRequiredService<CookiePrefix>().Text;

    private static string ValueOf(CultureInfo culture) =>
        CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture));

    // Readable by script where a page with script changes it in place.
    private static void Keep(HttpContext context, string name, string value) => context.Response.Cookies.Append(
        Prefix(context) + name, value, new CookieOptions
        {
            HttpOnly = name == CookieRequestCultureProvider.DefaultCookieName,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(365),
            Path = "/",
            SameSite = SameSiteMode.Lax,
        });
}
