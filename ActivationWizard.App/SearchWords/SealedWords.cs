using System.Security.Cryptography;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace ActivationWizard.App.SearchWords;

/// <summary>
/// Seals what a person searches tenants by, so that it may stand in an address: whoever finds the address in a browser's history
/// or a proxy's log reads nothing in it. It opens for that person alone, at every instance, for as long as a session lasts at
/// most.
/// </summary>
public sealed class SealedWords(IDataProtectionProvider protection, SessionSettings session, TimeProvider time)
{
    /// <summary>The query value that is sealed, the one of its kind.</summary>
    public const string QueryName = "gezocht";

    /// <summary>Stands there in place of words that came in clear; nothing that was ever sealed.</summary>
    public const string Unreadable = "opnieuw";

    /// <summary>
    /// The most characters of one text: more than may be searched by, so that what is too long stays too long, and few enough for
    /// an address.
    /// </summary>
    public const int Longest = 300;

    private readonly IDataProtector _protector = protection.CreateProtector("words of a search");

    /// <summary>What was typed, by the names of its fields; a text that is longer than <see cref="Longest"/> is cut.</summary>
    public string Seal(Actor reader, IEnumerable<KeyValuePair<string, string>> words)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        // By the app's own clock: the framework's time-limited protector goes by the machine's.
        writer.Write((time.GetUtcNow() + session.Limit).ToUnixTimeSeconds());
        foreach (var (name, text) in words)
        {
            writer.Write(name);
            writer.Write(text[..Math.Min(text.Length, Longest)]);
        }

        writer.Flush();
        return WebEncoders.Base64UrlEncode(Of(reader).Protect(bytes.ToArray()));
    }

    /// <summary>
    /// What was sealed, by the names of its fields; null for what is somebody else's, too old, changed, or was never sealed.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Open(Actor reader, string given)
    {
        try
        {
            using var bytes = new MemoryStream(Of(reader).Unprotect(WebEncoders.Base64UrlDecode(given)));
            using var from = new BinaryReader(bytes);
            if (DateTimeOffset.FromUnixTimeSeconds(from.ReadInt64()) <= time.GetUtcNow())
                return null;
            var words = new Dictionary<string, string>();
            while (bytes.Position < bytes.Length)
                words[from.ReadString()] = from.ReadString();
            return words;
        }
        catch (Exception cause) when (cause is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>The address of a page that is searched by one text.</summary>
    public string AddressOf(string page, Actor reader, string name, string text) =>
        QueryHelpers.AddQueryString(page, QueryName, Seal(reader, [new(name, text)]));

    private IDataProtector Of(Actor reader) => _protector.CreateProtector(reader.Id);
}
