using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>
/// A mail came in that belongs to the case, in whatever state that is: it is part of its story, and decides nothing. The envelope
/// says who put it there, the wizard or a person.
/// </summary>
[JournalName("mail-received")]
public sealed record MailReceived(CaseMail Mail) : CaseEvent;

/// <summary>
/// The facts were read again, after a reply that did not arrive, for another address of the requester, and the table was asked
/// again over them.
/// </summary>
[JournalName("new-address-sought")]
public sealed record NewAddressSought(CaseFacts Facts, Verdict Verdict) : CaseEvent;

/// <summary>A person has the reply that did not arrive sent again, in the same words, to this address.</summary>
[JournalName("reply-readdressed")]
public sealed record ReplyReaddressed(EmailAddress To) : CaseEvent;

/// <summary>How a person ended a case whose reply did not arrive.</summary>
public enum BounceEnd
{
    /// <summary>The requester was told by telephone.</summary>
    ToldByPhone,

    /// <summary>Nobody was told: nothing more is done.</summary>
    Closed,
}

/// <summary>A person ended a case whose reply did not arrive; the note is 1 to 500 characters.</summary>
[JournalName("bounce-settled")]
public sealed record BounceSettled(BounceEnd End, string Note) : CaseEvent;
