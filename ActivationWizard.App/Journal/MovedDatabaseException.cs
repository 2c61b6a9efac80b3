using ActivationWizard.App.Journal.Storage;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Journal;

/// <summary>
/// The database is one of the two ends of a move: what was in it is in PostgreSQL now, or is not whole there yet. A sentence, so
/// that the app says so and does not start.
/// </summary>
public sealed class MovedDatabaseException(MoveStage stage)
    : OptionsValidationException(JournalOptions.Section, typeof(JournalOptions), [Sentence(stage)]), IDatabaseRefusal
{
    /// <inheritdoc />
    public IReadOnlyList<DatabaseFault> Faults { get; } =
    [
        stage is MoveStage.MovedToPostgres
            ? new(DatabaseFaultKind.Moved, $"{JournalOptions.Section}:Provider")
            : new(DatabaseFaultKind.MoveUnfinished, JournalOptions.EventsKey),
    ];

    private static string Sentence(MoveStage stage) => stage is MoveStage.MovedToPostgres
        ? "Journal:Provider: the journal in Installation:DataFolder was moved to PostgreSQL, and goes on there. Set it to "
            + $"Postgres, and {JournalOptions.EventsKey} to that database."
        : $"{JournalOptions.EventsKey}: the move to this database is not finished. Run --move-to-postgres again; until it is "
            + "done, the journal is in the files that it comes from.";
}
