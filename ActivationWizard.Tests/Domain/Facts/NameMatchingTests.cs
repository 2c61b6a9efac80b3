using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Facts;

public sealed class NameMatchingTests
{
    [Theory]
    [InlineData("A. van den Berg")]
    [InlineData("Anna van den Berg")]
    [InlineData("A.van den Berg")]
    [InlineData("A Berg")]
    [InlineData("a. berg")]
    [InlineData("A.M. Berg")]
    [InlineData("Anna Maria van den Berg")]
    [InlineData("Anne-Marie van den Berg")]
    [InlineData("A. (Annie) van den Berg")]
    [InlineData("Berg")]
    [InlineData("van den Berg")]
    [InlineData("VAN DEN BERG")]
    [InlineData("Van Den Berg")]
    [InlineData("A. v.d. Berg")]
    [InlineData("A. v/d Berg")]
    [InlineData("A vd Berg")]
    [InlineData("A. v. d. Berg")]
    [InlineData("A. v. den Berg")]
    [InlineData("A. van d. Berg")]
    [InlineData("A. V.D. BERG")]
    [InlineData("a. v.d. berg")]
    [InlineData("\"A. van den Berg\"")]
    [InlineData("De heer van den Berg")]
    [InlineData("  anna   van den berg  ")]
    [InlineData("Mevr. A. van den Berg")]
    [InlineData("mw. drs. A. van den Berg")]
    [InlineData("dhr. van den Berg")]
    [InlineData("drs. Anna van den Berg")]
    [InlineData("Mevrouw van den Berg")]
    [InlineData("mr. A. Berg")]
    [InlineData("A. van\u00A0den\u200B Berg\uFEFF")]
    [InlineData("\u202EA. van den Berg")]
    public void Compare_SurnameEndsTheNameAndGivenNamesStandBefore_Fits(string requested) =>
        Assert.Equal(NameComparison.Fits, NameMatching.Compare(requested, Sample.Anna));

    [Theory]
    [InlineData("Berg, A. van den")]
    [InlineData("van den Berg, A.")]
    [InlineData("Berg A.")]
    [InlineData("A. den Berg")]
    [InlineData("A. v. Berg")]
    [InlineData("A. v.d.-Berg")]
    [InlineData("A. & van den Berg")]
    [InlineData("Anna, van den Berg")]
    [InlineData("Anna, v/d Berg")]
    [InlineData("Anna, Berg")]
    [InlineData("Anna2 van den Berg")]
    [InlineData("Burg")]
    [InlineData("A. Vandenburg")]
    [InlineData("A. Jansen / Burg")]
    [InlineData("P. Jansen, zoon van mevrouw Vandenberg")]
    [InlineData("\u0392\u03B1\u03C3\u03AF\u03BB\u03B7\u03C2 van den Berg")]
    [InlineData("jp van den Berg")]
    [InlineData("A. van der Berg")]
    [InlineData("A. de Berg")]
    [InlineData("A. van den Burg")]
    [InlineData("A. van den Bergh")]
    [InlineData("A. Smit-van den Berg")]
    [InlineData("Anna Smit-Berg")]
    [InlineData("A. van den Berg-Smit")]
    [InlineData("A. Smit van den Berg")]
    [InlineData("A.M. Smit Berg")]
    [InlineData("Bram van den Berg")]
    [InlineData("A. en P. van den Berg")]
    [InlineData("P. & A. van den Berg")]
    [InlineData("De heer en mevrouw van den Berg")]
    [InlineData("Fam. van den Berg")]
    [InlineData("A. Jansen, dochter van mevrouw van den Berg")]
    [InlineData("P. Jansen, zoon van mevrouw van den Berg")]
    [InlineData("namens A. van den Berg")]
    [InlineData("Abel Zorg t.a.v. A. van den Berg")]
    [InlineData("Abel p/a A. van den Berg")]
    [InlineData("Stichting Zorg, A. van den Berg")]
    [InlineData("A. Jansen mevrouw Berg")]
    [InlineData("J. van der Borg-van den Berg en Anna")]
    [InlineData("\u0410\u043D\u043D\u0430 \u0412\u0430\u043D \u0411\u0435\u0440\u0433")]
    public void Compare_WrittenDifferentlyOrSomebodyElseBesides_IsNearly(string requested) =>
        Assert.Equal(NameComparison.Nearly, NameMatching.Compare(requested, Sample.Anna));

