using ActivationWizard.App.Status;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using Bunit;

namespace ActivationWizard.Tests.Components;

public sealed class MailboxTableTests : Screen
{
    public static TheoryData<MailRefusal> Refusals => [.. Enum.GetValues<MailRefusal>()];

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Part_Refused_SaysWhatItMeansInBothLanguages(MailRefusal refusal)
    {
        var now = Clock.GetUtcNow();
        var signs = new PartSigns(now.AddHours(-1), now, refusal);

        var dutch = Shown((MailPart.Sending, signs)).Find("[data-label='Laatst geweigerd']").TextContent;
        using var reader = new FixedCulture("en-GB");
        var english = Shown((MailPart.Sending, signs)).Find("[data-label='Last refusal']").TextContent;

        Assert.NotEqual(dutch, english);
        Assert.True(english.Trim().Length > 20, english);
    }

    [Fact]
    public void Parts_InAnyState_AreNamedWithIt()
    {
        var now = Clock.GetUtcNow();

        var screen = Shown(
            (MailPart.SignIn, new PartSigns(null, null, null)),
            (MailPart.Inbox, new PartSigns(now, now.AddMinutes(-1), MailRefusal.Busy)),
            (MailPart.Templates, new PartSigns(null, now, MailRefusal.FolderMissing)));

        Assert.Equal(
            ["Aanmelden", "Postvak IN", "Mailsjablonen lezen"], screen.FindAll("tbody th").Select(one => one.TextContent));
        var states = screen.FindAll("[data-label='Laatst gelukt']").Select(one => one.TextContent).ToList();
        Assert.Contains("nog niet gebruikt", states[0], StringComparison.Ordinal);
        Assert.Contains("gaat goed", states[1], StringComparison.Ordinal);
        Assert.Contains("gaat niet goed", states[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "wat weggaat, wordt hier bewaard")]
    [InlineData(false, "Het is niet bekend")]
    public void Sent_AfterALook_SaysWhetherFilingIsKnown(bool isSeen, string words)
    {
        var screen = Render<MailboxTable>(parameters => parameters
            .Add(one => one.Parts, [(MailPart.Sent, new PartSigns(Clock.GetUtcNow(), null, null))])
            .Add(one => one.IsFilingSeen, isSeen));

        Assert.Contains(words, screen.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_None_ShowNothing() => Assert.Empty(Shown().Markup.Trim());

    private IRenderedComponent<MailboxTable> Shown(params (MailPart, PartSigns)[] parts) =>
        Render<MailboxTable>(parameters => parameters.Add(one => one.Parts, parts));
}
