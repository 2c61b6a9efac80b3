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

    /// <summary>
    /// Null, with the fault, for a text without subject or body, with a brace that belongs to no known placeholder, or with
    /// characters that no mail may have.
    /// </summary>
    public static MailTemplate? Read(string text, TemplateWording wording, out TemplateFault? fault)
    {
        var parts = text.ReplaceLineEndings("\n").Split('\n', 2);
        var (first, body) = (parts[0], parts is [_, var rest] ? rest.Trim() : "");
        var subject = first.StartsWith(wording.Subject, StringComparison.OrdinalIgnoreCase)
            ? first[wording.Subject.Length..].Trim()
            : "";
        fault = string.IsNullOrWhiteSpace(text) ? TemplateFault.Empty
            : subject.Length is 0 ? TemplateFault.NoSubject
            : body.Length is 0 ? TemplateFault.NoText
            : HasOtherBraces(subject + body, wording) ? TemplateFault.UnknownPlaceholder
            : PlainText.IsLine(subject) && PlainText.IsText(body) ? null
            : TemplateFault.NotUtf8;
        return fault is null ? new MailTemplate(subject, body, wording) : null;
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
