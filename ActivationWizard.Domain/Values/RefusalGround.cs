namespace ActivationWizard.Domain.Values;

/// <summary>Weigeringsgrond (3); the first is ours, for a requester the instruction does not know.</summary>
public enum RefusalGround
{
    NotAuthorised,
    NotTenant,
    InstitutionCoResident,
    UnderAdministration,
    PaymentArrangement,

    /// <summary>A person refused at a hold, with a reason; always the neutral reply.</summary>
    ByHand,
}
