using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Facts;

public sealed class NameMatchingTests
{
    [Theory]
    [InlineData("A. van den Berg", true)]
    [InlineData("Anna van den Berg", true)]
    [InlineData("A.van den Berg", true)]
    [InlineData("A Berg", true)]
    [InlineData("Berg", true)]
    [InlineData("van den Berg", true)]
    [InlineData("VAN DEN BERG", true)]
    [InlineData("  anna   van den berg  ", true)]
    [InlineData("Anna Smit-Berg", true)]
    [InlineData("B. van den Berg", false)]
    [InlineData("van der Berg", false)]
    [InlineData("A. Bergman", false)]
    [InlineData("A. Lindenberg", false)]
    [InlineData("A. van den Berg-Smit", false)]
    [InlineData("Anna", false)]
    [InlineData("", false)]
    [InlineData("...", false)]
    public void Fits_Person_SurnameEndsTheNameAndTheRestBeginsWithTheInitial(string requested, bool fits) =>
        Assert.Equal(fits, NameMatching.Fits(requested, Sample.Anna));

    [Theory]
    [InlineData("J. M\u00FCller", "Mu\u0308ller", true)]
    [InlineData("J. Muller", "M\u00FCller", true)]
    [InlineData("J. WEISS", "Wei\u00DF", true)]
    [InlineData("J. Wei\u1E9E", "Weiss", true)]
    [InlineData("J. \u0130z", "Iz", true)]
    [InlineData("J. O'Neill", "ONeill", true)]
    [InlineData("J. \uFB01nk", "Fink", true)]
    [InlineData("J. \u0399\u03A3", "\u03B9\u03C2", true)]
    [InlineData("J. Ber\u200Bg", "Berg", true)]
    [InlineData("J. B\u0435rg", "Berg", false)]
    public void Fits_CompatibilityFormsAndCase_DoNotMatter(string requested, string surname, bool fits) =>
        Assert.Equal(fits, NameMatching.Fits(requested, Sample.Anna with { Name = new PartyName(surname, null, "J.") }));

    [Theory]
    [InlineData(null, null, "Jan Berg", false)]
    [InlineData("", "Jan", "Jan Berg", true)]
    [InlineData(null, "Jan", "J. Berg", true)]
    [InlineData("P.", "Jan", "Jan Berg", false)]
    public void Fits_InitialsMissing_FirstNameServes(string? initials, string? firstName, string requested, bool fits) =>
        Assert.Equal(
            fits, NameMatching.Fits(requested, Sample.Anna with { Name = new PartyName("Berg", null, initials, firstName) }));

    [Theory]
    [InlineData("Stichting Wonen & Zorg", true)]
    [InlineData("stichting wonen zorg", true)]
    [InlineData("Wonen & Zorg", false)]
    [InlineData("St. Stichting Wonen & Zorg", false)]
    public void Fits_LegalEntity_NameEqualsName(string requested, bool fits) => Assert.Equal(
        fits,
        NameMatching.Fits(requested, Sample.Anna with { IsLegalEntity = true, Name = new PartyName("Stichting Wonen & Zorg") }));

    [Fact]
    public void Fits_NothingLeftOfTheName_NeverFits()
    {
        Assert.False(NameMatching.Fits("???", Sample.Anna with { IsLegalEntity = true, Name = new PartyName("!!!") }));
        Assert.False(NameMatching.Fits("???", Sample.Anna with { Name = new PartyName("!!!") }));
    }

    [Theory]
    [InlineData("A. van den Berg", new[] { "Berg", "den Berg", "van den Berg", "A. van den Berg" })]
    [InlineData("J.Jansen", new[] { "Jansen", "J.Jansen" })]
    [InlineData(" ", new string[0])]
    public void SurnamesToTry_EndingsShortestFirst(string requested, string[] expected) =>
        Assert.Equal(expected, NameMatching.SurnamesToTry(requested));

    [Fact]
    public void SurnamesToTry_ManyWords_AreFiveAndTheWhole() =>
        Assert.Equal(6, NameMatching.SurnamesToTry("a b c d e f g h").Count);

    [Theory]
    [InlineData("A. van den Berg", "Anna Berg", true)]
    [InlineData("A. Berg", "A. Smit", false)]
    public void HaveSameSurname_LastWords(string one, string other, bool same) =>
        Assert.Equal(same, NameMatching.HaveSameSurname(one, other));
}
