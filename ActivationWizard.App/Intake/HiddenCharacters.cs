using System.Globalization;
using System.Text;

namespace ActivationWizard.App.Intake;

/// <summary>
/// Characters that change what text means without being seen: control characters, text-direction overrides, zero-width spaces,
/// halves of a character.
/// </summary>
public static class HiddenCharacters
{
    // Joiners are part of how some names and signs are written.
    private const string Joiners = "\u200C\u200D";

    /// <summary>True when the text holds one that is not in <paramref name="except"/>.</summary>
    public static bool AreIn(string text, string except = "")
    {
        for (var index = 0; index < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, index, out var rune))
                return true;
            if (IsHidden(rune) && !except.Contains((char)rune.Value, StringComparison.Ordinal))
                return true;
            index += rune.Utf16SequenceLength;
        }

        return false;
    }

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => !(rune.IsBmp && Joiners.Contains((char)rune.Value, StringComparison.Ordinal)),
        _ => false,
    };
}
