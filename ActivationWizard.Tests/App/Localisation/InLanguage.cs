using System.Globalization;

namespace ActivationWizard.Tests.App.Localisation;

/// <summary>The language of the screens for the length of a test.</summary>
public sealed class InLanguage : IDisposable
{
    private readonly (CultureInfo Formats, CultureInfo Words) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public InLanguage(string culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
}
