using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage.Sqlite;

/// <summary>
/// All migrations of a context as the SQL that they come to, written ahead: a new file is made by it, without the model that each
/// migration has.
/// </summary>
public static class SqliteSchema
{
    /// <summary>The statements for a context; each migration is a transaction, in which its name is noted.</summary>
    public static string Of(DbContext context)
    {
        var name = $"{context.GetType().Name}.sql";
        using var stream = typeof(SqliteSchema).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
