using System.CommandLine;
using ActivationWizard.App;
using ActivationWizard.App.Journal.Transfer;

namespace ActivationWizard.App.Journal.Commands;

/// <summary><c>--import FILE</c>: takes in a case that another installation exported.</summary>
public static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file of a case, as the wizard exports it." };
        var command = new Command("--import", "Takes in a case from the file that an installation exported, and seals it anew.")
        {
            file,
        };
        command.SetAction((parsed, cancellation) => OpenJournal.ForAsync(
            parsed,
            (services, output, cancelled) =>
                ImportAsync(services.GetRequiredService<CaseImport>(), parsed.GetRequiredValue(file), output, cancelled),
            cancellation));
        return command;
    }

    private static async Task<int> ImportAsync(CaseImport import, string file, TextWriter output, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            await output.WriteLineAsync("--import takes the file of a case, as the wizard exports it.");
            return OpenJournal.NotDone;
        }

        var (number, refusal) = await import.ImportAsync(await File.ReadAllBytesAsync(file, cancellation), cancellation);
        await output.WriteLineAsync(number is null ? $"Nothing was taken in: {refusal}." : $"Case {number} is taken in.");
        return number is null ? OpenJournal.NotDone : 0;
    }
}
