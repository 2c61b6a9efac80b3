using System.Globalization;
using ActivationWizard.App.Words;

namespace ActivationWizard.App.Intake;

/// <summary>The language of another system: what it says it reads, else Dutch.</summary>
public static class CallersLanguage
{
    /// <summary>Sets the language for the rest of this request.</summary>
    public static void Use(HttpRequest request)
    {
        var culture = Preferred(request) ?? Languages.Default;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
    }

    private static CultureInfo? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is not 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Languages.Find(language.Value.Value?.Split('-')[0].ToLowerInvariant()))
        .FirstOrDefault(culture => culture is not null);
}
