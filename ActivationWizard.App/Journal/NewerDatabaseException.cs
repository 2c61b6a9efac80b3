using ActivationWizard.App.Journal.Storage;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Journal;

/// <summary>
/// A later version of the app has brought the database up to date. This one knows neither all of its tables nor all of its
/// events: a sentence, so that the app says so and does not start.
/// </summary>
public sealed class NewerDatabaseException(string migration)
    : OptionsValidationException(JournalOptions.Section, typeof(JournalOptions),
    [
        $"Journal: the database is of a later version of the app ({migration}). Start that version, or a later one.",
    ]), IDatabaseRefusal
{
    /// <inheritdoc />
    public IReadOnlyList<DatabaseFault> Faults { get; } =
        [new(DatabaseFaultKind.NewerVersion, JournalOptions.Section, migration)];
}
