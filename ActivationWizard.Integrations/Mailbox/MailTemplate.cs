using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>One Mailsjabloon: its first line is the subject, the rest the text.</summary>
internal sealed partial class MailTemplate
{
    private readonly string _subject;
    private readonly string _body;
    private readonly TemplateWording _wording;

    private MailTemplate(string subject, string body, TemplateWording wording)
    {
        _subject = subject;
        _body = body;
        _wording = wording;
    }

    /// <summary>False for a text without subject or body, or with a brace that belongs to no known placeholder.</summary>
    public static bool TryRead(string text, TemplateWording wording, [NotNullWhen(true)] out MailTemplate? template)
    {
        template = null;
        var parts = text.ReplaceLineEndings("\n").Split('\n', 2);
        if (parts is not [var first, var rest] || !first.StartsWith(wording.Subject, StringComparison.OrdinalIgnoreCase))
            return false;

        var subject = first[wording.Subject.Length..].Trim();
        var body = rest.Trim();
        if (!PlainText.IsLine(subject) || !PlainText.IsText(body) || HasOtherBraces(subject + body, wording))
            return false;

        template = new MailTemplate(subject, body, wording);
        return true;
    }

    /// <summary>The reply to one person. The name is data: braces in it stay what they are, and it stays on one line.</summary>
    public MailText Fill(string tenantName)
    {
        var name = PlainText.Line(tenantName);
        var salutation = $"{_wording.Greeting} {name}".TrimEnd();
        return new MailText(Fill(_subject), Fill(_body) + "\n");

        string Fill(string text) => Placeholder().Replace(text, found => found.Value == _wording.Name ? name : salutation);
    }

    private static bool HasOtherBraces(string text, TemplateWording wording) => Placeholder()
        .Replace(text, found => found.Value == wording.Name || found.Value == wording.Salutation ? "" : found.Value)
        .AsSpan().ContainsAny('{', '}');

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder();
}
