using ActivationWizard.Domain.Values;
using MimeKit;
using MimeKit.Utils;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>Finds the mails of ours that a mail names: <c>{reference}@{domain}</c>, see <see cref="MailWriting"/>.</summary>
internal sealed class OurMessageIds(IEnumerable<string> domains)
{
    private const int MostNamed = 100;
    private readonly HashSet<string> _domains = new(domains, StringComparer.OrdinalIgnoreCase);

    /// <summary>The reference in a Message-ID; null when it is not one of ours.</summary>
    public EffectKey? Of(string? messageId)
    {
        var id = (messageId ?? "").Trim().Trim('<', '>');
        return id.LastIndexOf('@') is var at and > 0 && _domains.Contains(id[(at + 1)..])
            && EffectKey.TryParse(id[..at], out var reference) ? reference : null;
    }

    /// <summary>The mail of ours that this one answers: of several, the nearest.</summary>
    public EffectKey? Answered(MimeMessage message) =>
        Named(message, HeaderId.InReplyTo).Concat(Named(message, HeaderId.References).Reverse())
            .Select(Of).FirstOrDefault(one => one is not null);

    private static IEnumerable<string> Named(MimeMessage message, HeaderId header) =>
        message.Headers.Where(one => one.Id == header && one.RawValue.Length <= MailBounds.LongestHeader)
            .Take(MostNamed)
            .SelectMany(one => MimeUtils.EnumerateReferences(one.Value).DefaultIfEmpty(one.Value))
            .TakeLast(MostNamed);
}
