using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Rules;

/// <summary>The decision table once more, written down from its text and not from its code.</summary>
internal static class Oracle
{
    public static (Row Row, Ruling Ruling) Decide(Combination c)
    {
        var isTenant = c.Requester == Requester.Tenant;
        var isAdministrator = c.Requester == Requester.CourtAdministrator;
        var isFirst = c.Kind == CodeKind.First;
        var hasArrangement = c.Arrangement != ArrangementStatus.None;
        if (!isTenant && !isAdministrator) return (Row.D01, Refuse(RefusalGround.NotAuthorised, true));
        if (c.Person == PersonMatch.Several) return (Row.D03, Hold(HoldReason.IdentifyPerson));
        if (c.Person == PersonMatch.NotFound) return (Row.D04, Refuse(RefusalGround.NotTenant, true));
        if (c.Person == PersonMatch.Deceased) return (Row.D05, Hold(HoldReason.Deceased));
        if (c.Tenancy == TenancyStatus.InstitutionCoResident) return (
            Row.D06, Refuse(RefusalGround.InstitutionCoResident, false));
        if (c.Tenancy == TenancyStatus.NoneOrEnded) return (Row.D07, Refuse(RefusalGround.NotTenant, false));
        if (c.Tenancy == TenancyStatus.Future) return (Row.D08, Hold(HoldReason.FutureTenancy));
        if (c.Tenancy == TenancyStatus.LegalEntity) return (Row.D09, Hold(HoldReason.LegalEntityTenant));
        if (c.Protection == ProtectionStatus.Other) return (Row.D10, Hold(HoldReason.OtherProtection));
        if (isTenant && c.Protection == ProtectionStatus.Bewind) return (
            Row.D11, Refuse(RefusalGround.UnderAdministration, false));
        if (isAdministrator)
        {
            if (c.Protection == ProtectionStatus.None) return (Row.D12, Hold(HoldReason.AdministrationNotRegistered));
            if (c.Verified != AdministratorStatus.Verified) return (Row.D13, Hold(HoldReason.VerifyAdministrator));
            if (hasArrangement && c.Policy == ArrangementPolicy.Ask) return (
                Row.D14, Hold(HoldReason.ArrangementUnderAdministration));
            if (hasArrangement && c.Policy == ArrangementPolicy.Yes) return (
                Row.D14, Refuse(RefusalGround.PaymentArrangement, true));
            if (c.Contacts == ContactsStatus.Conflict) return (Row.D15, Hold(HoldReason.ContactConflict));
            return c.Account == AccountStatus.Active
                ? (Row.D16, Send(Route.RecreateEmailAdministrator))
                : (Row.D17, Send(Route.EmailAdministrator));
        }

        if (c.Arrangement == ArrangementStatus.Active) return (Row.D18, Refuse(RefusalGround.PaymentArrangement, false));
        if (c.Arrangement == ArrangementStatus.Pending) return (Row.D19, Hold(HoldReason.ArrangementPending));
        if (c.Account == AccountStatus.Blocked) return (Row.D20, Hold(HoldReason.BlockedReasonUnknown));
        if (isFirst && c.Account == AccountStatus.Active) return (Row.D21, new Ruling.AskTreatAsNewCode());
        if (c.Email == EmailComparison.Match)
            return isFirst ? (Row.D22, Send(Route.EmailTenant)) : (Row.D23, Send(Route.RecreateEmailTenant));
        if (c.Address == AddressStatus.Problem) return (Row.D24, Hold(HoldReason.AddressProblem));
        return isFirst ? (Row.D25, Send(Route.LetterTenant)) : (Row.D26, Send(Route.RecreateLetterTenant));
    }

    private static Ruling.Send Send(Route route) => new(route);

    private static Ruling.Hold Hold(HoldReason reason) => new(reason);

    private static Ruling.Refuse Refuse(RefusalGround ground, bool neutral) => new(ground, neutral);
}
