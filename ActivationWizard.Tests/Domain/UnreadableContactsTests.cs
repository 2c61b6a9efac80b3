using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>
/// Contacts with a code that is in no list: only the row that reads the addresses is held up by them (D02 in its turn), and no
/// row before it.
/// </summary>
public sealed class UnreadableContactsTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Email_OfTheTenantUnreadable_HoldsAtTheRowThatComparesIt()
    {
        Replace(Sample.Anna);

        var held = await _world.TakenAsync(Sample.Request);

        Assert.Equal(HoldReason.SourceUnavailable, held.Hold);
        Assert.Equal(FactKind.Email, held.Verdict?.Missing);
    }

    [Fact]
    public async Task Email_NoneOnTheRequest_GoesByLetterAllTheSame()
    {
        Replace(Sample.Anna);

        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });

        Assert.Equal(Row.D25, proposed.Verdict?.Row);
    }

    [Fact]
    public async Task Tenancy_Ended_IsRefusedBeforeTheAddressesAreRead()
    {
        Replace(Sample.Anna);
        _world.Viewpoint.Agreements.Clear();

        var refused = await _world.TakenAsync(Sample.Request);

        Assert.Equal(Row.D07, refused.Verdict?.Row);
        Assert.True(Proposal.Of(refused)?.Refusal?.Neutral);
    }

    [Fact]
    public async Task Administrator_Unreadable_StillRefusesTheTenant()
    {
        _world.UnderBewind();
        Replace(Sample.Administrator);

        var refused = await _world.TakenAsync(Sample.Request);

        Assert.Equal(Row.D11, refused.Verdict?.Row);
    }

    [Fact]
    public async Task Administrator_Unreadable_IsNotSaidToBeUnverified()
    {
        _world.UnderBewind();
        Replace(Sample.Administrator);

        var held = await _world.TakenAsync(
            Sample.Request with { Requester = Requester.CourtAdministrator, Email = Sample.Court });

        Assert.Equal(HoldReason.SourceUnavailable, held.Hold);
        Assert.Equal(FactKind.Administrator, held.Verdict?.Missing);
    }

    private void Replace(Party party)
    {
        _world.Viewpoint.Parties.Remove(party);
        _world.Viewpoint.Parties.Add(party with { Emails = [], HasUnreadableEmails = true });
    }
}
