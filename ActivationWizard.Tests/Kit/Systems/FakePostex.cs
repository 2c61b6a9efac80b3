using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>Print and mail in memory: every letter handed over is one more letter, whatever its reference.</summary>
internal sealed class FakePostex(Calls calls) : IPostex
{
    public Dictionary<string, DeliveryPreference> Preferences { get; } = [];

    public List<(Letter Letter, string Code, string Session)> Sent { get; } = [];

    /// <summary>What the next questions about a dispatch are answered with; done when there is no more.</summary>
    public Queue<DispatchStatus> Statuses { get; } = new();

    /// <summary>Postex says yes to a preference and keeps what it had.</summary>
    public bool ForgetsPreferences { get; set; }

    /// <summary>Postex looks at no reference: whoever asks by one is answered an empty list.</summary>
    public bool IgnoresReferences { get; set; }

    /// <summary>Whoever asks by a reference is not told for whom a letter was.</summary>
    public bool HidesRecipients { get; set; }

    public Task<Reply<DeliveryPreference>> ReadPreferenceAsync(string partyCode, CancellationToken cancellation) =>
        calls.Read("preference", () => Preferences.GetValueOrDefault(partyCode, new DeliveryPreference(null)));

    public Task<EffectOutcome<DeliveryPreference>> SetPreferenceAsync(
        string partyCode, DeliveryPreference preference, EffectKey key, CancellationToken cancellation) => calls.Change("prefer",
        () =>
        {
            if (Preferences.GetValueOrDefault(partyCode) != preference)
                calls.Ledger.Add(new("prefer", key, preference.Email?.ToString()));
            if (!ForgetsPreferences)
                Preferences[partyCode] = preference;
            return new EffectOutcome<DeliveryPreference>.Done(preference);
        });

    public Task<EffectOutcome<Dispatch>> DispatchAsync(Letter letter, CancellationToken cancellation) => calls.Change(
        "letter", () =>
    {
        var session = $"session-{Sent.Count + 1}";
        Sent.Add((letter, letter.Code.Reveal(), session));
        calls.Ledger.Add(new("letter", letter.Reference, string.Join(" | ", letter.Lines)));
        return new EffectOutcome<Dispatch>.Done(new Dispatch(session));
    });

    public Task<Reply<DispatchStatus>> ReadDispatchAsync(string sessionId, CancellationToken cancellation) =>
        calls.Read("dispatch-status", () => Statuses.TryDequeue(out var status) ? status : DispatchStatus.Done);

    public Task<Reply<IReadOnlyList<FoundDispatch>>> FindDispatchesAsync(
        EffectKey reference, string partyCode, IReadOnlyList<string> lines, CancellationToken cancellation) =>
        calls.Read<IReadOnlyList<FoundDispatch>>("find-dispatches", () =>
        [
            .. Sent.Where(one => !IgnoresReferences && one.Letter.Reference == reference).Select(one => new FoundDispatch(
                one.Session,
                HidesRecipients ? ReferenceMatch.CannotCompare
                : one.Letter.PartyCode == partyCode && one.Letter.Lines.SequenceEqual(lines) ? ReferenceMatch.Ours
                : ReferenceMatch.OfAnother)),
        ]);
}
