using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ActivationWizard.App.Journal.Encryption;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// What stands in the database in place of a tenant's names and of the words that a case is found by: keyed hashes, from which
/// nobody who has not the master key goes back. Equal names are equal, and the beginning of a word is the beginning of its
/// pseudonym.
/// </summary>
public sealed class CasePseudonyms(MasterKey master)
{
    /// <summary>What the pseudonym of a tenant's name begins with, and no name does.</summary>
    public const string Mark = ":";

    /// <summary>Words that are equal in so many characters are taken for equal.</summary>
    public const int MostCharacters = 24;

    // Of the hash of each beginning: two words that differ in one character have the same in one of 16 million pairs.
    private const int BytesOfBeginning = 3;

    private const int BytesOfName = 16;

    /// <summary>In place of one of a tenant's names, see <see cref="Domain.Facts.TenantKeys"/>: 23 characters.</summary>
    public string OfTenant(string name) => Mark + Base64Url.EncodeToString(
        HMACSHA256.HashData(master.KeyOfPseudonyms("tenants of cases"), Encoding.UTF8.GetBytes(name)).AsSpan(0, BytesOfName));

    /// <summary>The same for what an earlier version wrote: a pseudonym, null and empty stay what they are.</summary>
    public string? Kept(string? name) =>
        string.IsNullOrEmpty(name) || name.StartsWith(Mark, StringComparison.Ordinal) ? name : OfTenant(name);

    /// <summary>
    /// What a finished case is found by, each once. The words of its number are of a sort of their own: the number stands beside
    /// them in clear, and would tell which digits the pseudonyms of postcodes stand for.
    /// </summary>
    public IReadOnlyList<WordPseudonymRow> WordsOf(SummaryRow summary)
    {
        var (words, numbers) = (KeyOfWords, KeyOfNumbers);
        return
        [
            .. SearchText.WordsOf(summary.Name, summary.Address).Select(word => Of(words, word))
                .Concat(SearchText.NumbersOf(CaseKey.NumberOf(summary.Case).ToString()).Select(word => Of(numbers, word)))
                .Distinct()
                .Select(pseudonym => new WordPseudonymRow { Case = summary.Case, Pseudonym = pseudonym }),
        ];
    }

    /// <summary>What the pseudonyms begin with of cases that this beginning of a word finds.</summary>
    public IReadOnlyList<string> Beginnings(string word) => word.All(char.IsAsciiDigit)
        ? [Of(KeyOfWords, word), Of(KeyOfNumbers, word)]
        : [Of(KeyOfWords, word)];

    private byte[] KeyOfWords => master.KeyOfPseudonyms("words of cases");

    private byte[] KeyOfNumbers => master.KeyOfPseudonyms("numbers of cases");

    // Three bytes are four characters: one beginning after the other is one text of which each is a beginning.
    private static string Of(byte[] key, string word)
    {
        var text = Encoding.Unicode.GetBytes(word);
        var characters = Math.Min(word.Length, MostCharacters);
        var made = new byte[characters * BytesOfBeginning];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        for (var at = 0; at < characters; at++)
        {
            HMACSHA256.HashData(key, text.AsSpan(0, (at + 1) * sizeof(char)), hash);
            hash[..BytesOfBeginning].CopyTo(made.AsSpan(at * BytesOfBeginning));
        }

        return Base64Url.EncodeToString(made);
    }
}
