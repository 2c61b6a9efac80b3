using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Ports;

/// <summary>How a tenant gets post: on paper when <paramref name="Email"/> is null, else by e-mail to that address.</summary>
public sealed record DeliveryPreference(EmailAddress? Email)
{
    /// <summary>Post goes on paper: what guard G1 asks for.</summary>
    public bool IsPaper => Email is null;
}

/// <summary>
/// A letter of template 263. <paramref name="PartyCode"/> is the recipient's relatienummer; <paramref name="Lines"/> are 3 to 6
/// lines, name first, <c>1234 AB  PLAATS</c> last.
/// </summary>
public sealed record Letter(EffectKey Reference, string PartyCode, IReadOnlyList<string> Lines, ActivationCode Code);

/// <summary>Postex took the letter; the session is where to ask what became of it.</summary>
public sealed record Dispatch(string SessionId);

/// <summary>
/// A dispatch that was found by our reference. <paramref name="Recipient"/> says whether it went to the party, and as far as
/// Postex shows them to the lines, that were asked for.
/// </summary>
public sealed record FoundDispatch(string SessionId, ReferenceMatch Recipient);

/// <summary>What became of a dispatch.</summary>
public enum DispatchStatus
{
    Busy,
    Done,
    Failed,
}

/// <summary>Print and mail.</summary>
public interface IPostex
{
    /// <summary>The tenant's preference; an unknown recipient has paper.</summary>
    Task<Reply<DeliveryPreference>> ReadPreferenceAsync(string partyCode, CancellationToken cancellation);

    /// <summary>Sets the preference; the result is what is set now (State).</summary>
    Task<EffectOutcome<DeliveryPreference>> SetPreferenceAsync(
        string partyCode, DeliveryPreference preference, EffectKey key, CancellationToken cancellation);

    /// <summary>Hands over one letter (Query, by reference).</summary>
    Task<EffectOutcome<Dispatch>> DispatchAsync(Letter letter, CancellationToken cancellation);

    /// <summary>Asks once what became of a dispatch.</summary>
    Task<Reply<DispatchStatus>> ReadDispatchAsync(string sessionId, CancellationToken cancellation);

    /// <summary>
    /// Dispatches that carry this reference: none, one, or (a fault) several, each held against the recipient and the lines that
    /// were asked for.
    /// </summary>
    Task<Reply<IReadOnlyList<FoundDispatch>>> FindDispatchesAsync(
        EffectKey reference, string partyCode, IReadOnlyList<string> lines, CancellationToken cancellation);
}
