namespace ActivationWizard.Integrations.Settings;

/// <summary>Finds the word that somebody meant.</summary>
public static class Spelling
{
    /// <summary>
    /// The known word that takes the fewest changed, missing, added or swapped letters, whatever their case; the first of
    /// several. Null when nothing is known.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known.MinBy(one => Distance(word, one));

    /// <summary>
    /// How many letters differ: changed, missing, added, or swapped with their neighbour. Letter case does not count.
    /// </summary>
    public static int Distance(string one, string other)
    {
        var (a, b) = (one.ToUpperInvariant(), other.ToUpperInvariant());
        var lines = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            lines[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            lines[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = lines[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                lines[i, j] = Math.Min(changed, Math.Min(lines[i - 1, j], lines[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    lines[i, j] = Math.Min(lines[i, j], lines[i - 2, j - 2] + 1);
            }
        }

        return lines[a.Length, b.Length];
    }
}
