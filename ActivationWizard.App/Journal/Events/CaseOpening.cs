using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Events;

/// <summary>
/// Draws the next number of the year and writes the case's first event, in one transaction: a number that was drawn has a case,
/// so that a missing one is seen.
/// </summary>
internal sealed class CaseOpening(
    EventSealing sealing, DataKey key, Func<CaseNumber, CaseOpened> first, Actor actor, string? intake, DateTimeOffset at)
    : IJournalWrite
{
    public string Subject => intake is null ? $"opening {key.Id}" : $"intake {intake}";

    /// <summary>The number, once written.</summary>
    public CaseNumber? Number { get; private set; }

    /// <summary>The head after the first event; null when the intake key had a case already.</summary>
    public CaseHead? Head { get; private set; }

    /// <summary>The case after the first event; null when the intake key had a case already.</summary>
    public ActivationCase? Opened { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var context = session.Context;
        (Number, Head, Opened) = (intake is null ? null : await KnownAsync(context, intake, cancellation), null, null);
        if (Number is not null)
            return;

        Number = await DrawAsync(context, DutchCalendar.DayOf(at).Year, cancellation);
        var entry = new RecordedEvent(Number, 1, first(Number), actor, at);
        var opened = ActivationCase.Open(entry);
        var (rows, summary, head) = sealing.Seal(CaseHead.BeforeFirst(key), [entry], opened, intake: intake);
        await session.InsertAsync([summary], cancellation);
        await session.InsertAsync(rows, cancellation);
        if (intake is not null)
            await session.InsertAsync([new IntakeRow { Key = intake, Case = summary.Case }], cancellation);
        (Head, Opened) = (head, opened);
    }

    /// <summary>
    /// The case an intake key has already, by the first event of the case; null when it has none. The row beside the events
    /// counts for a case that an earlier version opened.
    /// </summary>
    public static async Task<CaseNumber?> KnownAsync(JournalContext context, string intake, CancellationToken cancellation)
    {
        var known = await context.Events.Where(row => row.Sequence == 1 && row.EffectKey == intake)
                .MinAsync(row => (long?)row.Case, cancellation)
            ?? await context.Intakes.Where(row => row.Key == intake).MinAsync(row => (long?)row.Case, cancellation);
        return known is { } @case ? CaseKey.NumberOf(@case) : null;
    }

    // The update locks the year's row until the commit, on both databases. Whoever makes the row of a new year at the same moment
    // waits for the other.
    private static async Task<CaseNumber> DrawAsync(JournalContext context, int year, CancellationToken cancellation)
    {
        var drawn = await context.ListAsync(
            """UPDATE "CaseNumbers" SET "Last" = "Last" + 1 WHERE "Year" = @year RETURNING "Last" """, row => row.GetInt32(0),
            cancellation, ("@year", year));
        if (drawn is not [var last])
        {
            await context.ChangeAsync(
                """INSERT INTO "CaseNumbers" ("Year", "Last") VALUES (@year, 0) ON CONFLICT ("Year") DO NOTHING""",
                cancellation, ("@year", year));
            return await DrawAsync(context, year, cancellation);
        }

        // A number that came along with an imported case is passed over.
        return await context.HasRowAsync(
            """SELECT 1 FROM "Summaries" WHERE "Case" = @case""", cancellation, ("@case", CaseKey.Of(year, last)))
            ? await DrawAsync(context, year, cancellation)
            : CaseNumber.Of(year, last);
    }
}
