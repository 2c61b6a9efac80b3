using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>The housing ERP in memory.</summary>
internal sealed class FakeViewpoint(Calls calls) : IViewpoint
{
    public List<RentalUnit> Units { get; } = [];

    public List<Agreement> Agreements { get; } = [];

    public List<Party> Parties { get; } = [];

    public List<(string PartyId, Flag Flag)> Flags { get; } = [];

    public List<(string AgreementId, Coded Status)> Arrangements { get; } = [];

    public Dictionary<string, string> Dossiers { get; } = [];

    public List<LetterRecord> Letters { get; } = [];

    public List<ContactRecord> Contacts { get; } = [];

    public Task<Reply<IReadOnlyList<RentalUnit>>> FindUnitsAsync(AddressKey address, CancellationToken cancellation) =>
        Many("units", Units.Where(unit => unit.Key == address));

    public Task<Reply<IReadOnlyList<RentalUnit>>> FindUnitsAtNumberAsync(AddressKey address, CancellationToken cancellation) =>
        Many("units-at-number", Units.Where(unit => unit.Key?.IsAtNumberOf(address) is true));

    public Task<Reply<IReadOnlyList<Agreement>>> AgreementsOfUnitAsync(string unitId, CancellationToken cancellation) =>
        Many("agreements-of-unit", Agreements.Where(agreement => agreement.Units.Any(unit => unit.Id == unitId)));

    public Task<Reply<IReadOnlyList<Agreement>>> AgreementsOfPartyAsync(string partyId, CancellationToken cancellation) =>
        Many("agreements", Agreements.Where(agreement => agreement.Parties.Any(party => party.PartyId == partyId)));

    public Task<Reply<IReadOnlyList<Party>>> FindPartiesAsync(string surname, CancellationToken cancellation) =>
        Many("parties", Parties.Where(party => string.Equals(party.Name.Surname, surname, StringComparison.OrdinalIgnoreCase)));

    public Task<Reply<Party?>> ReadPartyAsync(string partyId, CancellationToken cancellation) =>
        calls.Read("party", () => Parties.Find(party => party.Id == partyId));

    public Task<Reply<IReadOnlyList<Party>>> PartiesActingForAsync(
        string tenantId, string role, CancellationToken cancellation) =>
        Many("acting", Parties.Where(party => party.Roles.Any(one => one.Kind.Is(role) && one.PlayedFor == tenantId)));

    public Task<Reply<IReadOnlyList<Flag>>> FlagsAsync(string partyId, CancellationToken cancellation) =>
        Many("flags", Flags.Where(one => one.PartyId == partyId).Select(one => one.Flag));

    public Task<Reply<IReadOnlyList<Coded>>> ArrangementsAsync(string agreementId, CancellationToken cancellation) =>
        Many("arrangements", Arrangements.Where(one => one.AgreementId == agreementId).Select(one => one.Status));

    public Task<Reply<string?>> FindDossierAsync(string partyId, CancellationToken cancellation) =>
        calls.Read("dossier", () => Dossiers.GetValueOrDefault(partyId));

    public Task<EffectOutcome<NoResult>> CorrectContactsAsync(
        string partyId, ContactCorrection correction, EffectKey key, CancellationToken cancellation) => calls.Change("correct",
        () =>
        {
            var party = Parties.Find(one => one.Id == partyId)!;
            var emails = Set(Set(party.Emails, correction.Private), correction.Business);
            if (!emails.SequenceEqual(party.Emails))
                calls.Ledger.Add(new("correct", key, correction.Private?.Address.ToString()));
            Change(party, party with { Emails = emails });
            return Done();
        });

    public Task<EffectOutcome<NoResult>> RegisterLetterAsync(LetterRecord letter, CancellationToken cancellation) =>
        calls.Change(
            "register-letter", () => Added("register-letter", letter.Reference, letter.DossierId, () => Letters.Add(letter)));

    public Task<Reply<ReferenceMatch>> FindLetterAsync(
        EffectKey reference, string partyId, CancellationToken cancellation) =>
        calls.Read("find-letter", () => Letters.Where(one => one.Reference == reference)
            .Select(one => one.PartyId == partyId ? ReferenceMatch.Ours : ReferenceMatch.OfAnother).ToList().Together());

    public Task<Reply<IReadOnlyList<EffectKey>>> RegisteredKeysAsync(
        CaseNumber number, string partyId, CancellationToken cancellation) =>
        Many("registered-keys", Letters.Where(one => one.PartyId == partyId).Select(one => one.Reference)
            .Concat(Contacts.Where(one => one.PartyId == partyId).Select(one => one.Reference))
            .Where(key => key.IsOf(number)));

    public Task<EffectOutcome<NoResult>> RegisterContactAsync(ContactRecord contact, CancellationToken cancellation) =>
        calls.Change(
            "register-contact", () => Added("register-contact", contact.Reference, contact.PartyId, () => Contacts.Add(contact)));

    public Task<Reply<ReferenceMatch>> FindContactAsync(
        EffectKey reference, string partyId, Channel told, CancellationToken cancellation) =>
        calls.Read("find-contact", () => Contacts.Where(one => one.Reference == reference)
            .Select(one => one.PartyId == partyId && one.Told == told ? ReferenceMatch.Ours : ReferenceMatch.OfAnother)
            .ToList().Together());

    public void Change(Party was, Party becomes) => Parties[Parties.FindIndex(one => one.Id == was.Id)] = becomes;

    private Task<Reply<IReadOnlyList<T>>> Many<T>(string call, IEnumerable<T> items) =>
        calls.Read<IReadOnlyList<T>>(call, () => [.. items]);

    private EffectOutcome<NoResult> Added(string what, EffectKey key, string to, Action add)
    {
        calls.Ledger.Add(new(what, key, to));
        add();
        return Done();
    }

    private static IReadOnlyList<EmailContact> Set(IReadOnlyList<EmailContact> emails, EmailContact? wanted) => wanted is null
        ? emails
        : [.. emails.Where(one => one.IsPrivate != wanted.IsPrivate), wanted];

    private static EffectOutcome<NoResult> Done() => new EffectOutcome<NoResult>.Done(NoResult.Value);
}
