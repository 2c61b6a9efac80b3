using System.Collections.Concurrent;
using ActivationWizard.App.Cases;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.Tests.Components;

/// <summary>What somebody sees who looks on at a colleague's case, and what can be asked.</summary>
public sealed class CaseTakeOverTests : Screen
{
    private static readonly CaseNumber Number = CaseNumber.Of(2026, 412);
    private readonly ConcurrentQueue<Answer> _answers = [];

    private DateTimeOffset Now => Clock.GetUtcNow();

    [Fact]
    public void Nobody_HasIt_IsTakenAtOnce()
    {
        var bar = Bar(DemoPeople.Tom);
        bar.Find("button").Click();

        Assert.Equal([new TakeCase()], _answers);
    }

    [Fact]
    public void Colleague_HasIt_IsNamedWithTheTimeAndCanBeAsked()
    {
        var bar = Bar(DemoPeople.Tom, Taken());
        Assert.Equal("Sanne Bakker werkt aan deze zaak sinds 9:13. Je kunt meekijken.", bar.Find("p").TextContent);

        bar.Find("button").Click();

        Assert.Equal([new AskToTakeOver()], _answers);
    }

    [Fact]
    public void Asked_NoAnswer_OffersTheCaseWhenTheMinuteIsOver()
    {
        var bar = Bar(DemoPeople.Tom, Taken(), (new TakeOverAsked(), DemoPeople.Tom, Now));
        Assert.Contains("Dan mag het vanaf 9:15.", bar.Find("p").TextContent, StringComparison.Ordinal);
        Assert.Empty(bar.FindAll("button"));

        Clock.Advance(TimeSpan.FromSeconds(60.001));
        bar.WaitForElement("button").Click();

        // The click waits its turn behind what drew the button.
        bar.WaitForAssertion(() => Assert.Equal([new TakeCase()], _answers));
        Assert.Equal("Sanne Bakker heeft niet geantwoord. Je mag de zaak nu overnemen.", bar.Find("p").TextContent);
    }

    [Fact]
    public void Asked_BySomebodyElse_OffersNothing()
    {
        var other = DemoPeople.Tom with { Id = "kim", Name = "Kim de Wit" };
        var bar = Bar(DemoPeople.Tom, Taken(), (new TakeOverAsked(), other, Now));

        Assert.Equal("Kim de Wit wil deze zaak overnemen van Sanne Bakker.", bar.Find("p").TextContent);
        Assert.Empty(bar.FindAll("button"));
    }

    [Fact]
    public void Kept_SaysSoAndCanBeAskedAgain()
    {
        var bar = Bar(
            DemoPeople.Tom, Taken(), (new TakeOverAsked(), DemoPeople.Tom, Now), (new CaseKept(), DemoPeople.Sanne, Now));

        Assert.Equal("Sanne Bakker is nog bezig met deze zaak.", bar.Find("p").TextContent);
        Assert.Single(bar.FindAll("button"));
    }

    [Fact]
    public void TeamLead_LooksOn_AndAsksNothing() => Assert.Empty(Bar(DemoPeople.Els, Taken()).FindAll("button"));

    private (CaseEvent Fact, Actor By, DateTimeOffset At) Taken() => (new CaseTaken(), DemoPeople.Sanne, Now.AddMinutes(-1));

    private IRenderedComponent<CaseTakeOver> Bar(Actor viewer, params (CaseEvent Fact, Actor By, DateTimeOffset At)[] events)
    {
        var opened = new RecordedEvent(
            Number, 1, new CaseOpened(Number, StepCases.All["opened"].Request), Actor.Wizard, Now.AddMinutes(-9));
        var later = events.Select((one, at) => new RecordedEvent(Number, at + 2, one.Fact, one.By, one.At));
        return Render<CaseTakeOver>(parameters => parameters
            .Add(bar => bar.Case, ActivationCase.Fold([opened, .. later]))
            .Add(bar => bar.Actor, viewer)
            .Add(bar => bar.Patience, TimeSpan.FromSeconds(60))
            .Add(bar => bar.OnAnswer, EventCallback.Factory.Create<Answer>(this, _answers.Enqueue)));
    }
}
