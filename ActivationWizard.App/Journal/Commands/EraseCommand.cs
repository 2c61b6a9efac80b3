using System.CommandLine;
using ActivationWizard.App;
using ActivationWizard.App.Security;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Journal.Commands;

/// <summary><c>--erase NUMBER --reason TEXT</c>: makes a finished case unreadable for good.</summary>
public static class EraseCommand
{
    private const string Example = "--erase 2026-00412 --reason \"asked by the tenant\"";

    public static Command Create()
    {
        var number = new Argument<CaseNumber>("NUMBER")
        {
            Description = "The number of a finished case, such as 2026-00412.",
            CustomParser = result =>
            {
                if (CaseNumber.TryParse(result.Tokens[0].Value, out var read))
                    return read;
                result.AddError($"--erase takes a case's number: {Example}.");
                return null;
            },
        };
        var reason = new Option<string>("--reason")
        {
            Description = "Why it is erased, for the journal.",
            HelpName = "TEXT",
            Required = true,
        };
        reason.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError($"--reason takes why the case is erased: {Example}.");
        });
        var command = new Command("--erase", "Erases a finished case: nobody can read it any more, and its chain still verifies.")
        {
            number,
            reason,
        };
        command.SetAction((parsed, cancellation) => CommandSecurity.ToldAsync(
            parsed, SecurityEvent.Erasure, () => $"case {parsed.GetRequiredValue(number)}", () => OpenJournal.ForAsync(
                parsed,
                (services, output, cancelled) => EraseAsync(
                    services, parsed.GetRequiredValue(number), parsed.GetRequiredValue(reason), output, cancelled),
                cancellation)));
        return command;
    }

    private static async Task<int> EraseAsync(
        IServiceProvider services, CaseNumber number, string reason, TextWriter output, CancellationToken cancellation)
    {
        try
        {
            await services.GetRequiredService<CaseErasure>().EraseAsync(
                number, Environment.UserName, reason.Trim(), cancellation);
        }
        catch (CaseNotErasableException refused)
        {
            await output.WriteLineAsync(refused.Message);
            return OpenJournal.NotDone;
        }
        catch (Exception cause) when (BoundedFile.Explains(cause))
        {
            await output.WriteLineAsync(
                "Nothing is erased: it cannot be noted outside the database, beside Journal:CheckpointFile "
                + $"({cause.GetType().Name}).");
            return OpenJournal.NotDone;
        }

        await output.WriteLineAsync($"Case {number} is erased: nobody can read it any more, and its chain still verifies.");
        foreach (var left in services.GetRequiredService<DatabaseLogs>().Left)
            await output.WriteLineAsync(left);
        return 0;
    }
}
