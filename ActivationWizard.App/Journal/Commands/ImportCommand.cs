using System.CommandLine;
using ActivationWizard.App;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// <c>--import FILE</c>: takes in a case that another installation exported, also before the first start of this one.
/// </summary>
public static class ImportCommand
{
    // In bytes; the largest cases that were seen have a hundredth of it.
    private const int LongestFile = 64 * 1024 * 1024;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file of a case, as the wizard exports it." };
        var command = new Command("--import", "Takes in a case from the file that an installation exported, and seals it anew.")
        {
            file,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (await ReadAsync(parsed.GetRequiredValue(file), cancellation) is { } bytes)
                return await OpenJournal.ForAsync(
                    parsed,
                    (services, output, cancelled) =>
                        ImportAsync(services.GetRequiredService<CaseImport>(), bytes, output, cancelled),
                    cancellation,
                    mayMake: true);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                "--import takes the file of a case, as the wizard exports it. This one is not there, or cannot be read.");
            return OpenJournal.NotDone;
        });
        return command;
    }

    private static async Task<int> ImportAsync(
        CaseImport import, byte[] file, TextWriter output, CancellationToken cancellation)
    {
        var (number, refusal) = await import.ImportAsync(file, cancellation);
        await output.WriteLineAsync(refusal is { } why ? $"Nothing was taken in: {Said(why)}." : $"Case {number} is taken in.");
        return number is null ? OpenJournal.NotDone : 0;
    }

    // Null for what is no file, cannot be read, or is too large.
    private static async Task<byte[]?> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return new FileInfo(file).Length <= LongestFile ? await File.ReadAllBytesAsync(file, cancellation) : null;
        }
        catch (Exception cause) when (BoundedFile.Explains(cause))
        {
            return null;
        }
    }

    private static string Said(ImportRefusal refusal) => refusal switch
    {
        ImportRefusal.Changed => "an event in the file was changed, removed or moved",
        ImportRefusal.DoesNotFit => "the file has an event that this version does not know, or that may not stand where it does",
        ImportRefusal.NumberTaken => "a case with this number is here already",
        _ => "the file is not that of a case, or of a later version",
    };
}
