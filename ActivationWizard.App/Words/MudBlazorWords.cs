using Microsoft.Extensions.Localization;
using MudBlazor;

namespace ActivationWizard.App.Words;

/// <summary>MudBlazor's own texts in our languages; MudBlazor ships them in English only.</summary>
public sealed class MudBlazorWords : MudLocalizer
{
    public override LocalizedString this[string key] => Find(key, []);

    public override LocalizedString this[string key, params object[] arguments] => Find(key, arguments);

    private static LocalizedString Find(string key, object[] arguments)
    {
        var culture = System.Globalization.CultureInfo.CurrentUICulture;
        var format = MudBlazorText.ResourceManager.GetString(key, culture);
        return format is null
            ? new LocalizedString(key, key, resourceNotFound: true)
            : new LocalizedString(key, arguments.Length == 0 ? format : string.Format(culture, format, arguments));
    }
}
