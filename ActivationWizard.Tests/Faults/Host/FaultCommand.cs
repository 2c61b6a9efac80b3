using System.Diagnostics;
using System.Globalization;
using ActivationWizard.App;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>
/// A command of the product in a process of its own, by its own command line, with one thing added: the process kills itself at
/// one of its writes to a database. A commit is one of them, and so is an order to write a table anew.
/// </summary>
internal static class FaultCommand
{
    /// <summary>
    /// The command-line word that makes this executable a command; the place of the write follows, from 1 on, and after it
    /// whether the write is done.
    /// </summary>
    public const string Switch = "--fault-command";

    /// <summary>Carries out what follows on the command line; the exit code, unless it died.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var at = Array.IndexOf(args, Switch);
        var writes = new Writes(int.Parse(args[at + 1], CultureInfo.InvariantCulture), bool.Parse(args[at + 2]));
        using var all = DiagnosticListener.AllListeners.Subscribe(writes);
        return await CommandLine.RunAsync(
            args[(at + 3)..], _ => throw new InvalidOperationException("It serves."), Console.Out, Console.Error);
    }

    // By what the framework tells of itself: nothing of it is in the product.
    private sealed class Writes(int last, bool isDone) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private static readonly string[] Words = ["INSERT", "UPDATE", "DELETE", "VACUUM"];

        private int _count;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.TransactionCommitting.Name
                || (value.Key == RelationalEventId.CommandExecuting.Name && IsWrite(value.Value)))
                _count++;
            else if (value.Key != RelationalEventId.TransactionCommitted.Name
                && !(value.Key == RelationalEventId.CommandExecuted.Name && IsWrite(value.Value)))
                return;
            var isAfter = value.Key == RelationalEventId.TransactionCommitted.Name
                || value.Key == RelationalEventId.CommandExecuted.Name;
            if (_count != last || isAfter != isDone)
                return;
            Process.GetCurrentProcess().Kill();
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        private static bool IsWrite(object? told) => told is CommandEventData command
            && Words.Any(word => command.Command.CommandText.AsSpan().TrimStart()
                .StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }
}
