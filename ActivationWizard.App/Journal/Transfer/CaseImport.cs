using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>
/// Takes a case in from a file: every event checked against its digest and run through the state machine, then chained and
/// encrypted with keys of this installation. Who, when and in what order stay as they were.
/// </summary>
public sealed class CaseImport(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, CaseKeys keys, EventSealing sealing)
{
    /// <summary>The case's number, or why it was refused; then nothing is written.</summary>
    public async Task<(CaseNumber? Number, ImportRefusal? Refusal)> ImportAsync(
        ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (CaseFiles.Read(bytes.Span) is not { } file
            || !CaseNumber.TryParse(file.Number, out var number) || file.Events.Count is 0)
            return (null, ImportRefusal.NotACase);
        if (!IsWhole(file))
            return (null, ImportRefusal.Changed);
        if (Fold(number, file) is not { } folded)
            return (null, ImportRefusal.DoesNotFit);

        var @case = CaseKey.Of(number);
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
        {
            if (await context.Summaries.AnyAsync(row => row.Case == @case, cancellation))
                return (null, ImportRefusal.NumberTaken);
        }

        var key = await keys.CreateAsync(cancellation);
        await writer.WriteAsync(new Taking(sealing, key, folded.Entries, folded.Case, file), cancellation);
        return (number, null);
    }

    private static bool IsWhole(CaseFile file)
    {
        var last = "";
        return file.Events.All(one => CaseFiles.DigestOf(one, last) == (last = one.Digest));
    }

    private static (IReadOnlyList<RecordedEvent> Entries, ActivationCase Case)? Fold(CaseNumber number, CaseFile file)
    {
        var entries = new List<RecordedEvent>(file.Events.Count);
        foreach (var one in file.Events)
        {
            if (!EventJson.TryRead(one.Kind, one.SchemaVersion, CaseFiles.Compact(one.Fact), out var fact, out _)
                || !Enum.TryParse<Role>(one.ActorRole, out var role))
                return null;
            entries.Add(new RecordedEvent(
                number, one.Sequence, fact, new Actor(one.ActorId, one.ActorName, role), one.At.ToUniversalTime()));
        }

        try
        {
            return (entries, ActivationCase.Fold(entries));
        }
        catch (Exception exception) when (exception is IllegalEventException or ArgumentException)
        {
            return null;
        }
    }

    private sealed class Taking(
        EventSealing sealing, DataKey key, IReadOnlyList<RecordedEvent> entries, ActivationCase activation,
        CaseFile file) : IJournalWrite
    {
        public string Subject { get; } = $"case {CaseKey.Of(activation.Number)}";

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            var versions = file.Events.ToDictionary(one => one.Sequence, one => (one.Instance, one.RulesVersion));
            var (rows, summary, _) = sealing.Seal(CaseHead.BeforeFirst(key), entries, activation, sequence => versions[sequence]);
            await session.InsertAsync([summary], cancellation);
            await session.InsertAsync(rows, cancellation);
            await session.InsertAsync(sealing.WordsOf(summary), cancellation);
        }
    }
}
