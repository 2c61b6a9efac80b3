namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>What a mail is taken for.</summary>
public enum MailSort
{
    Bounce,
    FormMail,
    ReplyToOurs,
    FreeMail,

    /// <summary>Skipped, with <see cref="MailSkipReason.Loop"/>; the others below likewise.</summary>
    Loop,
    Spam,
    OtherReport,
    OwnMail,
    MailingList,
    AutomaticAnswer,
}

/// <summary>What each sign of a mail means, the first that it has deciding.</summary>
public static class MailSorting
{
    /// <summary>The table, in order. A mail without any of these signs is free mail.</summary>
    public static IReadOnlyList<(MailSign Sign, MailSort Sort)> Table { get; } =
    [
        (MailSign.Bounce, MailSort.Bounce),
        (MailSign.Loop, MailSort.Loop),
        (MailSign.Spam, MailSort.Spam),
        (MailSign.Report, MailSort.OtherReport),
        (MailSign.Form, MailSort.FormMail),
        (MailSign.Own, MailSort.OwnMail),
        (MailSign.List, MailSort.MailingList),
        (MailSign.Automatic, MailSort.AutomaticAnswer),
        (MailSign.Reply, MailSort.ReplyToOurs),
    ];

    /// <summary>What a mail with these signs is.</summary>
    public static MailSort Of(IReadOnlyCollection<MailSign> signs)
    {
        foreach (var (sign, sort) in Table)
        {
            if (signs.Contains(sign))
                return sort;
        }

        return MailSort.FreeMail;
    }

    /// <summary>Why a mail of this sort is skipped; it throws for one that is not.</summary>
    internal static MailSkipReason ReasonOf(MailSort sort) => sort switch
    {
        MailSort.Loop => MailSkipReason.Loop,
        MailSort.Spam => MailSkipReason.Spam,
        MailSort.OtherReport => MailSkipReason.OtherReport,
        MailSort.OwnMail => MailSkipReason.OwnMail,
        MailSort.MailingList => MailSkipReason.MailingList,
        MailSort.AutomaticAnswer => MailSkipReason.AutomaticAnswer,
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
    };
}
