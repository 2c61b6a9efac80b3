namespace ActivationWizard.Domain.Values;

/// <summary>Why a mail is on a case.</summary>
public enum MailTie
{
    /// <summary>It answers a reply that the case sent.</summary>
    Reply,

    /// <summary>A mail server says what became of such a reply.</summary>
    Report,

    /// <summary>A person says that it belongs to the case.</summary>
    Added,
}

/// <summary>What a mail server says became of a mail.</summary>
public enum DeliveryEnd
{
    /// <summary>It says nothing that a program can read.</summary>
    NotStated,

    /// <summary>It was delivered, or passed on to where nothing is reported.</summary>
    Delivered,

    /// <summary>Not delivered yet; the server goes on trying.</summary>
    Delayed,

    /// <summary>It was not and will not be delivered.</summary>
    Failed,
}

/// <summary>A mail server's report about one mail of ours.</summary>
/// <param name="End">What became of the mail.</param>
/// <param name="Recipient">Whom it is about, as the server says; null when it does not.</param>
/// <param name="Status">Three numbers, such as <c>5.1.1</c> (RFC 3463); null when there are none.</param>
/// <param name="Diagnosis">The server's own words on one line; empty for none.</param>
public sealed record DeliveryNotice(DeliveryEnd End, EmailAddress? Recipient, string? Status, string Diagnosis)
{
    /// <summary>The longest diagnosis that is kept, in characters.</summary>
    public const int LongestDiagnosis = 300;

    private const int LongestStatus = 11;

    /// <summary>The same, no part of it longer than is kept.</summary>
    internal DeliveryNotice Bounded() => this with
    {
        Status = Status is { Length: <= LongestStatus } ? Status : null,
        Diagnosis = CaseMail.Line(Diagnosis, LongestDiagnosis),
    };
}

/// <summary>
/// A mail that is on a case: whose it is, what it is about, and what it is found again by. What it says stays in the mailbox.
/// </summary>
/// <param name="Tie">Why it is on the case.</param>
/// <param name="Message">What the installation knows the message by.</param>
/// <param name="Identity">The same for the same mail, whichever way it comes and whenever.</param>
/// <param name="From">Who sent it, as it says; null when that is not one address.</param>
/// <param name="FromName">The sender's name, as it says; empty for none.</param>
/// <param name="Subject">On one line; empty for none.</param>
/// <param name="ReceivedAt">When it came into the mailbox.</param>
/// <param name="About">The reply that it answers or reports about; null for one that a person added.</param>
/// <param name="Notice">What the mail server says; null for anything but a report.</param>
public sealed record CaseMail(
    MailTie Tie,
    Guid Message,
    string Identity,
    EmailAddress? From,
    string FromName,
    string Subject,
    DateTimeOffset ReceivedAt,
    EffectKey? About = null,
    DeliveryNotice? Notice = null)
{
    /// <summary>The longest subject, and the longest name, that is kept, in characters.</summary>
    public const int LongestLine = 200;

    /// <summary>A mail server says that the reply did not arrive, or says so little that a person has to look.</summary>
    public bool SaysNotDelivered => Notice is { End: DeliveryEnd.Failed or DeliveryEnd.NotStated };

    /// <summary>The same, every part on one line and no part longer than is kept.</summary>
    public CaseMail Bounded() => this with
    {
        FromName = Line(FromName, LongestLine),
        Subject = Line(Subject, LongestLine),
        Notice = Notice?.Bounded(),
    };

    internal static string Line(string text, int longest)
    {
        var line = TypedText.Name(text);
        // Not between the halves of one character.
        return line.Length <= longest ? line
            : line[..(char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest)].TrimEnd();
    }
}
