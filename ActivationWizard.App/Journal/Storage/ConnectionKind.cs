using ActivationWizard.Integrations.Settings;
using Npgsql;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>The kind of a setting that names a database.</summary>
internal static class ConnectionKind
{
    /// <summary>Of a PostgreSQL server.</summary>
    public static SettingKind<string> Postgres { get; } = new(
        "connection string", "the connection string of a PostgreSQL database", (string text, out string value) =>
            IsConnection(value = text));

    private static bool IsConnection(string text)
    {
        try
        {
            return !text.Any(char.IsControl) && new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or KeyNotFoundException)
        {
            return false;
        }
    }
}
