using System.Text.RegularExpressions;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Search;

/// <summary>What a typed text may be: each is a way to look somebody up in Viewpoint.</summary>
public abstract partial record TenantClue
{
    // A relatienummer is no sentence, and an intake takes no longer one.
    private const int LongestCode = 20;
    private const int MostStreets = 2;

    private TenantClue()
    {
    }

    /// <summary>Who lives there, or did.</summary>
    public sealed record At(AddressKey Address) : TenantClue;

    /// <summary>A street and a house number.</summary>
    public sealed record InStreet(string Street, HouseNumber Number) : TenantClue;

    /// <summary>A mail address.</summary>
    public sealed record Mailed(EmailAddress Email) : TenantClue;

    /// <summary>A telephone number.</summary>
    public sealed record Called(TelephoneNumber Number) : TenantClue;

    /// <summary>A relatienummer.</summary>
    public sealed record Coded(string Code) : TenantClue;

    /// <summary>A name.</summary>
    public sealed record Named(string Name) : TenantClue;

    /// <summary>All that the text may be; nothing for the number of a case, and for what is none of these.</summary>
    public static IReadOnlyList<TenantClue> Of(string text)
    {
        var plain = TypedText.Plain(text);
        if (EmailAddress.TryParse(plain, out var email))
            return [new Mailed(email)];
        if (AddressIn(plain) is { } address)
            return [new At(address)];
        if (CaseNumber.TryParse(plain, out _))
            return [];
        if (!plain.Any(char.IsDigit))
            return [new Named(text)];

        var clues = new List<TenantClue>();
        if (TelephoneNumber.TryParse(plain, out var telephone))
            clues.Add(new Called(telephone));
        if (plain.Length <= LongestCode && CodeForm().IsMatch(plain))
            clues.Add(new Coded(plain));
        clues.AddRange(StreetsIn(plain).Take(MostStreets));
        return clues;
    }

    private static AddressKey? AddressIn(string text) =>
        AddressForm().Match(text) is { Success: true } match
        && Postcode.TryParse(match.Groups["postcode"].Value, out var postcode)
        && HouseNumber.TryParse(match.Groups["number"].Value, out var number)
            ? new AddressKey(postcode, number)
            : null;

    // The last number is the house's, unless nobody is there: Plein 1944 12. A town behind a comma says nothing more.
    private static IEnumerable<InStreet> StreetsIn(string text)
    {
        var line = text.Split(',')[0].TrimEnd();
        for (var at = line.Length - 1; at > 0; at--)
        {
            if (char.IsAsciiDigit(line[at]) && line[at - 1] is ' ' && line[..at].Any(char.IsLetter)
                && HouseNumber.TryParse(line[at..], out var number))
                yield return new InStreet(ShortForm().Replace(line[..at].Trim(), "${before}straat"), number);
        }
    }

    [GeneratedRegex(@"\A(?<postcode>[1-9]( ?[0-9]){3}( ?[A-Za-z]){2})[\s,]*(?<number>[0-9].{0,20})\z")]
    private static partial Regex AddressForm();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9.\-]*\z")]
    private static partial Regex CodeForm();

    // Merelstr. is Merelstraat.
    [GeneratedRegex(@"(?<before>\p{L})str\.?\z", RegexOptions.IgnoreCase)]
    private static partial Regex ShortForm();
}
