using System.Text;
using MimeKit.Text;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>
/// The text of HTML, as lines. Tags are read one after the other and no tree is made of them, so that it takes as long as the
/// text is, however tags are nested or left open. Nothing in it is run or fetched.
/// </summary>
public static class HtmlText
{
    /// <summary>
    /// Of a mail from anybody: a cell is set apart by a tab, a list by hyphens, a quotation by <c>&gt;</c>. Attributes, and with
    /// them every address, are not looked at. Little more than <paramref name="longest"/> characters.
    /// </summary>
    public static string Of(string html, int longest) => Read(html, new TextLines(longest), link: null);

    /// <summary>
    /// Of a text that is to go out as it was written: empty lines stay, a link has its address behind it, and what is marked as
    /// hidden is left out. Little more than <paramref name="longest"/> characters.
    /// </summary>
    public static string AsWritten(string html, int longest) =>
        Read(html, new TextLines(longest) { KeepsEmptyLines = true }, new HtmlLink()).Trim();

    private static string Read(string html, TextLines text, HtmlLink? link)
    {
        var tokenizer = new HtmlTokenizer(new StringReader(html)) { IgnoreTruncatedTags = true };
        var hidden = new HtmlHiding(looksAtAttributes: link is not null);
        while (!text.IsFull && tokenizer.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag)
                hidden.Pass(tag);
            if (hidden.IsOn)
                continue;
            if (token is HtmlTagToken { Id: HtmlTagId.A } anchor)
                text.Add(link?.Pass(anchor) ?? "");
            else if (token is HtmlTagToken shown)
                Lay(shown, text);
            else if (token is HtmlDataToken { Kind: not HtmlTokenKind.ScriptData } data)
            {
                text.Add(data.Data);
                link?.Show(data.Data);
            }
        }

        return text.ToString();
    }

    private static void Lay(HtmlTagToken tag, TextLines text)
    {
        switch (tag.Id)
        {
            case HtmlTagId.Br:
                text.Break();
                break;
            case HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.HR or HtmlTagId.DT or HtmlTagId.DD
                or HtmlTagId.Address or HtmlTagId.Section or HtmlTagId.Article or HtmlTagId.Header or HtmlTagId.Footer
                or HtmlTagId.Center or HtmlTagId.Form or HtmlTagId.FieldSet or HtmlTagId.Legend:
                text.EndLine();
                break;
            case HtmlTagId.P or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6
                or HtmlTagId.UL or HtmlTagId.OL:
                text.EndParagraph();
                break;
            case HtmlTagId.Table:
                text.EndBlock();
                break;
            case HtmlTagId.LI when !tag.IsEndTag:
                text.EndLine();
                text.Add("- ");
                break;
            case HtmlTagId.TD or HtmlTagId.TH when !tag.IsEndTag:
                text.NextCell();
                break;
            case HtmlTagId.Pre:
                text.EndBlock();
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

        /// <summary>Whether it is laid out as a reader sees it, and not as a machine reads it best.</summary>
        public bool KeepsEmptyLines { get; init; }

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

        public void NextCell() => _gap = KeepsEmptyLines ? ' ' : '\t';

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

        /// <summary>A break on an empty line is one that is seen.</summary>
        public void Break()
        {
            if (KeepsEmptyLines && _line.Length is 0)
                EndParagraph();
            else
                EndLine();
        }

        public void EndBlock()
        {
            if (KeepsEmptyLines)
                EndParagraph();
            else
                EndLine();
        }

        public void Quote(int change)
        {
            EndBlock();
            if (!KeepsEmptyLines)
                _quotes = Math.Max(0, _quotes + change);
        }

        public override string ToString()
        {
            EndLine();
            return _text.ToString();
        }
    }
}
