using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Templates;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>What a system manager sees of one standard reply, and chooses for it.</summary>
public sealed class TemplateSlotTests : Screen
{
    private static readonly ReplySlot Slot = new(RefusalGround.NotTenant, MailLanguage.Dutch);
    private static readonly FoundTemplate Good = new("Geen huurder", "{aanhef},\n\nNee.", FixedTime.Start);
    private static readonly FoundTemplate Odd = new("Oud", "{aanhef} {bsn}", FixedTime.Start);

    public static TheoryData<TemplateFault> Faults => [.. Enum.GetValues<TemplateFault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_OfEverySort_SaysWhatToDoInBothLanguages(TemplateFault fault)
    {
        var report = new SlotReport(new ReplyInUse(Slot, Slot.Name, null, null, fault), null, null);
        var dutch = Shown(report).Find("section > p").TextContent;
        using var reader = new FixedCulture("en-GB");

        Assert.NotEqual(dutch, Shown(report).Find("section > p").TextContent);
    }

    [Fact]
    public void Chosen_Template_IsShownAsATenantSeesItWithWhoChoseIt()
    {
        var chosen = new ChosenTemplate(Slot, Good.Subject, "Bram de Vries", FixedTime.Start);
        var screen = Shown(new SlotReport(InUse(Good), chosen, null));

        Assert.Contains("Beste heer/mevrouw A. Jansen,", screen.Find("article").TextContent, StringComparison.Ordinal);
        Assert.Contains("Bram de Vries", screen.Find("dl").TextContent, StringComparison.Ordinal);
        Assert.Contains(Good.Mark, screen.Markup, StringComparison.Ordinal);
        Assert.Empty(screen.FindAll("mark"));
    }

    [Fact]
    public void Placeholder_Unknown_IsMarkedAndTheTextShownAsItIs()
    {
        var screen = Shown(new SlotReport(InUse(Odd), null, null));

        Assert.Equal("{bsn}", screen.Find("mark").TextContent);
        Assert.Contains("{aanhef} {bsn}", screen.Find("article").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Proposed_Template_IsUsedOnlyWhenItIsPressed()
    {
        var chosen = new List<string?>();
        var report = new SlotReport(new ReplyInUse(Slot, Slot.Name, null, null, TemplateFault.NotChosen), null, Good);
        var screen = Shown(report, chosen.Add);
        Assert.Contains("“Geen huurder”", screen.Markup, StringComparison.Ordinal);
        Assert.Equal("", screen.Find("select").GetAttribute("value"));

        screen.FindAll("button").Single(one => one.TextContent.Contains("voorstel", StringComparison.Ordinal)).Click();

        Assert.Equal(["Geen huurder"], chosen);
    }

    [Fact]
    public void Another_Template_IsChosenByItsSubjectAndNoneByNone()
    {
        var chosen = new List<string?>();
        var screen = Shown(new SlotReport(InUse(Good), null, null), chosen.Add);

        screen.Find("select").Change("Oud");
        Use(screen).Click();
        screen.Find("select").Change("");
        Use(screen).Click();

        Assert.Equal(["Oud", null], chosen);
    }

    [Theory]
    [InlineData("wonen@thuis.example", true)]
    [InlineData("", false)]
    public void Test_Mail_IsOfferedWhereItCanBeSent(string address, bool isOffered)
    {
        var sent = new List<MailText>();
        var screen = Render<TemplateSlot>(parameters => parameters
            .Add(one => one.Report, new SlotReport(InUse(Good), null, null))
            .Add(one => one.Templates, [])
            .Add(one => one.TestAddress, address)
            .Add(one => one.OnTest, sent.Add));

        foreach (var button in screen.FindAll("button"))
            button.Click();

        Assert.Equal(isOffered ? ["Geen huurder"] : [], sent.Select(text => text.Subject));
    }

    [Theory]
    [InlineData("Afwijzing geen huurder", "nl/NotTenant")]
    [InlineData("GEEN HUURDER (Engels)", "en/NotTenant")]
    [InlineData("Not a tenant", "en/NotTenant")]
    [InlineData("Huurder staat onder bewind", "nl/UnderAdministration")]
    [InlineData("Betalingsregeling", "nl/PaymentArrangement")]
    [InlineData("Your payment arrangement", "en/PaymentArrangement")]
    [InlineData("Woont bij een instelling", "nl/InstitutionCoResident")]
    [InlineData("Neutraal antwoord", "nl/Neutral")]
    [InlineData("Bewind en betalingsregeling", null)]
    [InlineData("Uw aanvraag", null)]
    [InlineData("", null)]
    public void Proposal_OfASubject_IsByItsWords(string subject, string? reply) =>
        Assert.Equal(reply, TemplateProposals.Of(subject)?.Name);

    private static ReplyInUse InUse(FoundTemplate template)
    {
        var preview = template.PreviewIn(Slot.Language, "");
        return new ReplyInUse(Slot, Slot.Name, template, preview, preview.Fault);
    }

    private static AngleSharp.Dom.IElement Use(IRenderedComponent<TemplateSlot> screen) =>
        screen.FindAll("button").Single(one => one.TextContent.Contains("Gebruik dit bericht", StringComparison.Ordinal));

    private IRenderedComponent<TemplateSlot> Shown(SlotReport report, Action<string?>? onChosen = null) =>
        Render<TemplateSlot>(parameters => parameters
            .Add(one => one.Report, report)
            .Add(one => one.Templates, [Good, Odd])
            .Add(one => one.OnChosen, onChosen ?? (_ => { })));
}
