using System.Text.RegularExpressions;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.StandardReplies;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>One Mailsjabloon: a subject and a text, with placeholders in them.</summary>
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
    /// That of a file: its first line is the subject, the rest the text. Null, with the fault, for one that cannot be used.
    /// </summary>
    /// <param name="telephone">The corporation's number; empty when it is not known.</param>
    public static MailTemplate? Read(string text, TemplateWording wording, string telephone, out TemplateFault? fault)
    {
        var parts = text.ReplaceLineEndings("\n").Split('\n', 2);
        var subject = parts[0].StartsWith(wording.Subject, StringComparison.OrdinalIgnoreCase)
            ? parts[0][wording.Subject.Length..]
            : "";
        if (!string.IsNullOrWhiteSpace(text))
            return Of(subject, parts is [_, var rest] ? rest : "", wording, telephone, out fault);
        fault = TemplateFault.Empty;
        return null;
    }

    /// <summary>
    /// Null, with the fault, without subject or body, with a brace that belongs to no known placeholder, with a placeholder that
    /// nothing stands for, or with characters that no mail may have.
    /// </summary>
    public static MailTemplate? Of(
        string subject, string body, TemplateWording wording, string telephone, out TemplateFault? fault)
    {
        (subject, body) = (subject.Trim(), body.ReplaceLineEndings("\n").Trim());
        fault = subject.Length is 0 ? TemplateFault.NoSubject
            : body.Length is 0 ? TemplateFault.NoText
            : HasOtherBraces(subject + body, wording) ? TemplateFault.UnknownPlaceholder
            : telephone.Length is 0 && (subject + body).Contains(wording.Telephone, StringComparison.Ordinal)
                ? TemplateFault.NoTelephone
            : PlainText.IsLine(subject) && PlainText.IsText(body) ? null
            : TemplateFault.NotUtf8;
        return fault is null ? new MailTemplate(subject, body, wording) : null;
    }

    /// <summary>As it is written. A file has no moment of its own that means anything.</summary>
    public FoundTemplate Found => new(_subject, _body, default);

    /// <summary>As it would look.</summary>
    public TemplatePreview Preview(string telephone) => new(Fill(TemplatePreview.Sample, telephone), null, []);

    /// <summary>Every placeholder in a text that nothing is known to stand for, each once, in order.</summary>
    public static IReadOnlyList<string> UnknownIn(string text, TemplateWording wording) =>
        [.. AnyBraces().Matches(text).Select(found => found.Value).Except(wording.Placeholders)];

    /// <summary>The reply to one person. The name is data: braces in it stay what they are, and it stays on one line.</summary>
    public MailText Fill(ReplyFilling filling, string telephone)
    {
        var name = PlainText.Line(filling.Name);
        var salutation = $"{_wording.Greeting} {name}".TrimEnd();
        return new MailText(Fill(_subject), Fill(_body) + "\n");

        string Fill(string text) => Placeholder().Replace(text, found =>
            found.Value == _wording.Salutation ? salutation
            : found.Value == _wording.Number ? filling.Number.ToString()
            : found.Value == _wording.Telephone ? telephone
            : name.Length is 0 ? _wording.Nobody : name);
    }

    private static bool HasOtherBraces(string text, TemplateWording wording) => Placeholder()
        .Replace(text, found => wording.Placeholders.Contains(found.Value) ? "" : found.Value)
        .AsSpan().ContainsAny('{', '}');

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder();

    // Also a half of one, and what only looks like one.
    [GeneratedRegex(@"\{[^{}\n]{0,40}\}|\{|\}")]
    private static partial Regex AnyBraces();
}
