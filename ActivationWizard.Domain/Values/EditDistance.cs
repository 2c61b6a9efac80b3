namespace ActivationWizard.Domain.Values;

/// <summary>How many letters have to be put in, left out or replaced to make one text another.</summary>
public static class EditDistance
{
    /// <summary>
    /// True when at most <paramref name="most"/> edits apart, and something of the shorter text stays: two texts of two letters
    /// that share none are not near.
    /// </summary>
    public static bool IsWithin(string one, string other, int most)
    {
        var shorter = Math.Min(one.Length, other.Length);
        if (Math.Abs(one.Length - other.Length) > most)
            return false;

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var diagonal = row[0];
            row[0] = at;
            for (var column = 1; column <= other.Length; column++)
            {
                var replaced = diagonal + (one[at - 1] == other[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[^1] <= most && row[^1] < shorter;
    }
}
