using ActivationWizard.App.Cases.Parts;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>A reply that came back, on its screen.</summary>
public sealed partial class StepTests
{
    [Fact]
    public void Returned_AnotherAddressFound_SaysWhyAndSendsThereOnOneClick()
    {
        var answers = Answered("returned", screen =>
        {
            var panel = screen.Find("[aria-labelledby=niet-bezorgd]").TextContent;
            Assert.Contains("Ons antwoord aan a.jansen@mail.example kwam terug", panel, StringComparison.Ordinal);
            Assert.Contains("Deze mailbox is vol.", panel, StringComparison.Ordinal);
            Assert.Contains("5.2.2", panel, StringComparison.Ordinal);
            ButtonOf(screen, "Verstuur opnieuw naar nieuw@mail.example").Click();
        });

        Assert.Equal("nieuw@mail.example", Assert.IsType<SendReplyAgain>(Assert.Single(answers)).To.ToString());
    }

    [Theory]
    [InlineData("returned, seeking", "De wizard zoekt een ander adres in Viewpoint.")]
    [InlineData("returned, no address", "In Viewpoint staat geen ander e-mailadres van de aanvrager.")]
    [InlineData("returned, decided otherwise", "Dit antwoord klopt misschien niet meer.")]
    [InlineData("returned, silent", "De gegevens konden niet worden gelezen.")]
    public void Returned_NoAddressToSendTo_SaysWhyAndOffersTheOtherTwo(string name, string why)
    {
        var screen = Show(name, new AnswerRights(false, true));

        Assert.Contains(why, screen.Find("[aria-labelledby=niet-bezorgd]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            screen.FindAll("button"), one => one.TextContent.Contains("Verstuur opnieuw", StringComparison.Ordinal));
        Assert.NotNull(screen.Find("#gebeld"));
        Assert.NotNull(screen.Find("#sluit-zonder"));
    }

    [Fact]
    public void Returned_EndedByAPerson_CarriesHowAndTheNote()
    {
        var answers = Answered("returned, no address", screen =>
        {
            screen.Find("#gebeld").Change("Zij weet het");
            ButtonOf(screen, "Ik heb de aanvrager gebeld").Click();
            screen.Find("#sluit-zonder").Change("Onbekend");
            ButtonOf(screen, "Sluit zonder antwoord").Click();
            ButtonOf(screen, "Kijk opnieuw in Viewpoint").Click();
        });

        Assert.Equal(
            [
                new SettleBounce(BounceEnd.ToldByPhone, "Zij weet het"), new SettleBounce(BounceEnd.Closed, "Onbekend"),
                new LookAgain(),
            ],
            answers);
    }

    [Fact]
    public void Returned_AndEnded_SaysThatTheReplyWasNotDelivered()
    {
        var screen = Show("returned, told by phone", AnswerRights.None);

        Assert.Contains("Geen code, en het antwoord is niet bezorgd", screen.Markup, StringComparison.Ordinal);
        Assert.Contains("Met mevrouw Jansen gesproken.", screen.Markup, StringComparison.Ordinal);
    }
}
