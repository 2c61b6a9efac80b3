using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Contactmomenten (BRG): that a code was sent or refused.</summary>
internal sealed class ContactMomentsApi(VeraCalls calls, PartiesApi parties)
{
    private const string Path = "brg/v4/contactmomenten";
    private const string Outgoing = "UIT";

    public Task<EffectOutcome<NoResult>> RegisterAsync(ContactRecord contact, CancellationToken cancellation) =>
        parties.PointToAsync(
            contact.PartyId,
            party => calls.AddAsync(
                Path,
                new ContactMoment(
                    contact.Reference.ToString(),
                    SubjectOf(contact.Subject),
                    new VeraCode(ChannelOf(contact.Told)),
                    new VeraCode(Outgoing),
                    contact.At.UtcDateTime,
                    [party],
                    contact.DossierId is null ? null : new VeraKey(contact.DossierId)),
                contact.Reference,
                cancellation),
            cancellation);

    public async Task<Reply<ReferenceMatch>> FindAsync(
        EffectKey reference, string partyId, Channel told, CancellationToken cancellation)
    {
        var code = reference.ToString();
        var contacts = await calls.ListAsync<Registered, ReferenceMatch>(
            new(Path, ("code", code)),
            contact => contact.Code.Value == code,
            contact => ReferenceMatches.Together(
            [
                VeraPointer.Match(contact.Relaties, partyId),
                ReferenceMatches.Compared(contact.Kanaal.Value?.Code, ChannelOf(told)),
                ReferenceMatches.Compared(contact.Richting.Value?.Code, Outgoing),
            ]),
            cancellation);
        return contacts.Select(found => found.Together());
    }

    /// <summary>The codes of all that is registered for the party; one without a code is left out.</summary>
    public async Task<Reply<IReadOnlyList<string>>> CodesOfAsync(string partyId, CancellationToken cancellation)
    {
        var found = await calls.ListAsync<Registered, string>(
            new(Path, ("relaties.id", partyId)),
            one => VeraPointer.MayPointTo(one.Relaties, partyId),
            one => one.Code.Value ?? "",
            cancellation);
        return found.Select<IReadOnlyList<string>>(codes => [.. codes.Where(code => code.Length > 0)]);
    }

    // Data of Viewpoint, read there by colleagues: Dutch whatever the language of the wizard.
    private static string SubjectOf(ContactSubject subject) => subject switch
    {
        ContactSubject.CodeByEmail => "Activatiecode klantportaal per e-mail verstuurd",
        ContactSubject.CodeToAdministrator => "Activatiecode klantportaal per e-mail aan de bewindvoerder verstuurd",
        ContactSubject.Refusal => "Aanvraag activatiecode klantportaal afgewezen",
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, null),
    };

    // COMMUNICATIEKANAAL. Who asked through the website was told by mail.
    private static string ChannelOf(Channel told) => told switch
    {
        Channel.Phone => "TEL",
        Channel.Counter => "BAL",
        _ => "EMA",
    };

    // Needed: the code; the others to tell whose it is.
    private sealed record Registered(
        Field<string> Id = default,
        Field<string> Code = default,
        Items<VeraPointer> Relaties = default,
        Field<VeraCode> Kanaal = default,
        Field<VeraCode> Richting = default) : IVeraMessage;

    private sealed record ContactMoment(
        string Code,
        string Onderwerp,
        VeraCode Kanaal,
        VeraCode Richting,
        DateTime Datum,
        IReadOnlyList<VeraKey> Relaties,
        VeraKey? Dossier);
}
