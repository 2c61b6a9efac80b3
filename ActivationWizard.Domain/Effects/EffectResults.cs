using System.Collections.Immutable;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>What the effects of a case left behind for later ones. Each event of an effect says itself what it adds.</summary>
public sealed record EffectResults
{
    /// <summary>No effect was done yet.</summary>
    public static EffectResults None { get; } = new();

    /// <summary>The id of the account that was made last; null when none was, and when an employee made it.</summary>
    public string? CreatedAccount { get; init; }

    /// <summary>What the unblocked account turned out to be (D17); null before that.</summary>
    public AccountStatus? UnblockedTo { get; init; }

    /// <summary>The code that was there could not be used: a fresh one has to be made (G3).</summary>
    public bool NeedsFreshCode { get; init; }

    /// <summary>
    /// Fingerprint of the code that was read; null when none was, and when an employee read it and did not type it.
    /// </summary>
    public string? Fingerprint { get; init; }

    /// <summary>Where Postex can be asked about the letter; null before it has it, and when an employee sent it.</summary>
    public string? DispatchSession { get; init; }

    /// <summary>The reply that stands ready in the mailbox; null before it does, and where a mailbox needs no draft.</summary>
    public MailDraft? Draft { get; init; }

    /// <summary>Every reply that was asked for, the last one last: what a mail that comes in can be about.</summary>
    public ImmutableList<ReplyAsked> Replies { get; init; } = [];

    /// <summary>When a code last left for the tenant or the administrator (G2); null when none did.</summary>
    public DateTimeOffset? CodeSentAt { get; init; }
}

/// <summary>A reply that was asked for, to whom, and its words.</summary>
public sealed record ReplyAsked(EffectKey Key, EmailAddress To, MailText Text);

/// <summary>A mail that stands ready: the effect it is for, and what the mailbox knows it by.</summary>
public sealed record MailDraft(EffectKey Key, string Id);
