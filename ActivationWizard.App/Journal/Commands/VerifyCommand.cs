using System.CommandLine;
using System.Globalization;
using ActivationWizard.App;
using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Security;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// <c>--verify</c>: opens every event, checks its seal and runs it through the state machine, compares what stands beside the
/// events with them, and all of it with the note outside the database.
/// </summary>
public static class VerifyCommand
{
    /// <summary>The exit code when something in the journal does not fit.</summary>
    public const int DoesNotFit = 2;

    public static Command Create()
    {
        var checkpoint = new Option<string[]>("--checkpoint")
        {
            Description = "A note of how far the database was, as it was kept or received elsewhere; may be given several times.",
            HelpName = "FILE",
            DefaultValueFactory = _ => [],
        };
        var command = new Command(
            "--verify", $"Checks every event of the journal and names each that does not fit; it then exits with {DoesNotFit}.")
        {
            checkpoint,
        };
        command.SetAction((parsed, cancellation) => CommandSecurity.ToldAsync(
            parsed, SecurityEvent.Verification, () => null, () => OpenJournal.ForAsync(
                parsed,
                (services, output, cancelled) => VerifyAsync(
                    services, parsed.GetRequiredValue(checkpoint), output, cancelled),
                cancellation)));
        return command;
    }

    /// <summary>Says everything that does not fit, and how much there is.</summary>
    internal static async Task<int> VerifyAsync(
        IServiceProvider services, IReadOnlyList<string> checkpoints, TextWriter output, CancellationToken cancellation)
    {
        var own = services.GetRequiredService<JournalPlace>().CheckpointFile;
        var notes = new List<CheckpointNote?>();
        try
        {
            foreach (var file in File.Exists(own) ? checkpoints.Prepend(own) : checkpoints)
                notes.Add(await OutsideCheckpoint.ReadAsync(file, cancellation));
        }
        catch (Exception cause) when (BoundedFile.Explains(cause))
        {
            await output.WriteLineAsync(
                $"A note of a checkpoint cannot be read ({cause.GetType().Name}): --checkpoint takes the file of one.");
            return OpenJournal.NotDone;
        }

        var found = await services.GetRequiredService<JournalVerification>().CheckAllAsync(cancellation);
        var (comparison, beside) = (services.GetRequiredService<CheckpointComparison>(), found.Beside.ToList());
        beside.AddRange(await comparison.FindErasedAsync(cancellation));
        foreach (var note in notes)
            beside.AddRange(await comparison.FindAsync(note, cancellation));
        var lines = found.Breaks.Select(Line).Concat(beside.Distinct().Select(one => one.Line())).ToList();
        foreach (var line in lines)
            await output.WriteLineAsync(line);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Cases} cases, {found.Events} events, {found.Erased} erased, {lines.Count} that do not fit."));
        return lines.Count is 0 ? 0 : DoesNotFit;
    }

    private static string Line(JournalBreak one) => one switch
    {
        { Number: null } => $"{one.What}: {Said(one.What)}",
        { Sequence: 0 } => $"Case {one.Number}: {one.What}: {Said(one.What)}",
        _ => $"Case {one.Number}, event {one.Sequence}: {one.What}: {Said(one.What)}",
    };

    // For whoever reads a terminal's output or a nightly log; the screens have their own words in two languages.
    private static string Said(CaseFault fault) => fault switch
    {
        CaseFault.UnknownKind => "an event of a kind that this version does not know",
        CaseFault.UnreadablePayload => "the content is not such an event",
        CaseFault.IllegalEvent => "the state machine does not allow this event here",
        CaseFault.KeyMissing => "the case's key is gone, and the case was not erased",
        CaseFault.Changed => "not as it was written",
        CaseFault.OutOfOrder => "does not follow the event before it",
        CaseFault.Truncated => "the events from here on are missing",
        CaseFault.BeyondHead => "comes after the last event that was sealed",
        CaseFault.HeadForged => "the end of the chain was not sealed here",
        CaseFault.HeadMissing => "there are events and no summary",
        CaseFault.CaseMissing => "the number was given out, and the case is not there",
        CaseFault.NoSuchNumber => "there are rows under something that is no case's number",
        _ => "erased",
    };
}
