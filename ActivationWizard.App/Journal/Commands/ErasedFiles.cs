using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>What erased cases left in files: the mails of a demonstration, each named by its case.</summary>
public sealed class ErasedFiles(JournalPlace place)
{
    private const string Folder = "mail";
    private const string Prefix = "AW-";

    /// <summary>Deletes them; how many there were. Throws <see cref="IOException"/> when one cannot be deleted.</summary>
    public int Delete(IEnumerable<CaseNumber> cases)
    {
        var folder = new DirectoryInfo(place.FileNamed(Folder));
        if (!folder.Exists)
            return 0;
        var erased = cases.Select(number => $"{number}").ToHashSet(StringComparer.Ordinal);
        var files = folder.GetFiles($"{Prefix}*.eml").Where(file => erased.Contains(NumberIn(file.Name))).ToList();
        files.ForEach(file => file.Delete());
        return files.Count;
    }

    // AW-2026-00412-017-…: the year and the ordinal.
    private static string NumberIn(string name) =>
        name.Split('-') is [_, var year, var ordinal, _, ..] ? $"{year}-{ordinal}" : "";
}
