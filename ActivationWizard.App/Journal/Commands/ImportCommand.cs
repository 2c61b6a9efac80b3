using System.CommandLine;
using ActivationWizard.App;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.Security;
using ActivationWizard.Domain.Values;
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
        command.SetAction((parsed, cancellation) =>
        {
            CaseNumber? taken = null;
            return CommandSecurity.ToldAsync(
                parsed, SecurityEvent.Import, () => taken is null ? null : $"case {taken}",
                () => ImportAsync(parsed, parsed.GetRequiredValue(file), number => taken = number, cancellation));
        });
        return command;
    }

    private static async Task<int> ImportAsync(
        ParseResult parsed, string file, Action<CaseNumber> taken, CancellationToken cancellation)
    {
        if (await ReadAsync(file, cancellation) is { } bytes)
            return await OpenJournal.ForAsync(parsed, TakeInAsync, cancellation, mayMake: true);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(
            "--import takes the file of a case, as the wizard exports it. This one is not there, or cannot be read.");
        return OpenJournal.NotDone;

        async Task<int> TakeInAsync(IServiceProvider services, TextWriter output, CancellationToken cancelled)
        {
            var (number, refusal) = await services.GetRequiredService<CaseImport>().ImportAsync(bytes, cancelled);
            await output.WriteLineAsync(
                refusal is { } why ? $"Nothing was taken in: {Said(why)}." : $"Case {number} is taken in.");
            if (number is null)
                return OpenJournal.NotDone;
            taken(number);
            return 0;
        }
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