    [Theory]
    [InlineData("B. van den Berg")]
    [InlineData("E. van den Berg")]
    [InlineData("JP van den Berg")]
    [InlineData("Jp van den Berg")]
    [InlineData("JCPM van den Berg")]
    [InlineData("JP Berg")]
    [InlineData("Berg, JP")]
    [InlineData("Berg Bram")]
    [InlineData("Jansen, Bram van den Berg")]
    [InlineData("v.d. Burgh, B.")]
    [InlineData("P. van den Berg-Smit")]
    [InlineData("van den Berg, P.")]
    [InlineData("A. Lindenberg")]
    [InlineData("P. Pietersen")]
    [InlineData("B. van den Burg")]
    [InlineData("Anna")]
    [InlineData("A.")]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("mevrouw")]
    [InlineData("de")]
    public void Compare_AnotherName_Differs(string requested) =>
        Assert.Equal(NameComparison.Differs, NameMatching.Compare(requested, Sample.Anna));

    [Theory]
    [InlineData("J. M\u00FCller", "Mu\u0308ller", true)]
    [InlineData("J. Muller", "M\u00FCller", true)]
    [InlineData("J. Yildiz", "Y\u0131ld\u0131z", true)]
    [InlineData("J. Lukasiewicz", "\u0141ukasiewicz", true)]
    [InlineData("J. WEISS", "Wei\u00DF", true)]
    [InlineData("J. Wei\u1E9E", "Weiss", true)]
    [InlineData("J. \u0130z", "Iz", true)]
    [InlineData("J. O'Neill", "ONeill", true)]
    [InlineData("J. O\u2019Neill", "O'Neill", true)]
    [InlineData("J. O\u00B4Neill", "O`Neill", true)]
    [InlineData("J. O\u02BCNeill", "O\u2018Neill", true)]
    [InlineData("J. \u2019t Hof", "'t Hof", true)]
    [InlineData("J. Van 'T HOF", "van 't Hof", true)]
    [InlineData("J. \uFB01nk", "Fink", true)]
    [InlineData("J. \u0399\u03A3", "\u03B9\u03C2", true)]
    [InlineData("J. Ber\u200Bg", "Berg", true)]
    [InlineData("J. X", "X", true)]
    [InlineData("J. \u0645\u062D\u0645\u062F", "\u0645\u062D\u0645\u062F", true)]
    [InlineData("J. B\u0435rg", "Berg", false)]
    [InlineData("J. Y", "X", false)]
    public void Compare_CompatibilityFormsAndCase_DoNotMatter(string requested, string surname, bool fits) => Assert.Equal(
        fits,
        NameMatching.Compare(requested, Sample.Anna with { Name = new PartyName(surname, null, "J.") }) is NameComparison.Fits);

    [Theory]
    [InlineData(null, null, "Jan Berg", NameComparison.Nearly)]
    [InlineData(null, null, "Berg", NameComparison.Fits)]
    [InlineData("", "Jan", "Jan Berg", NameComparison.Fits)]
    [InlineData(null, "Jan", "J. Berg", NameComparison.Fits)]
    [InlineData("P.", "Jan", "Jan Berg", NameComparison.Nearly)]
    [InlineData("Th.A.", "Theo", "Theo Anton Berg", NameComparison.Fits)]
    [InlineData("JP", null, "Jan Piet Berg", NameComparison.Fits)]
    [InlineData("JP", null, "J.P. Berg", NameComparison.Fits)]
    [InlineData("J.P.", null, "JP Berg", NameComparison.Fits)]
    [InlineData("J.P.", null, "Jan Smit Berg", NameComparison.Nearly)]
    [InlineData("J.", null, "J. Smit Berg", NameComparison.Nearly)]
    [InlineData("JP", null, "Jan Smit Berg", NameComparison.Nearly)]
    [InlineData("J.P.", null, "JP Pieter Smit Berg", NameComparison.Nearly)]
    [InlineData("J.Th.", null, "Jan Th. Smit Berg", NameComparison.Nearly)]
    [InlineData("J.P.", null, "Jan JP Berg", NameComparison.Nearly)]
    [InlineData("Th", "Theo", "Theo Anton Berg", NameComparison.Fits)]
    [InlineData("TH.", "Theo", "Theo Anton Berg", NameComparison.Fits)]
    [InlineData("Th.", "Theo", "T. Berg", NameComparison.Fits)]
    [InlineData("Th.", "Theo", "Tom Berg", NameComparison.Nearly)]
    [InlineData("Chr.", "Chris", "Ch. Berg", NameComparison.Fits)]
    [InlineData("D.", "D'Arcy", "D'Arcy Jane Berg", NameComparison.Fits)]
    [InlineData("D.J.", "D'Arcy", "D'Arcy Jane Berg", NameComparison.Fits)]
    [InlineData("D.J.", "D'Arcy", "D'Arcy Smit Berg", NameComparison.Nearly)]
    public void Compare_InitialsAndGivenNames_AreWhatIsRegistered(
        string? initials, string? firstName, string requested, NameComparison expected) =>
        Assert.Equal(expected,
            NameMatching.Compare(requested, Sample.Anna with { Name = new PartyName("Berg", null, initials, firstName) }));

    [Theory]
    [InlineData("Smit-van den Berg", "A. Smit-van den Berg", NameComparison.Fits)]
    [InlineData("Smit-van den Berg", "A. Smit - van den Berg", NameComparison.Fits)]
    [InlineData("Smit-van den Berg", "A. Smit van den Berg", NameComparison.Fits)]
    [InlineData("Smit-van den Berg", "A. van den Berg", NameComparison.Nearly)]
    [InlineData("Smit-van den Berg", "A. Smit", NameComparison.Nearly)]
    [InlineData("Ben Ali", "A. Ben Ali", NameComparison.Fits)]
    [InlineData("Ben Ali", "A. Ali", NameComparison.Nearly)]
    [InlineData("van den Berg", "A. Berg", NameComparison.Fits)]
    [InlineData("Li", "A. Xu", NameComparison.Differs)]
    [InlineData("Li", "A. Lo", NameComparison.Nearly)]
    [InlineData("de Heer", "A. de Heer", NameComparison.Fits)]
    [InlineData("Man", "A. de Man", NameComparison.Nearly)]
    [InlineData("Man", "A. Man", NameComparison.Fits)]
    public void Compare_SurnamesOfSeveralWordsOrFewLetters_AreReadWhole(
        string surname, string requested, NameComparison expected) =>
        Assert.Equal(expected, NameMatching.Compare(requested, Sample.Anna with { Name = new PartyName(surname, null, "A.") }));

    [Theory]
    [InlineData("Stichting Wonen & Zorg", "Stichting Wonen & Zorg", NameComparison.Fits)]
    [InlineData("Stichting Wonen & Zorg", "stichting wonen zorg", NameComparison.Fits)]
    [InlineData("Stichting Wonen & Zorg", "Wonen & Zorg", NameComparison.Nearly)]
    [InlineData("Stichting Wonen & Zorg", "Stichting Wonen & Zorgt", NameComparison.Nearly)]
    [InlineData("Stichting Wonen & Zorg", "Stichting Wonen & Zorg t.a.v. J. Jansen", NameComparison.Nearly)]
    [InlineData("Stichting Wonen & Zorg", "Stichting", NameComparison.Differs)]
    [InlineData("Stichting Wonen & Zorg", "Bakkerij De Korenaar", NameComparison.Differs)]
    [InlineData("Stichting Wonen & Zorg", "???", NameComparison.Differs)]
    [InlineData("De Korenaar B.V.", "De Korenaar", NameComparison.Nearly)]
    [InlineData("De Korenaar", "De Korenaar B.V.", NameComparison.Nearly)]
    [InlineData("B.V.", "Stichting", NameComparison.Differs)]
    [InlineData("Zorg BV", "J. Jansen namens Zorg", NameComparison.Nearly)]
    [InlineData("Eik BV", "J. Jansen namens Eik", NameComparison.Differs)]
    public void Compare_LegalEntity_NameEqualsName(string registered, string requested, NameComparison expected) => Assert.Equal(
        expected,
        NameMatching.Compare(requested, Sample.Anna with { IsLegalEntity = true, Name = new PartyName(registered) }));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Compare_NothingLeftOfTheName_NeverFits(bool isLegalEntity) => Assert.Equal(
        NameComparison.Differs,
        NameMatching.Compare("???", Sample.Anna with { IsLegalEntity = isLegalEntity, Name = new PartyName("!!!") }));

    [Theory]
    [InlineData("A. van den Berg", new[] { "Berg", "den Berg", "van den Berg", "A. van den Berg" })]
    [InlineData("J.Jansen", new[] { "Jansen", "J.Jansen" })]
    [InlineData("De Vries, S.", new[] { "S.", "Vries, S.", "De Vries, S.", "Vries", "De Vries" })]
    [InlineData("Vries , S.", new[] { "S.", "Vries , S.", "Vries" })]
    [InlineData(" ", new string[0])]
    public void SurnamesToTry_EndingsShortestFirst(string requested, string[] expected) =>
        Assert.Equal(expected, NameMatching.SurnamesToTry(requested));

    [Fact]
    public void SurnamesToTry_ManyWords_AreFiveAndTheWhole() =>
        Assert.Equal(6, NameMatching.SurnamesToTry("a b c d e f g h").Count);

    [Fact]
    public void SurnamesToTry_ManyWordsBeforeAComma_AreFiveOfThese() =>
        Assert.Equal(11, NameMatching.SurnamesToTry("a b c d e f g, h").Count);

    [Theory]
    [InlineData("A. van den Berg", "Anna Berg", true)]
    [InlineData("A. Berg", "A. Smit", false)]
    [InlineData("A. Berg .", "-", false)]
    public void HaveSameSurname_LastWords(string one, string other, bool same) =>
        Assert.Equal(same, NameMatching.HaveSameSurname(one, other));

    [Theory]
    [InlineData("Mevr. S. de Vries", "S. de Vries")]
    [InlineData(" de heer drs. P. de Heer ", "P. de Heer")]
    [InlineData("'t Hof, J.", "'t Hof, J.")]
    [InlineData("J. 't Hof", "J. 't Hof")]
    [InlineData("mevrouw", "mevrouw")]
    [InlineData("de", "de")]
    public void WithoutTitles_IsTheNameAsItWasWritten(string requested, string expected) =>
        Assert.Equal(expected, NameMatching.WithoutTitles(requested));
}
