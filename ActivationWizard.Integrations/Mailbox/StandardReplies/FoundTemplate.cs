using System.Security.Cryptography;
using System.Text;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Mailbox.StandardReplies;

/// <summary>A message in the folder of the standard replies: plain text, whatever it was written in.</summary>
/// <param name="Subject">What it is known by, and the subject of the reply.</param>
/// <param name="Body">Empty when there is none that can be read.</param>
/// <param name="WrittenAt">When it came into the folder.</param>
/// <param name="Fault">What is wrong with the message itself; null for one that can be read.</param>
public sealed record FoundTemplate(string Subject, string Body, DateTimeOffset WrittenAt, TemplateFault? Fault = null)
{
    /// <summary>The same for the same text: 12 characters.</summary>
    public string Mark =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Subject}\n{Body}")).AsSpan(0, 6));

    /// <summary>True for the one that this subject means, whatever its letter case and the white space in it.</summary>
    public bool IsCalled(string subject) => Key(Subject) == Key(subject);

    /// <summary>How it would look to a tenant who does not exist, or what keeps it from being used.</summary>
    /// <param name="telephone">The corporation's number; empty when it is not known.</param>
    public TemplatePreview PreviewIn(MailLanguage language, string telephone)
    {
        var wording = TemplateWording.Of(language);
        var unknown = MailTemplate.UnknownIn($"{Subject}\n{Body}", wording);
        if (Fault is { } broken)
            return new TemplatePreview(null, broken, unknown);
        var template = MailTemplate.Of(Subject, Body, wording, telephone, out var fault);
        return new TemplatePreview(template?.Fill(TemplatePreview.Sample, telephone), fault, unknown);
    }

    /// <summary>What two subjects have in common that mean the same one.</summary>
    internal static string Key(string subject) => PlainText.Line(subject).ToUpperInvariant();
}

/// <summary>A template with everything filled in for <see cref="Sample"/>.</summary>
/// <param name="Text">Null when it cannot be used.</param>
/// <param name="Fault">Why not.</param>
/// <param name="Unknown">What looks like a placeholder and is none.</param>
public sealed record TemplatePreview(MailText? Text, TemplateFault? Fault, IReadOnlyList<string> Unknown)
{
    /// <summary>Somebody who does not exist, and a case that there is not.</summary>
    public static ReplyFilling Sample { get; } = new("A. Jansen", CaseNumber.Of(2026, 412));
}
