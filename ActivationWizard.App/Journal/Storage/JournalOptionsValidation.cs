using ActivationWizard.App.Journal.Encryption;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>Refuses settings that cannot work; a sentence names the key and never the value, which may be a secret.</summary>
public sealed class JournalOptionsValidation(string dataFolder, DatabaseMark mark) : IValidateOptions<JournalOptions>
{
    public ValidateOptionsResult Validate(string? name, JournalOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count > 0 ? ValidateOptionsResult.Fail(failures) : ValidateOptionsResult.Success;
    }

    private IEnumerable<string> Failures(JournalOptions options)
    {
        if (options.KnownProvider is null)
            yield return "Journal:Provider must be Sqlite or Postgres.";
        if (options.KnownProvider is JournalProvider.Postgres && !IsConnection(options.ConnectionString))
            yield return "Journal:ConnectionString must be the connection string of a PostgreSQL database.";
        if (options is { KnownProvider: JournalProvider.Postgres, KeyStore: not null } && !IsConnection(options.KeyStore))
            yield return "Journal:KeyStore must be the connection string of a PostgreSQL database.";
        if (options is { KnownProvider: JournalProvider.Sqlite, ConnectionString: not null })
            yield return "Journal:ConnectionString is for Journal:Provider Postgres: Sqlite uses Installation:DataFolder.";
        if (options is { KnownProvider: JournalProvider.Sqlite, KeyStore: not null })
            yield return "Journal:KeyStore is for Journal:Provider Postgres: Sqlite uses Installation:DataFolder.";
        if (options.LeaseSeconds is not (>= 2 and <= 60))
            yield return "Journal:LeaseSeconds must be from 2 to 60.";
        if (MasterKeySource.Read(options, dataFolder, mark).Problem is { } problem)
            yield return problem;
    }

    private static bool IsConnection(string? text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }
}
