using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>
/// What a person is asked to agree to: route, recipient in full, effects in order, and the questions that only a person can
/// answer. Computed from the case, so that it is the same live, in replay and when the answer is checked.
/// </summary>
/// <param name="Route">The way it goes.</param>
/// <param name="Refusal">Ground and whether the reply is neutral; null when a code is sent.</param>
/// <param name="Email">Where a code or a reply is mailed; null for a letter, and for a refusal without an address.</param>
/// <param name="Envelope">The lines of the letter; empty for every other route.</param>
/// <param name="Effects">What will be done, in this order, as far as it can be known now.</param>
public sealed record Proposal(
    Route Route, Ruling.Refuse? Refusal, EmailAddress? Email, IReadOnlyList<string> Envelope, IReadOnlyList<EffectKind> Effects)
{
    /// <summary>
    /// The old account is deleted: between that and the activation the tenant has none, and it only goes forward.
    /// </summary>
    public bool DeletesAccount => Effects.Contains(EffectKind.DeleteAccount);

    /// <summary>The employee says whether the account is blocked (3).</summary>
    public bool AsksToBlock { get; init; }

    /// <summary>The address of a reply is registered with whoever asks.</summary>
    public bool IsRecipientKnown { get; init; }

    /// <summary>A code went out so recently that the new one has to be confirmed: it kills the old (G2).</summary>
    public bool AsksAboutRecentCode { get; init; }

    /// <summary>The employee says yes to setting privé and zakelijk right (3b).</summary>
    public bool AsksToCorrectContacts => Effects.Contains(EffectKind.CorrectContacts);

    /// <summary>The proposal on the screen; null when nothing is proposed.</summary>
    public static Proposal? Of(IEffectCase activation)
    {
        if (activation.RefusalReason is not null)
            return Refuse(activation, new Ruling.Refuse(RefusalGround.ByHand, Neutral: true));
        return activation.Verdict?.Ruling switch
        {
            Ruling.Refuse refuse => Refuse(activation, refuse),
            Ruling.Send send => Send(activation, send.Route),
            _ => null,
        };
    }

    private static Proposal Send(IEffectCase activation, Route route)
    {
        var facts = activation.Basis;
        return new Proposal(
            route,
            null,
            route.IsLetter ? null : route.IsForAdministrator ? facts.Contacts.Value?.SendTo : facts.Email.Value?.Private,
            route.IsLetter ? facts.Address.Value?.Lines ?? [] : [],
            EffectPlan.Of(activation, route))
        {
            AsksAboutRecentCode = facts.RecentCode.Value?.MustConfirm is true,
        };
    }

    private static Proposal Refuse(IEffectCase activation, Ruling.Refuse refuse)
    {
        var facts = activation.Basis;
        var account = facts.Account.Value?.Account?.Status;
        var to = activation.ReplyTo;
        var isKnown = IsKnown(to, activation.Request.Requester, facts);
        return new Proposal(
            Route.Refusal,
            refuse with { Neutral = refuse.Neutral || !isKnown },
            to,
            [],
            EffectPlan.Of(activation, Route.Refusal))
        {
            IsRecipientKnown = isKnown,
            AsksToBlock = refuse.Ground is RefusalGround.UnderAdministration
                && account is AccountStatus.Registered or AccountStatus.Active,
        };
    }

    // The reason is sensitive: it is only for an address that is registered with the party itself, or with the
    // administrator who asks.
    private static bool IsKnown(EmailAddress? address, Requester requester, CaseFacts facts) =>
        address is not null && requester switch
        {
            Requester.Tenant => facts.Person.Value?.Party?.Emails.Any(contact => contact.Address.Equals(address)) is true,
            Requester.CourtAdministrator => facts.Protection.Value?.CurrentEmails.Contains(address) is true,
            _ => false,
        };
}
