using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Kit.Messages;

/// <summary>Who asks in a world of messages, and what is known of them.</summary>
internal sealed record VariantRequest(Requester Requester, string? Email, DateOnly? BirthDate = null, string? PartyCode = null)
{
    /// <summary>The employee says how identity was checked, where an administrator asks.</summary>
    public bool HasProof => Requester is Requester.CourtAdministrator;

    public ActivationRequest Request => new(
        Requester, CodeKind.First, MessageWorld.Surname, Sample.Address, Email is null
            ? null : Sample.Mail(Email), Channel.Website,
        FixedTime.Start.AddHours(-1), BirthDate, PartyCode);
}
