using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Dossiers and the informatieobjecten in them (BDO).</summary>
internal sealed class DossiersApi(VeraCalls calls, PartiesApi parties)
{
    private const string Letters = "bdo/v4/informatieobjecten";
    private const string Title = "Brief met activatiecode klantportaal verstuurd";
    private const string Document = "DOC";

    /// <summary>The party's dossier; of several the first, so that every letter lands in the same one.</summary>
    public async Task<Reply<string?>> OfPartyAsync(string partyId, CancellationToken cancellation)
    {
        var dossiers = await AllOfPartyAsync(partyId, cancellation);
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
                    new VeraCode(Document),
                    letter.SentAt.UtcDateTime,
                    [new VeraKey(letter.DossierId)],
                    [party]),
                letter.Reference,
                cancellation),
            cancellation);

    public async Task<Reply<ReferenceMatch>> FindAsync(EffectKey reference, string partyId, CancellationToken cancellation)
    {
        var code = reference.ToString();
        var letters = await calls.ListAsync<Registered, Registered>(
            new(Letters, ("code", code)), letter => letter.Code.Value == code, letter => letter, cancellation);
        return await letters.ThenAsync(async found => found.Count is 0
            ? new Reply<ReferenceMatch>.Answered(ReferenceMatch.Nothing)
            : (await AllOfPartyAsync(partyId, cancellation)).Select(dossiers =>
                found.Select(letter => Match(letter, partyId, dossiers)).ToList().Together()));
    }

    /// <summary>The codes of all that is registered for the party; one without a code is left out.</summary>
    public async Task<Reply<IReadOnlyList<string>>> CodesOfAsync(string partyId, CancellationToken cancellation)
    {
        var found = await calls.ListAsync<Registered, string>(
            new(Letters, ("relaties.id", partyId)),
            one => VeraPointer.MayPointTo(one.Relaties, partyId),
            one => one.Code.Value ?? "",
            cancellation);
        return found.Select<IReadOnlyList<string>>(codes => [.. codes.Where(code => code.Length > 0)]);
    }

    private static ReferenceMatch Match(Registered letter, string partyId, IReadOnlyList<string> dossiers) =>
        ReferenceMatches.Together(
        [
            VeraPointer.Match(letter.Relaties, partyId),
            VeraPointer.Match(letter.Dossiers, [.. dossiers]),
            ReferenceMatches.Compared(letter.Soort.Value?.Code, Document),
        ]);

    private Task<Reply<IReadOnlyList<string>>> AllOfPartyAsync(string partyId, CancellationToken cancellation) =>
        calls.ListAsync<Dossier, string>(
            new("bdo/v4/dossiers", ("relaties.id", partyId)),
            dossier => VeraPointer.MayPointTo(dossier.Relaties, partyId),
            dossier => dossier.Relaties.HasUnreadable || dossier.Relaties.All(party => party?.Id.Value != partyId)
                ? throw VeraCalls.Unreadable
                : VeraCalls.Needed(dossier.Id),
            cancellation);

    // Needed: both. Which party a dossier is of has to be certain.
    private sealed record Dossier(Field<string> Id = default, Items<VeraPointer> Relaties = default) : IVeraMessage;

    // Needed: the code; the others to tell whose it is.
    private sealed record Registered(
        Field<string> Id = default,
        Field<string> Code = default,
        Items<VeraPointer> Relaties = default,
        Items<VeraPointer> Dossiers = default,
        Field<VeraCode> Soort = default) : IVeraMessage;

    private sealed record Letter(
        string Code,
        string Titel,
        VeraCode Soort,
        DateTime Registratiedatum,
        IReadOnlyList<VeraKey> Dossiers,
        IReadOnlyList<VeraKey> Relaties);
}
