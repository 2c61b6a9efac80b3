using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ActivationWizard.Tests.Kit.Journal;

/// <summary>
/// Counts the commands that this process sends to databases, as Entity Framework tells them: those that are asked for. To be made
/// before the first command: a context that nobody listened to does not ask again for a second.
/// </summary>
internal sealed class CommandCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentBag<IDisposable> _listening = [];
    private readonly Func<DbCommand, bool> _counts;
    private int _sent;

    public CommandCount(Func<DbCommand, bool> counts)
    {
        _counts = counts;
        _listening.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>How many so far.</summary>
    public int Sent => Volatile.Read(ref _sent);

    /// <summary>True for a command to the database of this instance.</summary>
    public static bool IsOf(JournalHost host, DbCommand command) => command.Connection!.ConnectionString.Contains(
        host.Storage.ConnectionString is { } server
            ? new DbConnectionStringBuilder { ConnectionString = server }["Database"].ToString()! : host.Storage.Folder,
        StringComparison.Ordinal);

    /// <summary>Counts from nought.</summary>
    public void Restart() => Interlocked.Exchange(ref _sent, 0);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name is DbLoggerCategory)
            _listening.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: { } command } && _counts(command))
            Interlocked.Increment(ref _sent);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var one in _listening)
            one.Dispose();
    }

    private const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";
}
