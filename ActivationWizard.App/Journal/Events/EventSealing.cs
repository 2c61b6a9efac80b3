using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;

namespace ActivationWizard.App.Journal.Events;

/// <summary>Turns events into rows: encrypted, chained, sealed.</summary>
public sealed class EventSealing(HashChain chain, CasePseudonyms pseudonyms)
{
    // Tells apart who wrote, when several instances share one journal.
    private static readonly string Instance = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>
    /// The rows of the entries after the head, the summary row that follows from them, and the head after them. What was written
    /// by another installation keeps its <paramref name="written"/> instance and rules version. The first event of a case has the
    /// pseudonym of the <paramref name="intake"/> key that its request came with.
    /// </summary>
    public (IReadOnlyList<EventRow> Events, SummaryRow Summary, CaseHead Head) Seal(
        CaseHead head,
        IReadOnlyList<RecordedEvent> entries,
        ActivationCase after,
        Func<int, (string Instance, string? RulesVersion)>? written = null,
        string? intake = null)
    {
        var rulesVersion = after.Verdict?.RulesVersion ?? head.RulesVersion;
        var rows = new List<EventRow>(entries.Count);
        foreach (var entry in entries)
        {
            var row = RowOf(entry, head, written?.Invoke(entry.Sequence) ?? (Instance, rulesVersion), intake);
            rows.Add(row);
            head = head with { Version = entry.Sequence, Hash = row.Hash, RulesVersion = rulesVersion };
        }

        var summary = SummaryColumns.Of(CaseSummary.Of(after), pseudonyms);
        summary.HeadHash = head.Hash;
        summary.HeadSeal = chain.SealOf(summary.Case, head.Version, head.Hash);
        summary.KeyId = head.Key.Id;
        summary.RulesVersion = rulesVersion;
        return (rows, summary, head);
    }

    /// <summary>What the case of a summary is found by; nothing while it is open.</summary>
    public IReadOnlyList<WordPseudonymRow> WordsOf(SummaryRow summary) =>
        summary.CompletedAt is null ? [] : pseudonyms.WordsOf(summary);

    private EventRow RowOf(RecordedEvent entry, CaseHead head, (string Instance, string? RulesVersion) by, string? intake)
    {
        var (@case, kind) = (CaseKey.Of(entry.Number), JournalNames.Of(entry.Event));
        var row = new EventRow
        {
            Case = @case,
            Sequence = entry.Sequence,
            Kind = kind,
            SchemaVersion = EventJson.SchemaVersion,
            ActorId = entry.Actor.Id,
            ActorName = entry.Actor.Name,
            ActorRole = entry.Actor.Role.ToString(),
            Instance = by.Instance,
            At = entry.At.UtcTicks,
            EffectKey = entry.Event switch
            {
                EffectRequested requested => requested.Key.ToString(),
                EffectDone done => done.Key.ToString(),
                CaseOpened => intake,
                _ => null,
            },
            RulesVersion = by.RulesVersion,
            Payload = SealedBox.Close(
                head.Key.Bytes, EventJson.Write(entry.Event), Envelope.PlaceOf(@case, entry.Sequence, kind)),
            KeyId = head.Key.Id,
            PreviousHash = head.Hash,
        };
        row.Hash = chain.HashOf(row);
        return row;
    }
}
