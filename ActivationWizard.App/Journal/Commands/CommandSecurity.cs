using System.CommandLine;
using ActivationWizard.App.Security;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// The line of security of a command: on its error output, because there is no log, and whoever reads what it has to say does not
/// have to read past it.
/// </summary>
internal static class CommandSecurity
{
    private const string Terminal = "command line";

    /// <summary>Has the lines of these services written there.</summary>
    public static void AddTo(IServiceCollection services, TextWriter error) => services.AddSingleton(
        provider => new SecurityLog(new LineLogger(error), provider.GetRequiredService<TimeProvider>()));

    /// <summary>
    /// Carries out a command that is told of, whatever stops it: by its exit code, or by the kind of what it threw.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="what">What it is.</param>
    /// <param name="about">What it was about, asked at the end, with no personal data; null for the installation.</param>
    /// <param name="act">All of it, from before the journal is opened. Gives the exit code.</param>
    public static async Task<int> ToldAsync(
        ParseResult parsed, SecurityEvent what, Func<string?> about, Func<Task<int>> act)
    {
        var log = new SecurityLog(new LineLogger(parsed.InvocationConfiguration.Error), TimeProvider.System);
        try
        {
            var code = await act();
            Tell(code is 0 ? "done" : $"exit code {code}");
            return code;
        }
        catch (Exception cause)
        {
            Tell($"failed: {cause.GetType().Name}");
            throw;
        }

        void Tell(string outcome) => log.WriteFrom(
            what, Environment.UserName, null, about() is { } one ? $"{one}: {outcome}" : outcome, Terminal);
    }

    private sealed class LineLogger(TextWriter output) : ILogger<SecurityLog>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => output.WriteLine($"{eventId.Id} {formatter(state, exception)}");
    }
}
