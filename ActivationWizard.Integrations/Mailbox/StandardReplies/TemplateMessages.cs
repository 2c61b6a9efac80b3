using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.Store;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox.StandardReplies;

/// <summary>Reads the Mailsjablonen as they are in the mailbox now: each message in the folder is one, also a draft.</summary>
public sealed class TemplateMessages(IMailStore store, IOptions<MailboxOptions> options)
{
    // A folder with more in it is not one of standard replies; of one with many versions of each the last count.
    private const int MostListed = 5_000;
    private const int MostRead = 200;

    // Of a message, its pictures and signature included.
    private const long LargestMessage = 2 * 1024 * 1024;

    private const int LongestSubject = 200;
    private const int LongestBody = 10_000;

    /// <summary>How often they are read.</summary>
    public TimeSpan Interval { get; } = options.Value.TemplateInterval;

    private readonly MailFolderPath _folder = MailFolderPath.Parse(options.Value.TemplateMessages);

    /// <summary>
    /// One for each subject, the newest, in order of subject; null when there is no such folder. Not answered when one of them
    /// could not be asked for: half of them is none.
    /// </summary>
    public async Task<Reply<IReadOnlyList<FoundTemplate>?>> ReadAsync(CancellationToken cancellation)
    {
        var listing = await store.ListAsync(_folder, MostListed, cancellation);
        if (listing is not Reply<IReadOnlyList<MailHead>?>.Answered { Value: { } heads })
            return listing.Select(_ => (IReadOnlyList<FoundTemplate>?)null);

        var found = new List<FoundTemplate>();
        foreach (var head in heads.TakeLast(MostRead))
        {
            switch (await ReadAsync(head, cancellation))
            {
                case Reply<FoundTemplate?>.NotAnswered silent:
                    return new Reply<IReadOnlyList<FoundTemplate>?>.NotAnswered(silent.Why);
                case Reply<FoundTemplate?>.Answered { Value: { } template }:
                    found.Add(template);
                    break;
            }
        }

        return new Reply<IReadOnlyList<FoundTemplate>?>.Answered(
        [
            // Those without a subject have nothing in common.
            .. found.Index().GroupBy(
                    one => one.Item.Subject.Length > 0 ? FoundTemplate.Key(one.Item.Subject) : $"\n{one.Index}",
                    one => one.Item)
                // Of two that came at one moment the one that was put there last.
                .Select(same => same.Reverse().MaxBy(one => one.WrittenAt)!)
                .OrderBy(one => one.Subject, StringComparer.OrdinalIgnoreCase),
        ]);
    }

    /// <summary>Waits for a change in the folder, at most until the next time; see <see cref="IMailStore.WaitAsync"/>.</summary>
    public Task<Reply<bool>> WaitAsync(CancellationToken cancellation) => store.WaitAsync(_folder, Interval, cancellation);

    private async Task<Reply<FoundTemplate?>> ReadAsync(MailHead head, CancellationToken cancellation)
    {
        if (head.Size > LargestMessage)
            return new Reply<FoundTemplate?>.Answered(Broken(TemplateFault.TooLong));
        return (await store.ReadAsync(head.Key, cancellation)).Select(reading => reading switch
        {
            MailReading.Found found => TemplateOf(found, head.ReceivedAt),
            MailReading.TooLarge => Broken(TemplateFault.TooLong),
            _ => null,
        });

        FoundTemplate Broken(TemplateFault fault) => new("", "", head.ReceivedAt, fault);
    }

    private static FoundTemplate TemplateOf(MailReading.Found found, DateTimeOffset at)
    {
        try
        {
            using var message = found.Parse();
            var subject = PlainText.Line(message.Subject ?? "");
            var body = (message.TextBody ?? HtmlText.Of(message.HtmlBody ?? "")).ReplaceLineEndings("\n").Trim();
            return subject.Length > LongestSubject || body.Length > LongestBody
                ? new FoundTemplate(subject[..Math.Min(subject.Length, LongestSubject)], "", at, TemplateFault.TooLong)
                : new FoundTemplate(subject, body, at);
        }
        catch (FormatException)
        {
            return new FoundTemplate("", "", at, TemplateFault.NotUtf8);
        }
    }
}
