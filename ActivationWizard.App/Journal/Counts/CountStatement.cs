using System.Data.Common;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ActivationWizard.App.Journal.Counts;

/// <summary>
/// One statement on the tables of counts. Where it says <c>{now}</c> it gets the clock of the database, in milliseconds since
/// 1970: those of the instances may differ.
/// </summary>
/// <param name="subject">What it writes to.</param>
/// <param name="sql">The same for both databases.</param>
/// <param name="values">Its parameters, by name.</param>
internal sealed class CountStatement(string subject, string sql, params (string Name, object Value)[] values) : IJournalWrite
{
    private const string PostgresNow = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint)";
    private const string SqliteNow = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

    public string Subject => subject;

    /// <summary>The columns of the row that it gave; empty when it gave none.</summary>
    public IReadOnlyList<long> Given { get; private set; } = [];

    /// <summary>How many rows it changed.</summary>
    public int Changed { get; private set; }

    public Task StageAsync(JournalSession session, CancellationToken cancellation) =>
        RunAsync(session.Context, session.Context.Database.CurrentTransaction?.GetDbTransaction(), cancellation);

    /// <summary>The same without a transaction, for what changes nothing.</summary>
    public async Task ReadAsync(JournalContext context, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        await RunAsync(context, null, cancellation);
    }

    private async Task RunAsync(JournalContext context, DbTransaction? transaction, CancellationToken cancellation)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql.Replace(
            "{now}", context.Database.IsNpgsql() ? PostgresNow : SqliteNow, StringComparison.Ordinal);
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        Given = [];
        while (await reader.ReadAsync(cancellation))
            Given = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetInt64)];
        Changed = reader.RecordsAffected;
    }
}
