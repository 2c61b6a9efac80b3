using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Facts;

/// <summary>Names as a register has them, and words that are no part of one.</summary>
public sealed class RegisteredNameTests
{
    [Theory]
    [InlineData("Ploeg", "van der", "K.", "K. v.d. Ploeg", NameComparison.Fits)]
    [InlineData("Ploeg", "van der", "K.", "V.D. Ploeg", NameComparison.Differs)]
    [InlineData("Ploeg", "van der", "K.", "V d Ploeg", NameComparison.Differs)]
    [InlineData("Ploeg", "van der", "A.", "s. ploeg", NameComparison.Differs)]
    [InlineData("Smit", "de", "B.", "D. Smit", NameComparison.Differs)]
    [InlineData("Heer", "de", "P.", "de de Heer", NameComparison.Nearly)]
    [InlineData("'t Hof", "van", "K.", "K. v. 't Hof", NameComparison.Fits)]
    [InlineData("Ten", "van der", "K.", "K. v.d. Ten", NameComparison.Fits)]
    [InlineData("Vries", "de", "S.", "S. 't Vries", NameComparison.Nearly)]
    [InlineData("Veen", "van der", "E.", "van der", NameComparison.Differs)]
    [InlineData("Hoek", "'t", "A.", "A. Troef", NameComparison.Differs)]
    [InlineData("Hof", "van 't", "K.", "S. Hof", NameComparison.Differs)]
    public void Compare_Tussenvoegsels_AreNeverInitialsOfSomebodyElse(
        string surname, string prefix, string initials, string requested, NameComparison expected) =>
        Assert.Equal(expected, Compare(new PartyName(surname, prefix, initials), requested));

    [Theory]
    [InlineData("van den Berg", "A. Burg", NameComparison.Nearly)]
    [InlineData("Vandenberg", "A. van den Burg", NameComparison.Nearly)]
    [InlineData("Vandenberg", "KW van den Berg", NameComparison.Differs)]
    [InlineData("Vanthoff", "A. van 't Hof", NameComparison.Nearly)]
    [InlineData("Berg", "KW Berg", NameComparison.Differs)]
    [InlineData("Berg", "KW Burg", NameComparison.Differs)]
    [InlineData("Ben Ali", "A. Bin Aly", NameComparison.Nearly)]
    [InlineData("Ben Ali", "A. Ben / Aly", NameComparison.Nearly)]
    [InlineData("Ben Ali", "A. Bin / Aly", NameComparison.Differs)]
    [InlineData("van den Berg", "KW Berg", NameComparison.Differs)]
    [InlineData("Berg", "\u0410\u043D\u0442\u043E\u043D \u0411\u0443\u0440\u0433", NameComparison.Nearly)]
    [InlineData("O'Brien", "A. O'Brein", NameComparison.Nearly)]
    [InlineData("O'Brien", "KW O'Brien", NameComparison.Differs)]
    [InlineData("O'Brien", "Sean Brien", NameComparison.Differs)]
    [InlineData("ODonnell", "A. O'Doneel", NameComparison.Nearly)]
    [InlineData("Vries", "A. O'Brien", NameComparison.Differs)]
    [InlineData("Arcy", "A'Arcy", NameComparison.Nearly)]
    [InlineData("Smit-Jansen", "Bram Jansen", NameComparison.Nearly)]
    [InlineData("Smit-Jansen", "B. Jansen", NameComparison.Differs)]
    [InlineData("Smit-Jansen", "A. Smit / Jansen", NameComparison.Nearly)]
    [InlineData("Berg", "Berg & Berg", NameComparison.Differs)]
    [InlineData("\u03A0\u03B1\u03C0\u03AC\u03C2", "A. Papas", NameComparison.Nearly)]
    [InlineData("Papas", "P. Jansen, zoon van \u03A0\u03B1\u03C0\u03AC\u03C2", NameComparison.Nearly)]
    public void Compare_SurnameInOneWordOrSeveral_NearlyFitsWhenItMayBeTheSame(
        string surname, string requested, NameComparison expected) =>
        Assert.Equal(expected, Compare(new PartyName(surname, null, "A."), requested));

    [Fact]
    public void Compare_RegisteredInGreekAndWrittenInLatin_IsNearly() => Assert.Equal(
        NameComparison.Nearly, Compare(new PartyName("\u03A0\u03B1\u03C0\u03AC\u03C2", null, "\u039D."), "N. Papas"));

    [Theory]
    [InlineData("", "van", "A. van")]
    [InlineData("", "van", "van van")]
    [InlineData("-", null, "A.")]
    public void Compare_NoSurnameRegistered_NeverFits(string surname, string? prefix, string requested) =>
        Assert.Equal(NameComparison.Differs, Compare(new PartyName(surname, prefix, "A."), requested));

    [Theory]
    [InlineData("mevr mevrouw dhr heer meneer juffrouw mr miss")]
    [InlineData("drs dr ir ing prof ds bc msc phd")]
    [InlineData("jhr jkvr baron pastor sir madame monsieur herr frau")]
    public void Compare_TitleBeforeTheName_Fits(string titles) => Assert.All(
        titles.Split(' '),
        title => Assert.Equal(NameComparison.Fits, Compare(Sample.Anna.Name, $"{title} van den Berg")));

    [Theory]
    [InlineData("van von vom de der het ter ten te tot in op aan over onder bij uit voor")]
    [InlineData("le la les du des dos da di do del della el")]
    [InlineData("dochter zoon kinderen moeder vader ouders partner echtgenoot echtgenote vrouw man")]
    [InlineData("weduwe weduwnaar erven erfgenamen nabestaanden broer zus buurman buurvrouw vriend vriendin")]
    [InlineData("mantelzorger begeleider contactpersoon gemachtigde vertegenwoordiger")]
    [InlineData("bewindvoerder curator mentor namens betreft inzake tav pa co obv tnv")]
    [InlineData("fam familie gezin echtpaar huishouden bewoner bewoners huurder")]
    [InlineData("stichting vereniging bv nv vof cv gemeente kantoor advocaten leger")]
    [InlineData("en ende and und et ofwel of")]
    public void Compare_WordThatIsNoGivenName_NeverFits(string words) => Assert.All(
        words.Split(' '),
        word => Assert.Equal(NameComparison.Nearly, Compare(Sample.Anna.Name, $"Anna {word} Berg")));

    private static NameComparison Compare(PartyName registered, string requested) =>
        NameMatching.Compare(requested, Sample.Anna with { Name = registered });
}
