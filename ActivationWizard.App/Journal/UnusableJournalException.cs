using System.Data.Common;
using System.Net.Sockets;
using System.Security.Authentication;
using ActivationWizard.App.Journal.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace ActivationWizard.App.Journal;

/// <summary>
/// The databases cannot be opened or brought up to date: a file is no database, a server does not answer, an account may not. A
/// sentence, so that the app says where to look and does not start.
/// </summary>
/// <param name="settings">What names the databases: files, or the keys of settings.</param>
/// <param name="cause">Of its kind only is told: a message may hold a name or an address of the settings.</param>
public sealed class UnusableJournalException(string settings, Exception cause)
    : OptionsValidationException(
        JournalOptions.Section, typeof(JournalOptions), [$"{settings}: the database cannot be used ({Kind(cause)})."])
{
    // SQLite's own numbers.
    private const int ReadOnly = 8;
    private const int CannotRead = 10;
    private const int Damaged = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NoDatabase = 26;

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

    /// <summary>True for what an account may not do.</summary>
    public static bool IsForbidden(Exception cause) => cause switch
    {
        DbException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => true,
        InvalidOperationException or DbUpdateException => cause.InnerException is { } inner && IsForbidden(inner),
        _ => false,
    };

    /// <summary>What kind of trouble it is, without anything of its message.</summary>
    public static string Kind(Exception cause) => cause switch
    {
        InvalidOperationException { InnerException: { } inner } => Kind(inner),
        DbUpdateException { InnerException: { } inner } => Kind(inner),
        SqliteException sqlite => sqlite.SqliteErrorCode switch
        {
            ReadOnly => "it can be read only, SQLite error 8",
            CannotRead => "the disk gives an error, SQLite error 10",
            Damaged => "the file is damaged, SQLite error 11",
            Full => "the disk is full, SQLite error 13",
            CannotOpen => "the file cannot be opened, SQLite error 14",
            NoDatabase => "the file is no database, SQLite error 26",
            var other => $"SQLite error {other}",
        },
        DbException { SqlState: { } state } => state switch
        {
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                $"its server refuses the user name or the password, SQLSTATE {state}",
            PostgresErrorCodes.InsufficientPrivilege =>
                $"its account lacks a right, which --database-roles gives, SQLSTATE {state}",
            PostgresErrorCodes.InvalidCatalogName => $"its server has no database of that name, SQLSTATE {state}",
            _ => $"SQLSTATE {state}",
        },
        NpgsqlException { InnerException: AuthenticationException } =>
            "its server's certificate is over, or not trusted here",
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } =>
            "its server does not answer at that address",
        _ => cause.GetType().Name,
    };
}
