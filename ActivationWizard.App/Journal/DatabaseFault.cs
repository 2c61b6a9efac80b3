using System.Data.Common;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ActivationWizard.App.Journal;

/// <summary>
/// What is the matter with a database, for whoever says it in the reader's language. Nothing of a server's message is in it: that
/// may hold a name or an address of the settings.
/// </summary>
/// <param name="Setting">What names the database or the key: keys of settings, or a file; no value.</param>
/// <param name="Detail">A number of the server's, a right and its table, a mode or a migration; empty for none.</param>
public sealed record DatabaseFault(DatabaseFaultKind Kind, string Setting, string Detail = "")
{
    /// <summary>The kind of trouble that a database, a file or a network made.</summary>
    public static DatabaseFault Of(string setting, Exception cause) => cause switch
    {
        InvalidOperationException { InnerException: { } inner } => Of(setting, inner),
        DbUpdateException { InnerException: { } inner } => Of(setting, inner),
        SqliteException { SqliteErrorCode: var code } => new(KindOf(code), setting, $"SQLite error {code}"),
        DbException { SqlState: { } state } => new(KindOf(state), setting, $"SQLSTATE {state}"),
        NpgsqlException { InnerException: AuthenticationException } => new(DatabaseFaultKind.Certificate, setting),
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } =>
            new(DatabaseFaultKind.NoAnswer, setting),
        _ => new(DatabaseFaultKind.Other, setting, cause.GetType().Name),
    };

    // SQLite's own numbers.
    private static DatabaseFaultKind KindOf(int code) => code switch
    {
        8 => DatabaseFaultKind.ReadOnly,
        10 => DatabaseFaultKind.DiskError,
        11 => DatabaseFaultKind.Damaged,
        13 => DatabaseFaultKind.DiskFull,
        14 => DatabaseFaultKind.CannotOpen,
        26 => DatabaseFaultKind.NotADatabase,
        _ => DatabaseFaultKind.Other,
    };

    private static DatabaseFaultKind KindOf(string state) => state switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            DatabaseFaultKind.SignInRefused,
        PostgresErrorCodes.InsufficientPrivilege => DatabaseFaultKind.NoRight,
        PostgresErrorCodes.InvalidCatalogName => DatabaseFaultKind.NoDatabase,
        PostgresErrorCodes.TooManyConnections => DatabaseFaultKind.NoConnectionLeft,
        PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown =>
            DatabaseFaultKind.NotReady,
        PostgresErrorCodes.DiskFull => DatabaseFaultKind.DiskFull,
        PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseFaultKind.ReadOnly,
        PostgresErrorCodes.IoError => DatabaseFaultKind.DiskError,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => DatabaseFaultKind.Damaged,
        _ => DatabaseFaultKind.Other,
    };
}

/// <summary>A refusal of the databases that says what is the matter with them, beside its sentence for a terminal.</summary>
public interface IDatabaseRefusal
{
    /// <summary>One or more.</summary>
    IReadOnlyList<DatabaseFault> Faults { get; }
}
