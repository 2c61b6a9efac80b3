using ActivationWizard.App.Journal.Storage;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Journal;

/// <summary>An account in PostgreSQL may do too much, or too little: the app names the setting and does not start.</summary>
public sealed class DatabaseRightsException(IReadOnlyList<DatabaseFault> faults, IEnumerable<string> sentences)
    : OptionsValidationException(JournalOptions.Section, typeof(JournalOptions), sentences), IDatabaseRefusal
{
    private const string ErasureKeys = "Journal:ErasureConnectionString, or Journal:ErasureKeyStore";

    private DatabaseRightsException(string setting, string right, string sentence)
        : this([new(DatabaseFaultKind.NoRight, setting, right)], [sentence]) { }

    /// <inheritdoc />
    public IReadOnlyList<DatabaseFault> Faults => faults;

    /// <summary>An account may do more than it should.</summary>
    public static DatabaseRightsException OfTooMuch(IReadOnlyList<DatabaseFault> faults) => new(faults, faults.Select(Sentence));

    /// <summary>The sentence of an account that may do more than it should, for a terminal or the log.</summary>
    public static string Sentence(DatabaseFault fault) => fault.Kind is DatabaseFaultKind.ReadsKeys
        ? $"{fault.Setting}: the account of the events reads the keys of the cases as well. Keep them in another database, or "
            + $"under another account, or set {RoleSettings.OneRoleKey} to true to accept it."
        : $"{fault.Setting}: this account may change or remove events. Use one with the rights that --database-roles says, or "
            + $"set {RoleSettings.OneRoleKey} to true to accept it.";

    /// <summary>The tables are to be brought up to date by who owns them.</summary>
    public static DatabaseRightsException OfMigration(string setting) =>
        new(setting, "CREATE",
            $"{setting}: the database has to be made or brought up to date, and this account may not do that. Run --migrate with "
            + "the connection string of the owner of the tables, then what --database-roles says, and start again.");

    /// <summary>Nothing was erased, and nothing noted.</summary>
    public static DatabaseRightsException OfErasure() =>
        new(ErasureKeys, "DELETE", $"{ErasureKeys}: this account may not erase. Nothing was erased. Set "
            + "the one that --database-roles gives these rights.");

    /// <summary>A store was put back from before an erasure.</summary>
    public static DatabaseRightsException OfErasureAgain() =>
        new(ErasureKeys, "DELETE", $"{ErasureKeys}: cases that were erased are in the database again, and "
            + "this account may not erase them. Set the one that may, or run --migrate as the owner, and start again.");

    /// <summary>What the app does could fail half way.</summary>
    public static DatabaseRightsException OfTooLittle(string setting, string table, string right) =>
        new(setting, $"{right}, {table}",
            $"{setting}: this account has no {right} on {table}. Use the owner of the tables, or run what --database-roles says "
            + "as that.");
}
