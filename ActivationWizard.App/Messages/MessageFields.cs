using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.MailIntake;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Messages;

/// <summary>What a message that was opened gives the page.</summary>
public static class MessageFields
{
    /// <summary>What the journal knows of it; null when there is no such message.</summary>
    public static StoredMessage? KnownOf(MessageOpening opening) => opening switch
    {
        MessageOpening.Opened opened => opened.Message.Known,
        MessageOpening.Gone gone => gone.Message,
        MessageOpening.TooLarge large => large.Message,
        MessageOpening.NoAnswer silent => silent.Message,
        _ => null,
    };

    /// <summary>
    /// A request with what could be read filled in, and of the moment that the message came in. Null while the mailbox gives no
    /// answer: without the message its answer would not go in its thread.
    /// </summary>
    public static IntakeFields? Of(MessageOpening opening, DateTimeOffset now)
    {
        var fields = opening switch
        {
            MessageOpening.Opened opened => opened.Message.Fields,
            MessageOpening.Gone or MessageOpening.TooLarge => new IntakeFields { Channel = Channel.Mailbox },
            _ => null,
        };
        // Of longer ago, or by a clock that is ahead, it came in now.
        if (fields is not null && KnownOf(opening) is { ReceivedAt: var at }
            && at <= now && at >= now - IntakeReading.LongestAgo + IntakeReading.ClockDifference)
            fields.ReceivedAt = at;
        return fields;
    }

    /// <summary>Whom it is from.</summary>
    public static string HeadingOf(MessageOpening opening)
    {
        var (name, address) = opening is MessageOpening.Opened { Message.Envelope.Sender: var sender }
            ? (sender.Name, sender.Address?.ToString())
            : (KnownOf(opening)?.Head?.Sender, KnownOf(opening)?.Head?.Address);
        return string.IsNullOrEmpty(name) && string.IsNullOrEmpty(address)
            ? MessagesText.HeadingNone
            : MessagesText.Heading.With(MessageWords.Sender(name, address));
    }
}
