using System.Reflection;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// A case's summary and the words it is found by, held against what its events come to. Names columns, never values.
/// </summary>
internal static class SummaryComparison
{
    // The head is sealed and verified with the chain; that a case was erased stands in its erasure as well; nobody reads what an
    // earlier version wrote to be found by.
    private static readonly HashSet<string> Elsewhere =
    [
        nameof(SummaryRow.Case), nameof(SummaryRow.Version), nameof(SummaryRow.HeadHash), nameof(SummaryRow.HeadSeal),
        nameof(SummaryRow.KeyId), nameof(SummaryRow.RulesVersion), nameof(SummaryRow.ErasedAt), nameof(SummaryRow.PartyId),
        nameof(SummaryRow.Household), nameof(SummaryRow.Search),
    ];

    // All others, also those that are added one day.
    private static readonly PropertyInfo[] Columns =
        [.. typeof(SummaryRow).GetProperties().Where(column => !Elsewhere.Contains(column.Name))];

    /// <summary>Of a case that was read whole.</summary>
    public static IEnumerable<RecordBreak> Of(
        CaseRecords records, RawCase raw, ActivationCase activation, CasePseudonyms pseudonyms)
    {
        var (row, last, summary) = (records.Summary!, records.Events[^1], CaseSummary.Of(activation));
        var expected = SummaryColumns.Of(summary, pseudonyms);
        foreach (var column in Columns.Where(column =>
            !Equals(column.GetValue(row), column.GetValue(expected)) && !IsOfEarlierVersion(column, row, raw, pseudonyms)))
            yield return Changed(column.Name);

        // An earlier version wrote both in clear.
        if (row.PartyId != expected.PartyId && row.PartyId != summary.PartyId)
            yield return Changed(nameof(SummaryRow.PartyId));
        // A case of a version that kept no household has none, unless a code went out: it is of no use to others.
        if (row.Household != expected.Household && row.Household != summary.Household
            && (row.Household is not null || row.CodeSentAt is not null))
            yield return Changed(nameof(SummaryRow.Household));
        if (row.KeyId != last.KeyId)
            yield return Changed(nameof(SummaryRow.KeyId));
        // An imported case has the version of its verdict, or none; its events have those they were written with.
        if (row.RulesVersion != (activation.Verdict?.RulesVersion ?? last.RulesVersion)
            && (row.RulesVersion is not null || activation.Verdict is not null))
            yield return Changed(nameof(SummaryRow.RulesVersion));
        var words = WordsOf(activation, pseudonyms);
        // What ended in an earlier version beside this one gets them at the next start.
        if (!words.SetEquals(records.Words) && !(records.Words.Count is 0 && records.HasEarlierWords)
            && !AreOfEarlierEnds(records.Words, words, raw, activation, pseudonyms))
            yield return new RecordBreak(activation.Number, RecordFault.WordsChanged);

        RecordBreak Changed(string column) => new(activation.Number, RecordFault.SummaryChanged, column);
    }

    // An earlier version beside this one keeps none of these, until the next start: it leaves what stood there.
    private static bool IsOfEarlierVersion(PropertyInfo column, SummaryRow row, RawCase raw, CasePseudonyms pseudonyms) =>
        column.Name is nameof(SummaryRow.Waited) or nameof(SummaryRow.Handled) or nameof(SummaryRow.StateSince)
        && (column.GetValue(row) is not { } kept || Foldings(raw).Any(
            earlier => Equals(kept, column.GetValue(SummaryColumns.Of(CaseSummary.Of(earlier), pseudonyms)))));

    // The case after its first event, its second, and so on.
    private static IEnumerable<ActivationCase> Foldings(RawCase raw)
    {
        var folded = ActivationCase.Open(raw.Entries[0]);
        yield return folded;
        foreach (var entry in raw.Entries.Skip(1))
            yield return folded = folded.After(entry);
    }

    private static HashSet<string> WordsOf(ActivationCase activation, CasePseudonyms pseudonyms) => activation.State.IsFinal
        ? [.. pseudonyms.WordsOf(SummaryColumns.Of(CaseSummary.Of(activation), pseudonyms)).Select(word => word.Pseudonym)]
        : [];

    // A case that was opened again keeps what it was found by, and what it ends with is added to that.
    private static bool AreOfEarlierEnds(
        IReadOnlyList<string> found, HashSet<string> now, RawCase raw, ActivationCase activation, CasePseudonyms pseudonyms)
    {
        if (!activation.HasEnded || !now.IsSubsetOf(found))
            return false;
        var known = Foldings(raw).SelectMany(earlier => WordsOf(earlier, pseudonyms)).ToHashSet();
        return known.IsSupersetOf(found);
    }

    /// <summary>
    /// Of a case that was erased: that nothing is left which erasing takes away, and that the rest is its events'.
    /// </summary>
    public static IEnumerable<RecordBreak> OfErased(CaseRecords records, CaseNumber number)
    {
        if (records.Summary is not { } row)
            yield break;
        (string Name, bool IsThere)[] gone =
        [
            (nameof(row.Name), row.Name.Length > 0),
            (nameof(row.Address), row.Address.Length > 0),
            (nameof(row.Search), row.Search.Length > 0 && row.Search != number.ToString()),
            (nameof(row.SortName), row.SortName.Length > 0),
            (nameof(row.PartyId), row.PartyId is not null),
            (nameof(row.Household), row.Household is not null),
            (nameof(JournalContext.WordPseudonyms), records.Words.Count > 0),
            (nameof(JournalContext.Comments), records.Comments.Count > 0),
            (nameof(JournalContext.Drafts), records.Drafts.Count > 0),
        ];
        foreach (var (name, _) in gone.Where(one => one.IsThere))
            yield return new RecordBreak(number, RecordFault.NotErased, name);
        (string Name, bool IsRight)[] kept =
        [
            (nameof(row.OpenedAt), records.Events is [var first, ..] && row.OpenedAt == first.At),
            (nameof(row.ChangedAt), records.Events is [.., var last] && row.ChangedAt == last.At),
            (nameof(row.CompletedAt), row.CompletedAt is not null),
            (nameof(row.ErasedAt), row.ErasedAt is not null && row.ErasedAt == (records.Erasure?.At ?? row.ErasedAt)),
        ];
        foreach (var (name, _) in kept.Where(one => !one.IsRight))
            yield return new RecordBreak(number, RecordFault.SummaryChanged, name);
    }
}
