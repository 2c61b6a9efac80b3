using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Contactmomenten (BRG): that a code was sent or refused.</summary>
internal sealed class ContactMomentsApi(VeraCalls calls, PartiesApi parties)
{
    private const string Path = "brg/v4/contactmomenten";

    public Task<EffectOutcome<NoResult>> RegisterAsync(ContactRecord contact, CancellationToken cancellation) =>
        parties.PointToAsync(
            contact.PartyId,
            party => calls.AddAsync(
                Path,
                new ContactMoment(
                    contact.Reference.ToString(),
                    SubjectOf(contact.Subject),
                    new VeraCode(ChannelOf(contact.Told)),
                    new VeraCode("UIT"),
                    contact.At.UtcDateTime,
                    [party],
                    contact.DossierId is null ? null : new VeraKey(contact.DossierId)),
                contact.Reference,
                cancellation),
            cancellation);

    public async Task<Reply<bool>> IsRegisteredAsync(EffectKey reference, CancellationToken cancellation)
    {
        var code = reference.ToString();
        var contacts = await calls.ListAsync<Registered, string>(
            new(Path, ("code", code)), contact => contact.Code.Value == code, _ => code, cancellation);
        return contacts.Select(found => found.Count > 0);
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

    // Needed: the code. That it is there is all that is asked.
    private sealed record Registered(Field<string> Id = default, Field<string> Code = default) : IVeraMessage;

    private sealed record ContactMoment(
        string Code,
        string Onderwerp,
        VeraCode Kanaal,
        VeraCode Richting,
        DateTime Datum,
        IReadOnlyList<VeraKey> Relaties,
        VeraKey? Dossier);
}
