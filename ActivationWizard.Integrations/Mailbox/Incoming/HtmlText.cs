using System.Text;
using MimeKit.Text;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>
/// The text of HTML, as lines. Tags are read one after the other and no tree is made of them, so that it takes as long as the
/// text is, however tags are nested or left open. Attributes, and with them every address, are not looked at.
/// </summary>
internal static class HtmlText
{
    /// <summary>
    /// A cell is set apart by a tab, a list by hyphens, a quotation by <c>&gt;</c>. Little more than <paramref name="longest"/>
    /// characters.
    /// </summary>
    public static string Of(string html, int longest)
    {
        var text = new TextLines(longest);
        var tokenizer = new HtmlTokenizer(new StringReader(html)) { IgnoreTruncatedTags = true };
        HtmlTagId? hidden = null;
        while (!text.IsFull && tokenizer.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag)
                hidden = Hidden(tag, hidden);
            if (hidden is not null)
                continue;
            if (token is HtmlTagToken shown)
                Lay(shown, text);
            else if (token is HtmlDataToken { Kind: not HtmlTokenKind.ScriptData } data)
                text.Add(data.Data);
        }

        return text.ToString();
    }

    // What is between these is for machines; the tokenizer ends it at the tag of the same name only.
    private static HtmlTagId? Hidden(HtmlTagToken tag, HtmlTagId? hidden) => hidden is not null
        ? tag.IsEndTag && tag.Id == hidden ? null : hidden
        : tag is
        {
            IsEndTag: false, IsEmptyElement: false, Id: HtmlTagId.Style or HtmlTagId.Script or HtmlTagId.Title
            or HtmlTagId.NoScript or HtmlTagId.NoFrames or HtmlTagId.NoEmbed or HtmlTagId.IFrame
        } ? tag.Id : null;

    private static void Lay(HtmlTagToken tag, TextLines text)
    {
        switch (tag.Id)
        {
            case HtmlTagId.Br or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.Table or HtmlTagId.HR or HtmlTagId.DT or HtmlTagId.DD
                or HtmlTagId.Address or HtmlTagId.Section or HtmlTagId.Article or HtmlTagId.Header or HtmlTagId.Footer
                or HtmlTagId.Center or HtmlTagId.Form or HtmlTagId.FieldSet or HtmlTagId.Legend:
                text.EndLine();
                break;
            case HtmlTagId.P or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6
                or HtmlTagId.UL or HtmlTagId.OL:
                text.EndParagraph();
                break;
            case HtmlTagId.LI when !tag.IsEndTag:
                text.EndLine();
                text.Add("- ");
                break;
            case HtmlTagId.TD or HtmlTagId.TH when !tag.IsEndTag:
                text.NextCell();
                break;
            case HtmlTagId.Pre:
                text.EndLine();
                text.KeepsLines = !tag.IsEndTag;
                break;
            case HtmlTagId.BlockQuote:
                text.Quote(tag.IsEndTag ? -1 : 1);
                break;
        }
    }

    private sealed class TextLines(int longest)
    {
        private const int DeepestQuote = 5;
        private readonly StringBuilder _text = new();
        private readonly StringBuilder _line = new();
        private char? _gap;
        private int _quotes;

        /// <summary>Whether an end of line in the data is one of the text.</summary>
        public bool KeepsLines { get; set; }

        public bool IsFull => _text.Length + _line.Length >= longest;

        public void Add(string data)
        {
            foreach (var sign in data)
            {
                if (sign is '\n' && KeepsLines)
                    EndLine();
                if (sign is ' ' or '\t' or '\r' or '\n' or '\f' or '\u00A0')
                {
                    _gap ??= ' ';
                    continue;
                }

                if (_gap is { } gap && _line.Length > 0)
                    _line.Append(gap);
                _gap = null;
                _line.Append(sign);
            }
        }

        public void NextCell() => _gap = '\t';

        public void EndLine()
        {
            if (_line.Length > 0)
                _text.Append('>', Math.Min(_quotes, DeepestQuote)).Append(_quotes > 0 ? " " : "").Append(_line).Append('\n');
            _line.Clear();
            _gap = null;
        }

        public void EndParagraph()
        {
            EndLine();
            if (_text.Length > 1 && !(_text[^1] is '\n' && _text[^2] is '\n'))
                _text.Append('\n');
        }

        public void Quote(int change)
        {
            EndLine();
            _quotes = Math.Max(0, _quotes + change);
        }

        public override string ToString()
        {
            EndLine();
            return _text.ToString();
        }
    }
}
