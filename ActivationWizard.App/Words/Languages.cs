using System.Globalization;

namespace ActivationWizard.App.Words;

/// <summary>The languages of the screens, Dutch first.</summary>
public static class Languages
{
    public const string Dutch = "nl";
    public const string English = "en";

    /// <summary>The cultures behind them; en-GB, because 3/12 is the third of December to everybody here.</summary>
    public static IReadOnlyList<CultureInfo> Cultures { get; } = [new("nl-NL"), new("en-GB")];

    public static CultureInfo Default => Cultures[0];

    /// <summary>The language of this page, as <c>lang</c> says it.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static CultureInfo? Find(string? language) =>
        Cultures.FirstOrDefault(culture => culture.TwoLetterISOLanguageName == language);
}
