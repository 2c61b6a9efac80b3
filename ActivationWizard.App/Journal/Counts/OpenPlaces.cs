using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Counts;

/// <summary>The pages that people have open, as the instances have written them down.</summary>
internal static class OpenPlaces
{
    /// <summary>How many each of these has; <paramref name="subjects"/> are by their pseudonyms.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> ReadAsync(
        IDbContextFactory<JournalContext> contexts, IReadOnlyDictionary<string, string> subjects)
    {
        var names = subjects.Keys.ToList();
        await using var context = await contexts.CreateDbContextAsync();
        // Those of an instance that is gone are forgotten within a minute.
        var counts = await context.OpenPages.Where(row => names.Contains(row.Subject)).GroupBy(row => row.Subject)
            .Select(rows => new { Name = rows.Key, Count = rows.Sum(row => row.Count) }).ToListAsync();
        return counts.ToDictionary(one => subjects[one.Name], one => one.Count);
    }
}
