using ActivationWizard.App.Cases;
using ActivationWizard.App.Cases.ByHand;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>The code behind its mask: on the page for 30 seconds, after it was asked for, and then gone.</summary>
public sealed class CaseCodeTests : Screen
{
    private const string Secret = "KANARIE-4242";
    private const string Mask = "••••••••";

    [Fact]
    public void Code_NotAskedFor_IsAMask()
    {
        var asked = 0;
        var page = Page(() => asked++);

        Assert.Equal(Mask, page.Find("#activatiecode").TextContent);
        Assert.False(page.Markup.Contains("Kopieer", StringComparison.Ordinal));
        Assert.Equal(0, asked);
    }

    [Fact]
    public void Code_AskedFor_IsThereFor30SecondsAndNotLonger()
    {
        var page = Page();
        page.Find("#toon-code").Click();
        Assert.Equal(Secret, page.Find("#activatiecode").TextContent);
        Assert.Equal("activatiecode", page.Find("#kopieer-code").GetAttribute("data-copy"));

        Clock.Advance(TimeSpan.FromSeconds(29.9));
        Assert.Equal(Secret, page.Find("#activatiecode").TextContent);
        Clock.Advance(TimeSpan.FromSeconds(0.1));
        page.WaitForAssertion(() => Assert.Equal(Mask, page.Find("#activatiecode").TextContent));

        Assert.DoesNotContain(Secret, page.Markup, StringComparison.Ordinal);
        Assert.Contains("weer verborgen", page.Find("p[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Code_AskedForAgain_AsksAgainAndGetsItsOwn30Seconds()
    {
        var asked = 0;
        var page = Page(() => asked++);
        page.Find("#toon-code").Click();
        Clock.Advance(TimeSpan.FromSeconds(30));
        page.WaitForElement("#toon-code").Click();
        // The click waits its turn behind what hid the code.
        page.WaitForAssertion(() => Assert.Equal(Secret, page.Find("#activatiecode").TextContent));
        Clock.Advance(TimeSpan.FromSeconds(29));

        Assert.Equal((2, Secret), (asked, page.Find("#activatiecode").TextContent));
    }

    [Theory]
    [InlineData("silent", "Umbrella geeft nu geen antwoord")]
    [InlineData("other", "Umbrella heeft nu een andere code")]
    [InlineData("declined", "Een collega behandelt deze zaak")]
    public void Code_CannotBeShown_SaysWhyAndStaysMasked(string kind, string said)
    {
        var page = Page(reveal: kind switch
        {
            "silent" => new Reveal.Silent(FailureReason.Unreachable),
            "other" => new Reveal.OtherCode(),
            _ => new Reveal.Declined(Obstacle.NotYourCase),
        });

        page.Find("#toon-code").Click();

        Assert.Equal(Mask, page.Find("#activatiecode").TextContent);
        Assert.Contains(said, page.Find("p[role=status]").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<CaseCode> Page(Action? onAsked = null, Reveal? reveal = null) =>
        Render<CaseCode>(parameters => parameters.Add(
        code => code.OnReveal, () =>
        {
            onAsked?.Invoke();
            return Task.FromResult(reveal ?? new Reveal.Shown(ActivationCode.TryCreate(Secret, new("^[A-Z0-9-]{8,20}$"))!));
        }));
}
