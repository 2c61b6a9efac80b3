using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace ActivationWizard.Domain.Values;

/// <summary>
/// A Dutch telephone number of ten digits, however it is written: <c>06-12345678</c>, <c>+31 6 1234 5678</c>,
/// <c>0031 (0)6 12 34 56 78</c>.
/// </summary>
public sealed partial record TelephoneNumber : IParsedValue<TelephoneNumber>
{
    /// <summary>In characters, signs included.</summary>
    public const int LongestText = 30;

    private const string Mobile = "06";

    private readonly string _digits;

    private TelephoneNumber(string digits) => _digits = digits;

    /// <summary>As any telephone dials it: <c>+31612345678</c>.</summary>
    public string International => $"+31{_digits[1..]}";

    /// <summary>The ways in which registers write it, the likeliest first.</summary>
    public IReadOnlyList<string> WrittenForms => _digits.StartsWith(Mobile, StringComparison.Ordinal)
        ? [_digits, Parted(2), International]
        : [_digits, Parted(3), Parted(4), International];

    /// <inheritdoc />
    public static bool TryParse(string? text, [NotNullWhen(true)] out TelephoneNumber? value)
    {
        value = null;
        if (text is null || text.Length > LongestText || Pattern().Match(TypedText.Plain(text)) is not { Success: true } match)
            return false;

        var digits = string.Concat(match.Groups["rest"].Value.Where(char.IsAsciiDigit));
        if (digits is { Length: 9 } && digits[0] is not '0')
            value = new TelephoneNumber($"0{digits}");
        return value is not null;
    }

    /// <summary>The ten digits.</summary>
    public override string ToString() => _digits;

    private string Parted(int at) => $"{_digits[..at]}-{_digits[at..]}";

    [GeneratedRegex(@"\A(((\+|00) ?31[ .\-]*(\(0\))?)|(\(?0))(?<rest>[0-9 .()\-]+)\z")]
    private static partial Regex Pattern();
}
