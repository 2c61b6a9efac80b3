using System.Data.Common;
using System.Net.Sockets;
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
        JournalOptions.Section, typeof(JournalOptions), [$"{settings}: the database cannot be used ({Kind(cause)})."]),
        IDatabaseRefusal
{
    /// <inheritdoc />
    public IReadOnlyList<DatabaseFault> Faults { get; } = [DatabaseFault.Of(settings, cause)];

    /// <summary>True for what a database, a file or a network can do.</summary>
    public static bool Explains(Exception cause) =>
        cause is DbException or SocketException or TimeoutException or IOException or UnauthorizedAccessException
        || (cause is InvalidOperationException or DbUpdateException && cause.InnerException is { } inner && Explains(inner));

    /// <summary>
    /// True for a database that does not answer now and may the next time: its server is gone, starts, stops or takes nobody.
    /// </summary>
    public static bool IsAway(Exception cause) => cause switch
    {
        SqliteException => DatabaseFault.Of("", cause).Kind is DatabaseFaultKind.CannotOpen or DatabaseFaultKind.DiskError,
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

    /// <summary>What kind of trouble it is, without anything of its message, for a terminal or the log.</summary>
    public static string Kind(Exception cause) => DatabaseFault.Of("", cause) switch
    {
        { Kind: DatabaseFaultKind.Other, Detail: var detail } => detail,
        { Detail: "", Kind: var kind } => WordsOf(kind),
        { Detail: var detail, Kind: var kind } => $"{WordsOf(kind)}, {detail}",
    };

    private static string WordsOf(DatabaseFaultKind kind) => kind switch
    {
        DatabaseFaultKind.NoAnswer => "its server does not answer at that address",
        DatabaseFaultKind.Certificate => "its server's certificate is over, or not trusted here",
        DatabaseFaultKind.SignInRefused => "its server refuses the user name or the password",
        DatabaseFaultKind.NoRight => "its account lacks a right, which --database-roles gives",
        DatabaseFaultKind.NoDatabase => "its server has no database of that name",
        DatabaseFaultKind.NoConnectionLeft => "its server has no connection left",
        DatabaseFaultKind.NotReady => "its server starts or stops",
        DatabaseFaultKind.DiskFull => "the disk is full",
        DatabaseFaultKind.ReadOnly => "it can be read only",
        DatabaseFaultKind.DiskError => "the disk gives an error",
        DatabaseFaultKind.Damaged => "the file is damaged",
        DatabaseFaultKind.CannotOpen => "the file cannot be opened",
        DatabaseFaultKind.NotADatabase => "the file is no database",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
