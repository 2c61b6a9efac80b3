using System.Security.Cryptography;
using System.Text;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.Tests.Journal;

/// <summary>What stands in place of words and tenants: found by the beginning of a word, and by nobody without the key.</summary>
public sealed class CasePseudonymsTests
{
    private static readonly CasePseudonyms Pseudonyms = new(KeyOf("one"));

    [Theory]
    [InlineData("Anna van der Jansen", "annavanderjansen")]
    [InlineData("Anna van der Jansen", "jansen")]
    [InlineData("S. O'Brien", "brien")]
    [InlineData("\U00020BB7\u91CE", "\U00020BB7\u91CE")]
    [InlineData("Hottentottentententoonstellingsmaker", "hottentottentententoonstellingsmaker")]
    [InlineData("Dorpsstraat 12, 5612AB", "125612ab")]
    public void Beginnings_EachOfAWord_FindTheCaseAndTheNextLetterOfAnotherDoesNot(string name, string word)
    {
        var own = WordsOf(name, "");

        foreach (var length in Enumerable.Range(1, word.Length).Where(length => !char.IsHighSurrogate(word[length - 1])))
        {
            Assert.Contains(own, one => one.StartsWith(Pseudonyms.Beginnings(word[..length])[0], StringComparison.Ordinal));
            if (length < CasePseudonyms.MostCharacters)
                Assert.DoesNotContain(
                    own, one => one.StartsWith(Pseudonyms.Beginnings(word[..length] + "~")[0], StringComparison.Ordinal));
        }

        Assert.All(own, one => Assert.Matches("^[A-Za-z0-9_-]+$", one));
        Assert.All(
            own.Where(one => one.Length > 4), one => Assert.DoesNotContain(one, new CasePseudonyms(KeyOf("two")).WordsOf(
                Row(name, "")).Select(row => row.Pseudonym)));
    }

    [Fact]
    public void WordsOf_WordsThatDifferBeyondWhatIsCompared_AreOne()
    {
        // From each word on it is the same letters, fewer of them.
        var own = WordsOf(string.Join(' ', Enumerable.Repeat("a", 40)), "");

        Assert.Equal(own.Count, own.Distinct().Count());
        Assert.Equal(4 * CasePseudonyms.MostCharacters, own.Max(one => one.Length));
    }

    [Fact]
    public void Beginnings_OfDigits_AreOthersForTheNumberThanForThePostcode()
    {
        var own = WordsOf("", "1234 AB 56");

        var asked = Pseudonyms.Beginnings("1234");

        Assert.Equal(2, asked.Distinct().Count());
        Assert.Single(own, one => one.StartsWith(asked[0], StringComparison.Ordinal));
        Assert.DoesNotContain(own, one => one.StartsWith(asked[1], StringComparison.Ordinal));
        Assert.Contains(own, one => one == Pseudonyms.Beginnings("412")[1]);
        Assert.Single(Pseudonyms.Beginnings("12a"));
    }

    [Fact]
    public void OfTenant_OneName_IsTheSameAndAnothersIsNot()
    {
        Assert.Equal(Pseudonyms.OfTenant("4711"), Pseudonyms.OfTenant("4711"));
        Assert.NotEqual(Pseudonyms.OfTenant("4711"), Pseudonyms.OfTenant("4712"));
        Assert.NotEqual(Pseudonyms.OfTenant("4711"), new CasePseudonyms(KeyOf("two")).OfTenant("4711"));
        Assert.Matches("^:[A-Za-z0-9_-]{22}$", Pseudonyms.OfTenant("adres 5612AB 12-A/III"));
        string?[] kept = [null, "", Pseudonyms.OfTenant("4711")];
        Assert.Equal(kept, kept.Select(Pseudonyms.Kept));
        Assert.Equal(kept[2], Pseudonyms.Kept("4711"));
    }

    private static IReadOnlyList<string> WordsOf(string name, string address) =>
        [.. Pseudonyms.WordsOf(Row(name, address)).Select(row => row.Pseudonym)];

    private static SummaryRow Row(string name, string address) =>
        new() { Case = CaseKey.Of(2026, 412), Name = name, Address = address };

    private static MasterKey KeyOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
