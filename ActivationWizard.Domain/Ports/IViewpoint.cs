using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Ports;

/// <summary>
/// The housing ERP: who lives where, on what agreement, and what is known of them. Path of the instruction: object,
/// relatie, dossier.
/// </summary>
public interface IViewpoint
{
    /// <summary>Units at exactly this address: letter and addition, joined, equal; absent equal to absent.</summary>
    Task<Reply<IReadOnlyList<RentalUnit>>> FindUnitsAsync(AddressKey address, CancellationToken cancellation);

    /// <summary>Units at this postcode and number, whatever letter and addition they have.</summary>
    Task<Reply<IReadOnlyList<RentalUnit>>> FindUnitsAtNumberAsync(AddressKey address, CancellationToken cancellation);

    /// <summary>Agreements on a unit, of every status and date.</summary>
    Task<Reply<IReadOnlyList<Agreement>>> AgreementsOfUnitAsync(string unitId, CancellationToken cancellation);

    /// <summary>Agreements of a party, of every status and date, with the units' addresses.</summary>
    Task<Reply<IReadOnlyList<Agreement>>> AgreementsOfPartyAsync(string partyId, CancellationToken cancellation);

    /// <summary>Parties whose achternaam, or naam of a legal entity, equals this, letter case aside.</summary>
    Task<Reply<IReadOnlyList<Party>>> FindPartiesAsync(string surname, CancellationToken cancellation);

    /// <summary>One party; null when Viewpoint does not know the id.</summary>
    Task<Reply<Party?>> ReadPartyAsync(string partyId, CancellationToken cancellation);

    /// <summary>
    /// Parties that play a role of this ROLSOORT (BWI, CUR) for the tenant, running and ended; roles for others are left out.
    /// </summary>
    Task<Reply<IReadOnlyList<Party>>> PartiesActingForAsync(string tenantId, string role, CancellationToken cancellation);

    /// <summary>Every flag of a party, whatever its kind.</summary>
    Task<Reply<IReadOnlyList<Flag>>> FlagsAsync(string partyId, CancellationToken cancellation);

    /// <summary>BETALINGSREGELINGSTATUS of every payment arrangement on an agreement; amounts are not read.</summary>
    Task<Reply<IReadOnlyList<Coded>>> ArrangementsAsync(string agreementId, CancellationToken cancellation);

    /// <summary>The party's dossier; null when it has none.</summary>
    Task<Reply<string?>> FindDossierAsync(string partyId, CancellationToken cancellation);

    /// <summary>Sets privé and zakelijk under bewind; others stay (State: asking twice does nothing more).</summary>
    Task<EffectOutcome<NoResult>> CorrectContactsAsync(
        string partyId, ContactCorrection correction, EffectKey key, CancellationToken cancellation);

    /// <summary>Registers the letter in the dossier (Query).</summary>
    Task<EffectOutcome<NoResult>> RegisterLetterAsync(LetterRecord letter, CancellationToken cancellation);

    /// <summary>What is registered as a letter with this reference: for this party, in its dossier.</summary>
    Task<Reply<ReferenceMatch>> FindLetterAsync(EffectKey reference, string partyId, CancellationToken cancellation);

    /// <summary>The keys of this case under which anything is registered for the party: letters and contacts.</summary>
    Task<Reply<IReadOnlyList<EffectKey>>> RegisteredKeysAsync(
        CaseNumber number, string partyId, CancellationToken cancellation);

    /// <summary>Registers a contact (Query).</summary>
    Task<EffectOutcome<NoResult>> RegisterContactAsync(ContactRecord contact, CancellationToken cancellation);

    /// <summary>What is registered as a contact with this reference: with this party, outgoing, by this channel.</summary>
    Task<Reply<ReferenceMatch>> FindContactAsync(
        EffectKey reference, string partyId, Channel told, CancellationToken cancellation);
}
