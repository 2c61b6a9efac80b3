using System.Net;
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

    /// <summary>
    /// In Production nothing goes to another machine whose certificate is not checked: it would protect against who listens, and
    /// not against who stands in between.
    /// </summary>
    public static SettingsRule IsProtected(Setting<string> connection) => new(
        connection,
        "needs `SSL Mode=VerifyFull`, or `VerifyCA`, in Production: its server is on another machine",
        read => read.IsDemo is not false || read.TextOf(connection) is not { } text
            || IsChecked(new NpgsqlConnectionStringBuilder(text)));

    private static bool IsChecked(NpgsqlConnectionStringBuilder connection) =>
        connection.SslMode is SslMode.VerifyCA or SslMode.VerifyFull || connection.Host!.Split(',').All(IsOnThisMachine);

    // One of several may have a port. A path is a socket's, and so is what begins with @.
    private static bool IsOnThisMachine(string host)
    {
        var name = host.Trim();
        if (name.Count(one => one is ':') is 1)
            name = name[..name.IndexOf(':')];
        return name.StartsWith('/') || name.StartsWith('@') || name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
    }

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
