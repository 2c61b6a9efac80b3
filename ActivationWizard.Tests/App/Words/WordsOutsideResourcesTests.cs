using ActivationWizard.Tests.Kit;
using Xunit;

namespace ActivationWizard.Tests.App.Words;

/// <summary>No component has words of its own: they are in Resources, or they would be in one language only.</summary>
public sealed class WordsOutsideResourcesTests
{
    [Fact]
    public void Components_InTheirMarkup_HaveNoWords()
    {
        var files = Product.Files("ActivationWizard.App", ".razor").ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.Empty(MarkupWords.In(file.Text)));
    }

    [Theory]
    [InlineData("<p>Klaar</p>", "Klaar")]
    [InlineData("<p>@ShellText.Today om negen uur</p>", "om negen uur")]
    [InlineData("<MudTextField Label=\"Naam\" />", "Label=\"Naam\"")]
    [InlineData("<button aria-label=\"Sluit\"></button>", "aria-label=\"Sluit\"")]
    [InlineData("@if (x > 3)\n{\n    <b>Te veel</b>\n}", "Te veel")]
    public void In_MarkupWithWords_FindsThem(string markup, string found) => Assert.Equal([found], MarkupWords.In(markup));

    [Theory]
    [InlineData("<p>@ShellText.Today</p>")]
    [InlineData("@* Words for programmers *@<p class=\"aw-lead\">@(a > b ? \"x\" : \"y\")</p>")]
    [InlineData("@if (_actor is not null)\n{\n    <b>@_actor.Name</b>\n}\nelse\n{\n    <i>…</i>\n}")]
    [InlineData("<MudTextField Label=\"@ShellText.Today\" />\n@code {\n    private string Word => \"<p>Klaar</p>\";\n}")]
    public void In_MarkupWithoutWords_FindsNone(string markup) => Assert.Empty(MarkupWords.In(markup));
}
