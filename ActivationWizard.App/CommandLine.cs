using System.CommandLine;
using ActivationWizard.App;
using ActivationWizard.App.AccessRequest;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Retention;
using ActivationWizard.App.SystemChecks;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App;

/// <summary>
/// What the program is started for: one of its commands, or serving its pages when none is named. Every other argument is a
/// setting for the host.
/// </summary>
public static class CommandLine
{
    /// <summary>The exit code of a command line that cannot be carried out.</summary>
    public const int WrongCommand = 2;

    /// <summary>
    /// Carries out the command of <paramref name="args"/>, or <paramref name="serve"/> with the settings among them; returns the
    /// exit code.
    /// </summary>
    public static async Task<int> RunAsync(
        string[] args,
        Func<string[], Task<int>> serve,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellation = default)
    {
        if (Surroundings.Faults() is { Count: > 0 } missing)
            return BrokenSettings.Print(new OptionsValidationException("", typeof(Surroundings), missing), error);
        var root = Root(serve);
        // An argument that begins with @ is a value like any other, and no file of arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        string[] faults = parsed.Errors.Count > 0
            ? [.. parsed.Errors.Select(one => one.Message)]
            : [.. HostArguments.Faults(parsed.UnmatchedTokens, WordsOf(root))];
        if (faults.Length is 0)
            return await InvokeAsync(parsed, output, error, cancellation);

        foreach (var fault in faults)
            await error.WriteLineAsync(fault);
        await error.WriteLineAsync("--help lists the commands.");
        return WrongCommand;
    }

    private static async Task<int> InvokeAsync(
        ParseResult parsed, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var how = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            // The host answers Ctrl+C and SIGTERM itself.
            ProcessTerminationTimeout = null,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            return await parsed.InvokeAsync(how, cancellation);
        }
        // Tools that only want the host that is built end it by an exception of their own.
        catch (Exception exception) when (exception is not HostAbortedException)
        {
            return BrokenSettings.Print(exception, error);
        }
    }

    private static RootCommand Root(Func<string[], Task<int>> serve)
    {
        var root = new RootCommand(
            "Handles tenants' requests for an activation code. Without a command it serves its pages. Settings are added as "
            + "--Section:Key=value and described in docs/settings.md.")
        {
            VerifyCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            MoveCommand.Create(),
            EraseCommand.Create(),
            RetainCommand.Create(),
            RotateCommand.Create(),
            MigrateCommand.Create(),
            DatabaseRolesCommand.Create(),
            ImportCommand.Create(),
            AccessRequestCommand.Create(),
            CheckCommand.Create(),
        };
        if (Demonstration.Included is { } demonstration)
            root.Add(demonstration.Command);
        root.SetAction((parsed, _) => serve([.. parsed.UnmatchedTokens]));
        root.TreatUnmatchedTokensAsErrors = false;
        foreach (var command in root.Subcommands)
            command.TreatUnmatchedTokensAsErrors = false;
        return root;
    }

    private static string[] WordsOf(RootCommand root) =>
        [.. root.Subcommands.SelectMany(one => one.Options.Select(option => option.Name).Prepend(one.Name))];
}
