using System.Text;
using MimeKit.Text;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>What of HTML is not shown: it is for machines, or marked as hidden where attributes are looked at.</summary>
internal sealed class HtmlHiding(bool looksAtAttributes)
{
    private string? _name;
    private int _depth;

    /// <summary>True from a tag that hides to the tag that ends it.</summary>
    public bool IsOn => _name is not null;

    /// <summary>A tag goes by.</summary>
    public void Pass(HtmlTagToken tag)
    {
        if (_name is null)
        {
            if (tag is { IsEndTag: false, IsEmptyElement: false } && Hides(tag))
                (_name, _depth) = (tag.Name, 1);
            return;
        }

        if (!tag.Name.Equals(_name, StringComparison.OrdinalIgnoreCase))
            return;
        // The tokenizer itself ends a script or a style at the tag of the same name only.
        _depth = IsForMachines(tag.Id) ? tag.IsEndTag ? 0 : _depth
            : _depth + (tag.IsEndTag ? -1 : tag.IsEmptyElement ? 0 : 1);
        if (_depth <= 0)
            _name = null;
    }

    private bool Hides(HtmlTagToken tag) => IsForMachines(tag.Id)
        || (looksAtAttributes && !tag.Id.IsEmptyElement()
            && tag.Attributes.Any(one => one.Name.Equals("hidden", StringComparison.OrdinalIgnoreCase)));

    private static bool IsForMachines(HtmlTagId id) => id is HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Title
        or HtmlTagId.NoScript or HtmlTagId.NoFrames or HtmlTagId.NoEmbed or HtmlTagId.IFrame;
}

/// <summary>The address of a link, for a text in which it cannot be clicked.</summary>
internal sealed class HtmlLink
{
    private static readonly string[] Schemes = ["https://", "http://"];

    private readonly StringBuilder _words = new();
    private string? _address;

    /// <summary>
    /// A tag <c>a</c> goes by; gives what is written where a link ends: none where its words are the address themselves, and none
    /// for what is no page.
    /// </summary>
    public string Pass(HtmlTagToken tag)
    {
        // One link ends where the next begins.
        var written = _address is { } address && !_words.ToString().Contains(Bare(address), StringComparison.OrdinalIgnoreCase)
            ? $" ({address})"
            : "";
        _words.Clear();
        _address = tag.IsEndTag ? null : AddressOf(tag);
        return written;
    }

    /// <summary>Words that are shown.</summary>
    public void Show(string words)
    {
        if (_address is not null)
            _words.Append(words);
    }

    private static string? AddressOf(HtmlTagToken tag) =>
        tag.Attributes.FirstOrDefault(one => one.Id is HtmlAttributeId.Href)?.Value is { } address
        && SchemeOf(address) is not null
            ? address
            : null;

    private static string Bare(string address) => address[SchemeOf(address)!.Length..].TrimEnd('/');

    private static string? SchemeOf(string address) =>
        Schemes.FirstOrDefault(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
}
