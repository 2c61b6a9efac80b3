using System.Globalization;
using System.Text;
using ActivationWizard.Domain.Values;
using AnyAscii;

namespace ActivationWizard.Tests.Domain.Values;

/// <summary>One folding for names, words and addresses.</summary>
public sealed class FoldingTests
{
    [Theory]
    [InlineData("Z. Y\u0131ld\u0131z", "zyildiz")]
    [InlineData("YILDIRIM", "yildirim")]
    [InlineData("Y\u0131ld\u0131r\u0131m", "yildirim")]
    [InlineData("M\u00FCller", "muller")]
    [InlineData("Mu\u0308ller", "muller")]
    [InlineData("S\u00F8rensen \u00C5s\u00E6ther", "sorensenasaether")]
    [InlineData("\u0141ukasz \u0110or\u0111evi\u0107", "lukaszdordevic")]
    [InlineData("\u0152uvre \u00DE\u00F3r Wei\u00DF WEI\u1E9E", "oeuvrethorweissweiss")]
    [InlineData("O'Brien", "obrien")]
    [InlineData("O\u2019Brien", "obrien")]
    [InlineData("O\u2018Brien", "obrien")]
    [InlineData("O\u02BCBrien", "obrien")]
    [InlineData("O\u00B4Brien", "obrien")]
    [InlineData("O`Brien", "obrien")]
    [InlineData("\u202EJan\u200Bsen\uFEFF\u3164\uFE0F", "jansen")]
    [InlineData("Jansen\uD83D", "jansen")]
    [InlineData("\u041F\u0435\u0442\u0440\u043E\u0432", "\u043F\u0435\u0442\u0440\u043E\u0432")]
    [InlineData("\uD835\uDC00nna", "anna")]
    [InlineData("?!", "")]
    [InlineData(null, "")]
    public void Of_Text_IsItsLettersAndDigitsFolded(string? text, string folded)
    {
        Assert.Equal(folded, Folding.Of(text));
        Assert.Equal(folded, Folding.Of(folded));
    }

    [Theory]
    [InlineData("\u0391\u03B8\u03B7\u03BD\u03AC \u03A0\u03B1\u03C0\u03AC\u03C2", "athinapapas")]
    [InlineData("\u041C\u0430\u0440\u0438\u044F \u041F\u0435\u0442\u0440\u043E\u0432\u0430", "mariyapetrova")]
    [InlineData("Y\u0131ld\u0131z", "yildiz")]
    public void Romanised_OtherScripts_AreInLatinLetters(string text, string expected) =>
        Assert.Equal(expected, Folding.Romanised(text));

    [Theory]
    [InlineData("J.Jansen-de\u00A0Vries", "j jansen de vries")]
    [InlineData("O'Brien", "o brien")]
    [InlineData("Jan\u200Bsen", "jansen")]
    [InlineData("12-A/III", "12 a iii")]
    [InlineData("- \uD83D\uDE00 .", "")]
    public void WordsOf_Text_AreParted(string text, string words) => Assert.Equal(words, string.Join(' ', Folding.WordsOf(text)));

    [Fact]
    public void Of_LatinLetterThatDoesNotDecompose_IsWhatAnyAsciiMakesOfIt()
    {
        var wrong = Letters(
            [(0xAA, 0x2AF), (0x1D00, 0x1DBF), (0x1E00, 0x1EFF), (0x2C60, 0x2C7F), (0xA720, 0xA7FF), (0xAB30, 0xAB6F)])
            .Where(letter => Folding.Of(letter) != Transliterated(letter));

        Assert.Empty(wrong);
    }

    [Fact]
    public void Romanised_GreekOrCyrillicLetter_IsWhatAnyAsciiMakesOfIt()
    {
        var wrong = Letters([(0x370, 0x3FF), (0x400, 0x52F)])
            .Where(letter => Folding.Romanised(letter) != Transliterated(letter));

        Assert.Empty(wrong);
    }

    // Small letters that stay as they are under NFKD and case folding: those that need a table.
    private static IEnumerable<string> Letters((int First, int Last)[] ranges) => ranges
        .SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1))
        .Select(code => new Rune(code))
        .Where(rune => Rune.IsLetter(rune) && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.ModifierLetter)
        .Select(rune => rune.ToString())
        .Where(letter => letter.IsNormalized(NormalizationForm.FormKD))
        .Where(letter => string.Equals(letter.ToUpperInvariant().ToLowerInvariant(), letter, StringComparison.Ordinal));

    // The letters and digits of it; a letter for which it has none keeps itself.
    private static string Transliterated(string letter) =>
        string.Concat(letter.Transliterate().ToLowerInvariant().Where(char.IsAsciiLetterLower)) is { Length: > 0 } ascii
            ? ascii : letter;
}
