using System.Collections.Concurrent;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>What an installation needs of its mailbox, one by one.</summary>
public enum MailPart
{
    /// <summary>Being let in, wherever that is asked.</summary>
    SignIn,

    /// <summary>Reading what came in.</summary>
    Inbox,

    /// <summary>Reading the Mailsjablonen.</summary>
    Templates,

    /// <summary>Having a mail taken.</summary>
    Sending,

    /// <summary>Looking in Sent, and filing there.</summary>
    Sent,
}

/// <summary>How a part of the mailbox did, as far as this process has used it; nothing about whom.</summary>
/// <param name="DoneAt">When it last went well; null when it never did.</param>
/// <param name="RefusedAt">When it last did not; null when it always did.</param>
/// <param name="Refusal">What that refusal means; null when there was none.</param>
public sealed record PartSigns(DateTimeOffset? DoneAt, DateTimeOffset? RefusedAt, MailRefusal? Refusal)
{
    /// <summary>True when it went well the last time, false when it did not, null before the first.</summary>
    public bool? IsWell => (DoneAt, RefusedAt) switch
    {
        (null, null) => null,
        (null, _) => false,
        (_, null) => true,
        var (done, refused) => done >= refused,
    };
}

/// <summary>Keeps how each part of the mailbox does, for the status page: the last time of both, and no more.</summary>
public sealed class MailPulse(TimeProvider time)
{
    private static readonly PartSigns Unknown = new(null, null, null);
    private readonly ConcurrentDictionary<MailPart, PartSigns> _signs = new();

    /// <summary>
    /// Whether a mail of ours was in Sent, so that it is known that what is sent is filed; null while nobody could look.
    /// </summary>
    public bool? IsFilingSeen { get; private set; }

    /// <summary>The signs of a part.</summary>
    public PartSigns Of(MailPart part) => _signs.GetValueOrDefault(part, Unknown);

    /// <summary>It went well.</summary>
    public void Did(MailPart part)
    {
        var now = time.GetUtcNow();
        _signs.AddOrUpdate(part, _ => Unknown with { DoneAt = now }, (_, signs) => signs with { DoneAt = now });
    }

    /// <summary>It did not.</summary>
    public void Refused(MailPart part, MailRefusal refusal)
    {
        var now = time.GetUtcNow();
        _signs.AddOrUpdate(
            part,
            _ => new PartSigns(null, now, refusal),
            (_, signs) => signs with { RefusedAt = now, Refusal = refusal });
    }

    /// <summary>Somebody looked in Sent for mails of ours. What was seen once is known.</summary>
    public void Looked(bool isFilingSeen) => IsFilingSeen = IsFilingSeen is true || isFilingSeen;
}
