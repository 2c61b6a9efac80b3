using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using Route = ActivationWizard.Domain.Rules.Route;

namespace ActivationWizard.App.Cases.ByHand;

/// <summary>
/// What an employee needs at hand for a step in a system's own screens: whom it is about, where it goes and what is in it.
/// </summary>
public static class ManualNeeds
{
    /// <summary>Label and value, in the order of the work. The code is never among them.</summary>
    public static IEnumerable<(string Label, string Value)> Of(ActivationCase activation, EffectKind effect)
    {
        var facts = activation.AcceptedFacts ?? activation.Facts;
        var party = facts.Person.Value?.Party;
        yield return (HandText.NeedsTenant, EndingWords.Person(activation));
        if (party is { Code.Length: > 0 })
            yield return (HandText.NeedsPartyCode, party.Code);
        if (Proposal.Of(activation) is { } proposal)
        {
            foreach (var need in OfEffect(activation, effect, proposal))
                yield return need;
        }
    }

    private static IEnumerable<(string Label, string Value)> OfEffect(
        ActivationCase activation, EffectKind effect, Proposal proposal) => effect switch
        {
            EffectKind.CreateAccount or EffectKind.ActivateAccount or EffectKind.SetPreference when proposal.Email is { } email =>
                [(HandText.NeedsEmail, email.ToString())],
            EffectKind.CorrectContacts => Contacts((activation.AcceptedFacts ?? activation.Facts).Contacts.Value?.Correction),
            EffectKind.DispatchLetter or EffectKind.RegisterLetter =>
                [(HandText.NeedsEnvelope, string.Join('\n', proposal.Envelope))],
            EffectKind.SendReply when activation.Acceptance?.Reply is { } reply =>
            [
                (HandText.NeedsEmail, proposal.Email?.ToString() ?? FactsText.None),
            (HandText.NeedsSubject, reply.Subject),
            (HandText.NeedsText, reply.Body),
        ],
            EffectKind.RegisterContact => [(HandText.NeedsContact, Contact(proposal.Route))],
            _ => [],
        };

    // What zakelijk is to become is known only when Viewpoint was read by the wizard.
    private static IEnumerable<(string Label, string Value)> Contacts(ContactCorrection? correction)
    {
        if (correction?.Private is { } own)
            yield return (HandText.NeedsPrivate, own.Address.ToString());
        yield return (HandText.NeedsBusiness, correction?.Business?.Address.ToString() ?? HandText.NeedsOwnAddress);
    }

    private static string Contact(Route route) =>
        route is Route.Refusal ? HandText.ContactRefusal
        : route.IsForAdministrator ? HandText.ContactCodeToAdministrator
        : HandText.ContactCodeByEmail;
}
