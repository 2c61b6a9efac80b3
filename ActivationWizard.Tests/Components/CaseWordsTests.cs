using ActivationWizard.App.Cases;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;

namespace ActivationWizard.Tests.Components;

/// <summary>What a case says of the people at it.</summary>
public sealed class CaseWordsTests
{
    [Theory]
    [InlineData("opened", "nog door niemand opgepakt", "not taken by anybody yet")]
    [InlineData("email proposal", "in behandeling bij jou", "being handled by you")]
    [InlineData("executing", "in behandeling bij jou", "being handled by you")]
    [InlineData("sent by e-mail", "behandeld door jou", "handled by you")]
    [InlineData("withdrawn", "behandeld door jou", "handled by you")]
    public void HandledBy_OfTheHandler_SaysWhetherItIsOver(string name, string dutch, string english)
    {
        var activation = StepCases.All[name];

        Assert.Equal(dutch, CaseWords.HandledBy(activation, DemoPeople.Sanne));
        using var _ = new FixedCulture("en-GB");
        Assert.Equal(english, CaseWords.HandledBy(activation, DemoPeople.Sanne));
    }

    [Theory]
    [InlineData("executing", "in behandeling bij Sanne Bakker")]
    [InlineData("sent by e-mail", "behandeld door Sanne Bakker")]
    public void HandledBy_OfAColleague_NamesTheHandler(string name, string expected)
    {
        Assert.Equal(expected, CaseWords.HandledBy(StepCases.All[name], DemoPeople.Tom));
        Assert.Equal(expected, CaseWords.HandledBy(StepCases.All[name], viewer: null));
    }

    [Theory]
    [InlineData(Obstacle.NotAskedNow)]
    [InlineData(Obstacle.NotYourCase)]
    public void Declined_SentMeanwhile_TellsWhoWasFirst(Obstacle obstacle)
    {
        var sent = StepCases.All["sent by e-mail"];
        var declined = new Decision.Declined(obstacle);
        var at = Moments.Clock(sent.Agreed!.At);

        Assert.Equal(
            $"Deze zaak is al verstuurd door jou om {at}. Er is niets dubbel gedaan.",
            CaseWords.Declined(declined, new AcceptProposal(new Acceptance()), sent, DemoPeople.Sanne));
        Assert.Equal(
            $"Deze zaak is al verstuurd door Sanne Bakker om {at}. Er is niets dubbel gedaan.",
            CaseWords.Declined(declined, new AcceptProposal(new Acceptance()), sent, DemoPeople.Tom));
    }
}
