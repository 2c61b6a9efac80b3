using ActivationWizard.App.Cases;
using ActivationWizard.App.Cases.Parts;
using ActivationWizard.App.Replay;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.Tests.Components;

/// <summary>Where an employee corrects the request, and what replay shows of it.</summary>
public sealed class CaseCorrectionTests : Screen
{
    private readonly List<Answer> _answers = [];

    [Theory]
    [InlineData("choosing", true)]
    [InlineData("email proposal", true)]
    [InlineData("refusal drafted", true)]
    [InlineData("hold", true)]
    [InlineData("trial", true)]
    [InlineData("waiting for a person", true)]
    [InlineData("by hand", true)]
    [InlineData("needs attention", false)]
    [InlineData("only forward", false)]
    [InlineData("sent by e-mail", false)]
    public void Screen_BeforeAnythingWasDone_HasIt(string name, bool has) =>
        Assert.Equal(has ? 1 : 0, Show(name).FindAll("#aanvraag-corrigeren").Count);

    [Fact]
    public void Send_NameAndReason_AnswersTheWholeRequestWithThatName()
    {
        var was = StepCases.All["email proposal"].Request;
        var screen = Show("email proposal");
        Assert.Equal(was.Name, screen.Find("#aanvraag-Name").GetAttribute("value"));

        screen.Find("#aanvraag-Name").Change("A. Janssen");
        screen.Find("#aanvraag-reden").Change("tikfout");
        screen.Find("#corrigeer-aanvraag").Click();

        Assert.Equal(
            new CorrectRequest(RequestValues.Of(was) with { Name = "A. Janssen" }, "tikfout"), Assert.Single(_answers));
    }

    [Fact]
    public void Send_WhoAsks_IsAskedForTheName()
    {
        var screen = Show("email proposal");
        Assert.Empty(screen.FindAll("#aanvraag-RequesterName"));

        screen.Find("#aanvraag-Requester input[value=CourtAdministrator]").Change("CourtAdministrator");
        screen.Find("#aanvraag-RequesterName").Change("Kantoor Bewind");
        screen.Find("#aanvraag-reden").Change("belde zelf");
        screen.Find("#corrigeer-aanvraag").Click();

        var corrected = Assert.IsType<CorrectRequest>(Assert.Single(_answers));
        Assert.Equal(
            (Requester.CourtAdministrator, "Kantoor Bewind"), (corrected.Now.Requester, corrected.Now.RequesterName));
    }

    [Fact]
    public void Send_WhatCannotBeRead_SaysAtTheFieldWhatIsWrong()
    {
        var screen = Show("email proposal");

        screen.Find("#aanvraag-Postcode").Change("eindhoven");
        screen.Find("#corrigeer-aanvraag").Click();

        Assert.Empty(_answers);
        Assert.Equal("true", screen.Find("#aanvraag-Postcode").GetAttribute("aria-invalid"));
        Assert.Equal("true", screen.Find("#aanvraag-reden").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void Send_NothingChanged_SaysSo()
    {
        var screen = Show("email proposal");

        screen.Find("#aanvraag-reden").Change("zomaar");
        screen.Find("#corrigeer-aanvraag").Click();

        Assert.Empty(_answers);
        Assert.Contains("Je hebt niets veranderd", screen.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_OfIt_SaysWhatWasAndWhatIsAndWhy()
    {
        var (was, now) = (RequestValues.Of(Story.Request()), RequestValues.Of(Story.Request("A. Janssen")));
        var replay = Replays.Of(Replays.Entries(
            (DemoPeople.Sanne, new CaseTaken()), (DemoPeople.Sanne, new RequestCorrected(was, now, "tikfout"))));
        var moment = replay.At(3);

        var words = EventWords.Of(moment);

        Assert.Equal("Sanne Bakker corrigeerde de aanvraag: naam.", words.Sentence);
        Assert.Equal(["Naam: was Anna van der Jansen, is nu A. Janssen", "Reden: tikfout"], words.Details);
        Assert.Contains(
            new CaseChange("Naam", "Anna van der Jansen", "A. Janssen"), CaseChanges.Of(moment.Before, moment.Case));
        Assert.True(EventSign.IsMark(moment.Entry));
    }

    private IRenderedComponent<CaseScreen> Show(string name) => Unfold(Render<CaseScreen>(parameters => parameters
        .Add(screen => screen.Case, StepCases.All[name])
        .Add(screen => screen.OnAnswer, EventCallback.Factory.Create<Answer>(this, _answers.Add))
        .AddCascadingValue(new AnswerRights(true, false))));
}
