using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ActivationWizard.App.Controls;

/// <summary>
/// A page that is taken along: it needs no other file, no script and no server. Its parts are components that have nothing
/// injected, drawn in the language of whoever asks.
/// </summary>
public static class PageByItself
{
    /// <summary>What closes the page.</summary>
    public const string End = "</body></html>\n";

    /// <summary>Everything before the content.</summary>
    /// <param name="title">In words, not encoded.</param>
    /// <param name="style">Style sheet; the page has no other.</param>
    public static string Begin(string title, string style) =>
        // Opened from a disk no header keeps it from asking for something elsewhere: the page itself forbids it.
        $"<!DOCTYPE html>\n<html lang=\"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}\"><head><meta charset=\"utf-8\">"
        + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
        + $"<title>{Text(title)}</title><style>{style}</style></head><body>\n";

    /// <summary>A part of the page, as a component with this one parameter draws it.</summary>
    public static async Task<string> PartAsync<TPart>(string name, object value)
        where TPart : IComponent
    {
        // A renderer keeps what it has drawn: each part has its own.
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPart>(
            ParameterView.FromDictionary(new Dictionary<string, object?> { [name] = value })))
            .ToHtmlString());
    }

    /// <summary>Words as they stand between tags.</summary>
    public static string Text(string words) => WebUtility.HtmlEncode(words);
}
