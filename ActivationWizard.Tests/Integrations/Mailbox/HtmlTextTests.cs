using ActivationWizard.Integrations.Mailbox;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>HTML as mail programs write it, as the text that a reader sees.</summary>
public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>Beste {naam},</p><p>Dag.</p>", "Beste {naam},\n\nDag.")]
    [InlineData("<div>een</div><div>twee</div><div><br></div><div>drie</div>", "een\ntwee\n\ndrie")]
    [InlineData("een<br>twee<br/>drie", "een\ntwee\ndrie")]
    [InlineData("<ul><li>een<li>twee</ul>na", "- een\n- twee\n\nna")]
    [InlineData("<p>Zie <a href=\"https://www.thuis.example/contact\">onze pagina</a>.</p>",
        "Zie onze pagina (https://www.thuis.example/contact).")]
    [InlineData("<a href='https://www.thuis.example/'>www.thuis.example</a>", "www.thuis.example")]
    [InlineData("<a href='javascript:alert(1)'>klik</a>", "klik")]
    [InlineData("<b>{aan</b><i>hef}</i>", "{aanhef}")]
    [InlineData("a&nbsp;&euro;&nbsp;1 &lt;b&gt;", "a € 1 <b>")]
    [InlineData("<table><tr><td>een</td><td>twee</td></tr><tr><td>drie</td></tr></table>", "een twee\ndrie")]
    [InlineData("<html><head><title>t</title><style>p{}</style></head><body><script>x()</script>tekst<!-- niet --></body></html>",
        "tekst")]
    [InlineData("<p hidden>niet</p>wel<img src='https://elders.example/pixel.gif' alt='x'>", "wel")]
    [InlineData("<div hidden>een<div>twee</div>drie</div>wel", "wel")]
    [InlineData("a<a href='https://een.example'>een<a href='https://twee.example'>twee</a>",
        "aeen (https://een.example)twee (https://twee.example)")]
    [InlineData("een<table><tr><td>twee</td></tr></table>drie", "een\n\ntwee\n\ndrie")]
    [InlineData("een<br><br>twee<blockquote>drie</blockquote>", "een\n\ntwee\n\ndrie")]
    [InlineData("<div>niet af", "niet af")]
    [InlineData("", "")]
    public void AsWritten_Html_IsWhatAReaderSees(string html, string text) =>
        Assert.Equal(text, HtmlText.AsWritten(html, 1_000));

    [Fact]
    public void AsWritten_NestedWithoutEnd_IsReadAllTheSame() =>
        Assert.Equal("diep", HtmlText.AsWritten(string.Concat(Enumerable.Repeat("<div>", 40_000)) + "diep", 1_000));

    [Theory]
    [InlineData("<p>een</p><blockquote>twee</blockquote>", "een\n\n> twee\n")]
    [InlineData("<tr><td>Naam</td><td>Jansen</td></tr>", "Naam\tJansen\n")]
    [InlineData("een<br><br>twee", "een\ntwee\n")]
    [InlineData("<p hidden>wel</p><a href='https://elders.example'>dit</a>", "wel\n\ndit\n")]
    [InlineData("<style>p{}</style><script>x('</p>')</script>tekst<title>t", "tekst\n")]
    public void Of_HtmlOfAnybody_HasNoAddressesAndHidesNothingThatIsSaid(string html, string text) =>
        Assert.Equal(text, HtmlText.Of(html, 1_000));
}
