using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Dossiers and the informatieobjecten in them (BDO).</summary>
internal sealed class DossiersApi(VeraCalls calls, PartiesApi parties)
{
    private const string Letters = "bdo/v4/informatieobjecten";
    private const string Title = "Brief met activatiecode klantportaal verstuurd";

    /// <summary>The party's dossier; of several the first, so that every letter lands in the same one.</summary>
    public async Task<Reply<string?>> OfPartyAsync(string partyId, CancellationToken cancellation)
    {
        var dossiers = await calls.ListAsync<Dossier, string>(
            new("bdo/v4/dossiers", ("relaties.id", partyId)),
            dossier => VeraPointer.MayPointTo(dossier.Relaties, partyId),
            dossier => dossier.Relaties.HasUnreadable || dossier.Relaties.All(party => party?.Id.Value != partyId)
                ? throw VeraCalls.Unreadable
                : VeraCalls.Needed(dossier.Id),
            cancellation);
        return dossiers.Select(found => found.OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal).FirstOrDefault());
    }

    /// <summary>The code is nowhere in it.</summary>
    public Task<EffectOutcome<NoResult>> RegisterAsync(LetterRecord letter, CancellationToken cancellation) =>
        parties.PointToAsync(
            letter.PartyId,
            party => calls.AddAsync(
                Letters,
                new Letter(
                    letter.Reference.ToString(),
                    Title,
                    new VeraCode("DOC"),
                    letter.SentAt.UtcDateTime,
                    [new VeraKey(letter.DossierId)],
                    [party]),
                letter.Reference,
                cancellation),
            cancellation);

    public async Task<Reply<bool>> IsRegisteredAsync(EffectKey reference, CancellationToken cancellation)
    {
        var code = reference.ToString();
        var letters = await calls.ListAsync<Registered, string>(
            new(Letters, ("code", code)), letter => letter.Code.Value == code, _ => code, cancellation);
        return letters.Select(found => found.Count > 0);
    }

    // Needed: both. Which party a dossier is of has to be certain.
    private sealed record Dossier(Field<string> Id = default, Items<VeraPointer> Relaties = default) : IVeraMessage;

    // Needed: the code. That it is there is all that is asked.
    private sealed record Registered(Field<string> Id = default, Field<string> Code = default) : IVeraMessage;

    private sealed record Letter(
        string Code,
        string Titel,
        VeraCode Soort,
        DateTime Registratiedatum,
        IReadOnlyList<VeraKey> Dossiers,
        IReadOnlyList<VeraKey> Relaties);
}
