using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>Mails that come in about a reply; each call gives another mail, unless it says which one it is.</summary>
internal static class CameIn
{
    private static int _last;

    /// <summary>A mail server says what became of the reply; about its recipient, or about another.</summary>
    public static CaseMail Report(
        ReplyAsked reply, DeliveryEnd end = DeliveryEnd.Failed, EmailAddress? about = null, string? identity = null) => new(
        MailTie.Report, Guid.NewGuid(), identity ?? Next(), null, "Mail Delivery System", "Undelivered Mail", Sample.Now,
        reply.Key, new DeliveryNotice(end, about ?? reply.To, "5.1.1", "smtp; 550 5.1.1 unknown"));

    /// <summary>Somebody answers the reply.</summary>
    public static CaseMail Answer(ReplyAsked reply, EmailAddress? from = null) => new(
        MailTie.Reply, Guid.NewGuid(), Next(), from ?? reply.To, "Anna", "Re: Uw aanvraag", Sample.Now, reply.Key);

    /// <summary>A person says that it belongs to the case.</summary>
    public static CaseMail Added(string subject = "Nog een vraag") => new(
        MailTie.Added, Guid.NewGuid(), Next(), Sample.Other, "Anna", subject, Sample.Now);

    private static string Next() => $"1-{Interlocked.Increment(ref _last):X8}";
}
