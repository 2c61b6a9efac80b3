using ActivationWizard.App.Status;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using Bunit;

namespace ActivationWizard.Tests.Components;

public sealed class TemplatesListTests : Screen
{
    public static TheoryData<TemplateFault> Faults => [.. Enum.GetValues<TemplateFault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Templates_ABrokenFile_IsNamedWithWhatIsWrongInBothLanguages(TemplateFault fault)
    {
        var dutch = Shown(new BrokenTemplate("nl/NotTenant.txt", fault));
        using var reader = new FixedCulture("en-GB");
        var english = Shown(new BrokenTemplate("nl/NotTenant.txt", fault));

        Assert.Equal("nl/NotTenant.txt", dutch.Find("dt").TextContent);
        Assert.NotEqual(english.Find("dd").TextContent, dutch.Find("dd").TextContent);
        Assert.Contains(StatusText.TemplatesWrong, english.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Templates_NoneBroken_SaysSo()
    {
        var screen = Shown();

        Assert.Contains("Alle bestanden zijn bruikbaar", screen.Markup, StringComparison.Ordinal);
        Assert.Empty(screen.FindAll("dt"));
    }

    private IRenderedComponent<TemplatesList> Shown(params BrokenTemplate[] broken) =>
        Render<TemplatesList>(parameters => parameters.Add(one => one.Broken, broken));
}
