using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage.Sqlite;

/// <summary>
/// All migrations of a context as the SQL that they come to, written ahead: a new file is made by it, without the model that each
/// migration has.
/// </summary>
public static partial class SqliteSchema
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<string>> Migrations = [];

    /// <summary>The names of the migrations of a context, in their order.</summary>
    public static IReadOnlyList<string> MigrationsOf(DbContext context) => Migrations.GetOrAdd(
        context.GetType(), _ => [.. Noted().Matches(Of(context)).Select(one => one.Groups[1].Value)]);

    /// <summary>The statements for a context; each migration is a transaction, in which its name is noted.</summary>
    public static string Of(DbContext context)
    {
        var name = $"{context.GetType().Name}.sql";
        using var stream = typeof(SqliteSchema).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"There is no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("""INSERT INTO "__EFMigrationsHistory" [^;]*VALUES \('([^']+)'""")]
    private static partial Regex Noted();
}
