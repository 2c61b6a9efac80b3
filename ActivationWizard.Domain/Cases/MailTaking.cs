using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>What a mail that names a case leads to. Closed.</summary>
public abstract record MailDecision
{
    private MailDecision()
    {
    }

    /// <summary>These events follow.</summary>
    public sealed record Taken(params IReadOnlyList<CaseEvent> Events) : MailDecision;

    /// <summary>It is on the case already.</summary>
    public sealed record KnownAlready : MailDecision;

    /// <summary>
    /// The case sent no such reply, or not to whoever the mail is from or about: whoever had one mail can make up others.
    /// </summary>
    public sealed record NotOfThisCase : MailDecision;

    /// <summary>So many mails are on the case that a person has to decide about one more.</summary>
    public sealed record TooMany : MailDecision;
}

/// <summary>
/// Whether a mail is taken in on a case, and what follows. Pure. A reply has to come from the address that ours went to; a report
/// has to be about that address, if it names any; a person who adds one says so. That a report is on the case never stops or
/// begins anything by itself: it only makes a person look, once for each reply, when the case has come to its end or comes to it.
/// </summary>
public static class MailTaking
{
    /// <summary>The most mails on one case; a first report of a reply that did not arrive is taken in beyond it.</summary>
    public const int MostMails = 100;

    /// <summary>What follows from this mail.</summary>
    public static MailDecision Decide(ActivationCase activation, CaseMail mail)
    {
        if (activation.Mails.Any(one => one.Mail.Message == mail.Message || one.Mail.Identity == mail.Identity))
            return new MailDecision.KnownAlready();
        if (mail.Tie is MailTie.Added)
            mail = AsAdded(activation, mail);
        else if (!IsOfThisCase(activation, mail))
            return new MailDecision.NotOfThisCase();
        var isFirstReport = mail.SaysNotDelivered
            && !activation.Mails.Any(one => one.Mail.SaysNotDelivered && one.Mail.About == mail.About);
        if (activation.Mails.Count >= MostMails && !isFirstReport)
            return new MailDecision.TooMany();

        var received = new MailReceived(mail.Bounded());
        return activation.State is ActivationState.Refused && mail.SaysNotDelivered && IsLastReply(activation, mail.About)
            ? new MailDecision.Taken(received, new ReplyBounced(EffectKind.SendReply, mail.About))
            : new MailDecision.Taken(received);
    }

    // A person saw whose it is, also where the report names somebody whom the recipient has his mail sent on to.
    private static CaseMail AsAdded(ActivationCase activation, CaseMail mail) =>
        activation.Results.Replies.Any(one => one.Key == mail.About) ? mail : mail with { About = null, Notice = null };

    private static bool IsOfThisCase(ActivationCase activation, CaseMail mail) =>
        activation.Results.Replies.Find(one => one.Key == mail.About) is { To: var recipient }
        && (mail.Tie is MailTie.Report
            ? mail.Notice is { } notice && (notice.Recipient is null || notice.Recipient.Equals(recipient))
            : mail.From is not null && mail.From.Equals(recipient));

    // Asked about once: after that it counts as returned, and not as sent.
    private static bool IsLastReply(ActivationCase activation, EffectKey? reply) =>
        activation.Effects.Any(one => one is { Effect: EffectKind.SendReply, IsDone: true } && one.Key == reply);
}
