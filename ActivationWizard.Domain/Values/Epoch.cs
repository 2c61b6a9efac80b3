using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ActivationWizard.Domain.Values;

/// <summary>
/// A stretch of an installation's life in which no case number and no sequence is given twice: from its first start, or from
/// going back in time, until it goes back again. Both parts are random, so that a pilot, a test and a restored copy never share
/// one: <c>K7MPQX-3XT9</c>, of digits and capitals that nobody mistakes for another. Nothing personal.
/// </summary>
[JsonConverter(typeof(ParsedValueConverter<Epoch>))]
public sealed partial record Epoch : IParsedValue<Epoch>
{
    /// <summary>The length of its text.</summary>
    public const int Length = InstallationLength + 1 + NameLength;

    /// <summary>How it is written, as a regular expression.</summary>
    internal const string Form = "[2-9B-DF-HJKMNP-TV-XZ]{6}-[2-9B-DF-HJKMNP-TV-XZ]{4}";

    // No vowels, so that it spells nothing, and none of 0, 1, L and Y.
    private const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXZ";
    private const int InstallationLength = 6;
    private const int NameLength = 4;

    private Epoch(string text) => (Installation, Name) = (text[..InstallationLength], text[(InstallationLength + 1)..]);

    /// <summary>Six characters that are the installation's for life.</summary>
    public string Installation { get; }

    /// <summary>Four characters that are this epoch's.</summary>
    public string Name { get; }

    /// <summary>The first epoch of a new installation.</summary>
    public static Epoch First() => new($"{Random(InstallationLength)}-{Random(NameLength)}");

    /// <summary>The next epoch of this installation.</summary>
    public Epoch Next()
    {
        var next = new Epoch($"{Installation}-{Random(NameLength)}");
        return next == this ? Next() : next;
    }

    /// <inheritdoc />
    public static bool TryParse(string? text, [NotNullWhen(true)] out Epoch? value)
    {
        value = text is not null && Pattern().IsMatch(text) ? new Epoch(text) : null;
        return value is not null;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Installation}-{Name}";

    private static string Random(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    [GeneratedRegex(@"\A" + Form + @"\z", RegexOptions.ECMAScript)]
    private static partial Regex Pattern();
}
