using System.Data.Common;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Epochs;

/// <summary>The epochs of this installation, as its database has them.</summary>
public sealed class InstallationEpochs(TimeProvider time, RecordSeals seals) : ICurrentEpoch
{
    /// <summary>
    /// Case numbers go on behind the next multiple of this: no number of a case that was lost is given again, unless so many were
    /// lost. A year has room for 99 times.
    /// </summary>
    private const int Stride = 100_000;

    private const string Columns =
        """
        "Number", "Epoch", "Reason", "BeganAt", "MarkedAt", "Year", "SkippedFrom", "SkippedTo", "Beat", "Seal"
        """;

    private const string Add =
        $"""
        INSERT INTO "Epochs" ({Columns})
        VALUES (@number, @epoch, @reason, @began, @marked, @year, @from, @to, @beat, @seal)
        """;

    private volatile EpochRow? _now;

    /// <summary>Throws <see cref="InvalidOperationException"/> before the databases are ready.</summary>
    public Epoch Now => Read(Row);

    /// <summary>The row of the epoch that runs, as this process knows it.</summary>
    public EpochRow Row => _now ?? throw new InvalidOperationException("No epoch is known before the databases are ready.");

    /// <summary>Reads the epoch that runs, or begins the first. For one process at a time.</summary>
    public async Task OpenAsync(JournalContext journal, CancellationToken cancellation) =>
        _now = await LastAsync(journal, cancellation) ?? await AddAsync(
            journal,
            new EpochRow
            {
                Number = 1,
                Epoch = Epoch.First().ToString(),
                Reason = EpochReason.FirstStart,
                BeganAt = time.GetUtcNow().UtcTicks,
                MarkedAt = time.GetUtcNow().UtcTicks,
            },
            cancellation);

    /// <summary>The row of the epoch that runs, as the database has it now; null when there is none.</summary>
    public static async Task<EpochRow?> LastAsync(JournalContext journal, CancellationToken cancellation) =>
        (await journal.ListAsync(
            $"""SELECT {Columns} FROM "Epochs" ORDER BY "Number" DESC LIMIT 1""", RowOf, cancellation)).SingleOrDefault();

    /// <summary>
    /// Begins the next epoch, whose number is above <paramref name="above"/>, and has case numbers go on far behind
    /// <paramref name="ordinal"/> and what the database knows. For one process at a time.
    /// </summary>
    public async Task BeginAsync(
        JournalContext journal, EpochReason reason, int above, int ordinal, CancellationToken cancellation)
    {
        var (now, last) = (time.GetUtcNow(), await LastAsync(journal, cancellation));
        var year = DutchCalendar.DayOf(now).Year;
        var drawn = await journal.Counters.Where(row => row.Year == year).Select(row => (int?)row.Last)
            .SingleOrDefaultAsync(cancellation);
        var next = ((Math.Max(drawn ?? 0, ordinal) / Stride) + 1) * Stride;
        await using var transaction = await journal.Database.BeginTransactionAsync(cancellation);
        if (drawn is null)
            journal.Add(new CounterRow { Year = year, Last = next });
        else
            await journal.Counters.Where(row => row.Year == year)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Last, next), cancellation);
        _now = await AddAsync(
            journal,
            new EpochRow
            {
                Number = Math.Max(last?.Number ?? 0, above) + 1,
                Epoch = (last is null ? Epoch.First() : Read(last).Next()).ToString(),
                Reason = reason,
                BeganAt = now.UtcTicks,
                Year = year,
                SkippedFrom = (drawn ?? 0) + 1,
                SkippedTo = next,
            },
            cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<EpochRow> AddAsync(JournalContext journal, EpochRow row, CancellationToken cancellation)
    {
        row.Seal = seals.Of(row);
        await journal.ChangeAsync(
            Add, cancellation, ("@number", row.Number), ("@epoch", row.Epoch), ("@reason", row.Reason.ToString()),
            ("@began", row.BeganAt), ("@marked", row.MarkedAt), ("@year", row.Year), ("@from", row.SkippedFrom),
            ("@to", row.SkippedTo), ("@beat", row.Beat), ("@seal", row.Seal));
        return row;
    }

    private static EpochRow RowOf(DbDataReader row) => new()
    {
        Number = row.GetInt32(0),
        Epoch = row.GetString(1),
        Reason = Enum.Parse<EpochReason>(row.GetString(2)),
        BeganAt = row.GetInt64(3),
        MarkedAt = row.LongOrNull(4),
        Year = row.IntOrNull(5),
        SkippedFrom = row.IntOrNull(6),
        SkippedTo = row.IntOrNull(7),
        Beat = row.GetInt64(8),
        Seal = row.BytesOrNull(9),
    };

    private static Epoch Read(EpochRow row) => Epoch.TryParse(row.Epoch, out var epoch)
        ? epoch
        : throw new InvalidDataException("The epoch in the database is none.");
}
