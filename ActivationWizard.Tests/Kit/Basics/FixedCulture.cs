using System.Globalization;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>Another language than the nl-NL every test starts in (xunit.runner.json), until disposed.</summary>
public sealed class FixedCulture : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _uiCulture = CultureInfo.CurrentUICulture;

    /// <summary>Sets formats and words to the culture, such as <c>en-GB</c>.</summary>
    public FixedCulture(string name) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(name);

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _culture;
        CultureInfo.CurrentUICulture = _uiCulture;
    }
}
