using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>Writes down an effect before it is asked for: what, to whom, under which key. Everything in it comes from the case.</summary>
public static class EffectRequests
{
    /// <summary>The request for the effect as the next event of the case.</summary>
    public static EffectRequested For(ActivationCase activation, Proposal proposal, EffectKind effect)
    {
        var key = EffectKey.Of(activation.Number, activation.Version + 1);
        var facts = activation.AcceptedFacts ?? activation.Facts;
        var party = facts.Person.Value?.Party;
        return effect switch
        {
            EffectKind.CorrectContacts => new ContactCorrectionRequested(key, PartyToCorrect(facts), facts.Contacts.Value!.Correction!),
            EffectKind.SetPreference => new PreferenceChangeRequested(key, proposal.Email!),
            EffectKind.BlockAccount => new BlockRequested(key),
            EffectKind.UnblockAccount => new UnblockRequested(key),
            EffectKind.DeleteAccount => new DeletionRequested(key, facts.Account.Value?.Account?.Id),
            EffectKind.CreateAccount => new CreationRequested(key, proposal.Email),
            EffectKind.ActivateAccount => new ActivationRequested(key, proposal.Email),
            EffectKind.ReadCode => new CodeReadingRequested(key),
            EffectKind.DispatchLetter => new LetterDispatchRequested(key, party!.Code, proposal.Envelope, activation.Fingerprint),
            EffectKind.ConfirmDispatch => new DispatchConfirmationRequested(key, activation.DispatchSession!),
            EffectKind.RegisterLetter => new LetterRegistrationRequested(key, party!.Id),
            EffectKind.SendReply => new ReplyRequested(key, proposal.Email!, activation.Acceptance!.Reply!),
            EffectKind.RegisterContact => new ContactRegistrationRequested(key, party!.Id, SubjectOf(proposal.Route), ToldBy(activation, proposal)),
            _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, null),
        };
    }

    // Whoever looked the addresses up by hand also sets them by hand: the wizard does not know the tenant's own, and would lose it.
    private static string PartyToCorrect(CaseFacts facts) =>
        facts.Contacts.Source is Source.Employee ? "" : facts.Person.Value!.Party!.Id;

    private static ContactSubject SubjectOf(Route route) =>
        route is Route.Refusal ? ContactSubject.Refusal
        : route.IsForAdministrator ? ContactSubject.CodeToAdministrator
        : ContactSubject.CodeByEmail;

    // Who has an address was told by mail, whatever else was filled in.
    private static Channel ToldBy(ActivationCase activation, Proposal proposal) =>
        proposal.Email is null ? activation.Acceptance!.ToldBy!.Value : Channel.Mailbox;
}
