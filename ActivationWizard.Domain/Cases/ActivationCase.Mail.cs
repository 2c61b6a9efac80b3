using System.Collections.Immutable;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>A mail that came in on a case; <paramref name="By"/> put it there, the wizard or a person.</summary>
public sealed record ReceivedMail(CaseMail Mail, Actor By, DateTimeOffset At);

/// <summary>What was read again to find another address of the requester.</summary>
/// <param name="Facts">What the sources said.</param>
/// <param name="Verdict">What the table made of it.</param>
/// <param name="IsSame">The table decides as it did: the words of the reply are still right.</param>
/// <param name="At">When.</param>
public sealed record SoughtAddress(CaseFacts Facts, Verdict Verdict, bool IsSame, DateTimeOffset At);

/// <summary>The mails that came in on a case, and what follows when its reply did not arrive.</summary>
public sealed partial record ActivationCase
{
    /// <summary>The mails that came in on it, in order; each once.</summary>
    public ImmutableList<ReceivedMail> Mails { get; private init; } = [];

    /// <summary>The address a person chose because the one before did not work; null while nobody did.</summary>
    public EmailAddress? Readdressed { get; private init; }

    /// <inheritdoc />
    public EmailAddress? ReplyTo => Readdressed ?? Request.Email;

    /// <summary>What was read for another address; null while that was not done.</summary>
    public SoughtAddress? Sought { get; private init; }

    /// <summary>How it ended with a reply that did not arrive; null when it did not.</summary>
    public BounceSettled? Settled { get; private init; }

    /// <summary>It has been at an end, whether it is now or not.</summary>
    public bool HasEnded { get; private init; }

    /// <summary>
    /// A person is asked what to do about a reply that did not arrive. Nothing is done in any system meanwhile.
    /// </summary>
    public bool IsBounced => this is { State: ActivationState.NeedsAttention, Trouble: ReplyBounced };

    /// <summary>It does, or may have done, something for its tenant that no other case may come between.</summary>
    public bool ActsForTenant => State.Step is WizardStep.Execute && !IsBounced;

    /// <summary>
    /// The reply that was sent last, when a mail server returned it and nobody was asked about that yet; null otherwise.
    /// </summary>
    public EffectKey? Undelivered =>
        Effects.Find(one => one.Effect is EffectKind.SendReply && one.Sequence > AcceptedAt) is { IsDone: true, Key: var sent }
            && IsReturned(sent) ? sent : null;

    /// <summary>What the mail server said of the reply that was sent last; null when none said that it did not arrive.</summary>
    public DeliveryNotice? Notice => Results.Replies is [.., var last]
        ? Mails.FindLast(one => one.Mail.SaysNotDelivered && one.Mail.About == last.Key)?.Mail.Notice
        : null;

    /// <summary>The addresses that replies did not arrive at, each once.</summary>
    public IReadOnlyList<EmailAddress> ReturnedFrom =>
        [.. Results.Replies.Where(one => IsReturned(one.Key)).Select(one => one.To).Distinct()];

    /// <summary>
    /// The requester's own addresses in Viewpoint that a reply can go to now, those at which it did not arrive left out; none
    /// while that was not read, and when the table decides otherwise by now. A tenant's address is none of an administrator's.
    /// </summary>
    public IReadOnlyList<EmailAddress> NewAddresses => Sought is { IsSame: true, Facts: var facts }
        ? [.. AddressesIn(facts).Distinct().Except(ReturnedFrom)]
        : [];

    private IEnumerable<EmailAddress> AddressesIn(CaseFacts facts)
    {
        var administrators = facts.Protection.Value?.CurrentEmails ?? [];
        return Request.Requester switch
        {
            Requester.Tenant => (facts.Person.Value?.Party?.Emails ?? []).OrderByDescending(contact => contact.IsPrivate)
                .Select(contact => contact.Address).Except(administrators),
            Requester.CourtAdministrator => administrators,
            _ => [],
        };
    }

    private bool IsReturned(EffectKey reply) => Mails.Any(one => one.Mail.SaysNotDelivered && one.Mail.About == reply);
}
