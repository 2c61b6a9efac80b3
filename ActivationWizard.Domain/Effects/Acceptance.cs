using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>What a person agreed to, all of it on the screen at that moment (G5).</summary>
public sealed record Acceptance
{
    /// <summary>The tick of 4: the old account may go, and its sign-in with it.</summary>
    public bool OldAccountMayGo { get; init; }

    /// <summary>The tick of G2: a code went out less than five working days ago, and the new one kills it.</summary>
    public bool RecentCodeMayDie { get; init; }

    /// <summary>The answer of 3: block the account of a tenant under bewind; null when that was not asked.</summary>
    public bool? BlockAccount { get; init; }

    /// <summary>The answer of 3b: correct privé and zakelijk; null when that was not asked.</summary>
    public bool? CorrectContacts { get; init; }

    /// <summary>The refusal as the employee saw it; null when there is no address to send it to.</summary>
    public MailText? Reply { get; init; }

    /// <summary>The template the reply was made from.</summary>
    public TemplateChoice? Template { get; init; }

    /// <summary>
    /// How a requester without an e-mail address was told: <see cref="Channel.Phone"/> or <see cref="Channel.Counter"/>.
    /// </summary>
    public Channel? ToldBy { get; init; }
}
