using ActivationWizard.App.Intake;
using ActivationWizard.App.Templates;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>A system manager pastes a mail of the website's form and sees what is recognised in it.</summary>
public sealed class FormSampleTests : Screen
{
    private const string Whole = """
        Soort aanvraag: eerste code
        Aanvrager: huurder
        Uw naam: A. Jansen
        Postcode: 5611 CD
        Huisnummer: 12
        """;

    [Fact]
    public void Of_EveryField_IsOneOfTheRequestByTheSameName() =>
        Assert.All(Enum.GetValues<FormField>(), field => Assert.Equal($"{field}", $"{FormSample.InIntake(field)}"));

    [Fact]
    public void Of_AWholeForm_OpensACaseAndNamesEachField()
    {
        var sample = FormSample.Of(Whole, FixedTime.Start);

        Assert.True(sample.OpensCase);
        Assert.Equal(Enum.GetValues<FormField>(), sample.Fields.Select(one => one.Field));
        Assert.Equal("A. Jansen", sample.Fields.Single(one => one.Field is FormField.Name).Written);
        Assert.All(sample.Fields, one => Assert.Null(one.Fault));
    }

    [Theory]
    [InlineData("Postcode: 5611 CD", "Postcode: 561", FormField.Postcode, IntakeError.Invalid)]
    [InlineData("Huisnummer: 12", "", FormField.HouseNumber, IntakeError.Missing)]
    [InlineData("eerste code", "wat dan ook", FormField.Kind, IntakeError.Missing)]
    [InlineData("Huisnummer: 12", "Huisnummer: 12\nHuisnummer: 14", FormField.HouseNumber, IntakeError.Missing)]
    public void Of_AFormWithAFault_NeedsAPersonAndSaysWhere(string was, string now, FormField at, IntakeError error)
    {
        var sample = FormSample.Of(Whole.Replace(was, now, StringComparison.Ordinal), FixedTime.Start);

        Assert.False(sample.OpensCase);
        Assert.Equal((at, error), sample.Fields.Where(one => one.Fault is not null).Select(one => (one.Field, one.Fault!.Error))
            .Single());
    }

    [Fact]
    public void Page_PastedText_IsShownFieldByFieldAndTheUnknownIsNamed()
    {
        var page = Render<FormSamplePage>();
        page.Find("textarea").Change($"{Whole}\nKleur: blauw\nSoort: iets");
        page.Find("form").Submit();

        var rows = page.FindAll("table tbody tr");
        Assert.Equal(Enum.GetValues<FormField>().Length, rows.Count);
        Assert.Contains("twee keer", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Labels die de wizard niet kent: Kleur", page.Markup, StringComparison.Ordinal);
        Assert.Contains("komt bij Berichten", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Plak eerst de tekst van een mail.")]
    [InlineData(null, "te lang")]
    public void Page_NothingOrTooMuch_SaysWhatToDo(string? text, string said)
    {
        var page = Render<FormSamplePage>();
        page.Find("textarea").Change(text ?? new string('a', FormSample.LongestText + 1));
        page.Find("form").Submit();

        Assert.Contains(said, page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("textarea").GetAttribute("aria-invalid"));
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public void Page_WhatIsPasted_IsNoDraftThatAnythingKeeps() =>
        Assert.Null(Render<FormSamplePage>().Find("textarea").GetAttribute("data-keep"));

    [Fact]
    public void Page_FaultOfAField_IsSaidInBothLanguages()
    {
        var sample = FormSample.Of(Whole.Replace("5611 CD", "561", StringComparison.Ordinal), FixedTime.Start);
        var dutch = Shown(sample);
        using var reader = new FixedCulture("en-GB");

        Assert.NotEqual(dutch, Shown(sample));
    }

    private string Shown(FormSample sample) =>
        Render<FormSampleOutcome>(with => with.Add(one => one.Sample, sample)).Find("table").TextContent;
}
