using ActivationWizard.App.Journal.Storage;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Journal;

/// <summary>An account in PostgreSQL may do too much, or too little: the app names the setting and does not start.</summary>
public sealed class DatabaseRightsException(params string[] sentences)
    : OptionsValidationException(JournalOptions.Section, typeof(JournalOptions), sentences)
{
    /// <summary>The tables are to be brought up to date by who owns them.</summary>
    public static DatabaseRightsException OfMigration(string setting) =>
        new($"{setting}: the database has to be made or brought up to date, and this account may not do that. Run --migrate with "
            + "the connection string of the owner of the tables, then what --database-roles says, and start again.");

    /// <summary>Nothing was erased, and nothing noted.</summary>
    public static DatabaseRightsException OfErasure() =>
        new("Journal:ErasureConnectionString, or Journal:ErasureKeyStore: this account may not erase. Nothing was erased. Set "
            + "the one that --database-roles gives these rights.");

    /// <summary>A store was put back from before an erasure.</summary>
    public static DatabaseRightsException OfErasureAgain() =>
        new("Journal:ErasureConnectionString, or Journal:ErasureKeyStore: cases that were erased are in the database again, and "
            + "this account may not erase them. Set the one that may, or run --migrate as the owner, and start again.");

    /// <summary>What the app does could fail half way.</summary>
    public static DatabaseRightsException OfTooLittle(string setting, string table, string right) =>
        new($"{setting}: this account has no {right} on {table}. Use the owner of the tables, or run what --database-roles says "
            + "as that.");
}
