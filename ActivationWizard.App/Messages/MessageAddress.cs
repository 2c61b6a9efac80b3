using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace ActivationWizard.App.Messages;

/// <summary>Which messages are shown.</summary>
public enum MessageFilter
{
    /// <summary>Those that wait for somebody.</summary>
    Open,

    /// <summary>Those that open nothing and are answered by nothing.</summary>
    Skipped,

    /// <summary>What became of messages lately.</summary>
    Done,
}

/// <summary>What of the messages is shown, as it stands in the address: <c>/berichten?toon=overgeslagen</c>.</summary>
public static class MessageAddress
{
    public const string ShowQuery = "toon";
    public const string PageQuery = "bladzijde";

    private static readonly Dictionary<MessageFilter, string> Names = new()
    {
        [MessageFilter.Skipped] = "overgeslagen",
        [MessageFilter.Done] = "afgehandeld",
    };

    /// <summary>Those that wait, for a value that is none.</summary>
    public static MessageFilter Filter(string? value) => Names.FirstOrDefault(name => name.Value == value).Key;

    /// <summary>The address of a page of the list.</summary>
    public static string Of(MessageFilter filter, int page = 1)
    {
        var address = Names.TryGetValue(filter, out var name)
            ? QueryHelpers.AddQueryString(Urls.Messages, ShowQuery, name)
            : Urls.Messages;
        return page > 1 ? QueryHelpers.AddQueryString(address, PageQuery, page.ToString(CultureInfo.InvariantCulture)) : address;
    }
}
