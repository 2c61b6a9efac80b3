using System.Data.Common;
using System.Net.Sockets;
using ActivationWizard.App.Journal.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Journal;

/// <summary>
/// The databases cannot be opened or brought up to date: a file is no database, a server does not answer, an account may not. A
/// sentence, so that the app says where to look and does not start.
/// </summary>
public sealed class UnusableJournalException(JournalProvider provider, Exception cause)
    : OptionsValidationException(JournalOptions.Section, typeof(JournalOptions), [Said(provider, cause)])
{
    // SQLite's own numbers.
    private const int CannotRead = 10;
    private const int CannotOpen = 14;

    /// <summary>True for what a database, a file or a network can do.</summary>
    public static bool Explains(Exception cause) =>
        cause is DbException or SocketException or TimeoutException or IOException or UnauthorizedAccessException
        || (cause is InvalidOperationException or DbUpdateException && cause.InnerException is { } inner && Explains(inner));

    /// <summary>
    /// True for a database that does not answer now and may the next time: its server is gone, starts, stops or takes nobody.
    /// </summary>
    public static bool IsAway(Exception cause) => cause switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is CannotOpen or CannotRead,
        DbException database => database.IsTransient,
        InvalidOperationException or DbUpdateException => cause.InnerException is { } inner && IsAway(inner),
        _ => false,
    };

    // The kind of fault and its number only: a message may hold a name or an address of the settings.
    private static string Said(JournalProvider provider, Exception cause) => provider is JournalProvider.Sqlite
        ? $"journal.db or keys.db in Installation:DataFolder cannot be used as a database ({Kind(cause)})."
        : $"Journal:ConnectionString or Journal:KeyStore: the database cannot be used ({Kind(cause)}).";

    private static string Kind(Exception cause) => cause switch
    {
        InvalidOperationException { InnerException: { } inner } => Kind(inner),
        SqliteException sqlite => $"SQLite error {sqlite.SqliteErrorCode}",
        DbException { SqlState: { } state } => $"SQLSTATE {state}",
        _ => cause.GetType().Name,
    };
}
