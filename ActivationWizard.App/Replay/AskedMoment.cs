using System.Globalization;
using System.Numerics;

namespace ActivationWizard.App.Replay;

/// <summary>The event that an address asks for.</summary>
/// <param name="Sequence">The one to show, from 1 to the number of events.</param>
/// <param name="Refused">What the address said, cut short, when that is no event of the case; null when it is, or said
/// nothing.</param>
public sealed record AskedMoment(int Sequence, string? Refused)
{
    private const int LongestEcho = 40;

    /// <summary>
    /// Reads <c>?stap=</c>: nothing is the first event; what is too small, too great or no number at all is the nearest there is.
    /// </summary>
    public static AskedMoment Read(string? text, int count)
    {
        if (string.IsNullOrEmpty(text))
            return new AskedMoment(1, null);
        if (text.Length > LongestEcho
            || !BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var asked))
            return new AskedMoment(1, Echo(text));

        var nearest = (int)BigInteger.Clamp(asked, 1, count);
        return new AskedMoment(nearest, nearest == asked ? null : Echo(text));
    }

    private static string Echo(string text) => text.Length > LongestEcho ? $"{text[..LongestEcho]}…" : text;
}
