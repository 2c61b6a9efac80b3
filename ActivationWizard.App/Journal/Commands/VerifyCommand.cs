using System.CommandLine;
using System.Globalization;
using ActivationWizard.App;
using ActivationWizard.App.Journal.Integrity;

namespace ActivationWizard.App.Journal.Commands;

/// <summary><c>--verify</c>: opens every event, checks its seal and runs it through the state machine.</summary>
public static class VerifyCommand
{
    /// <summary>The exit code when something in the journal does not fit.</summary>
    public const int DoesNotFit = 2;

    public static Command Create()
    {
        var command = new Command(
            "--verify", $"Checks every event of the journal and names each that does not fit; it then exits with {DoesNotFit}.");
        command.SetAction((parsed, cancellation) => OpenJournal.ForAsync(
            parsed,
            (services, output, cancelled) => VerifyAsync(services.GetRequiredService<JournalVerification>(), output, cancelled),
            cancellation));
        return command;
    }

    /// <summary>Says everything that does not fit, and how much there is.</summary>
    internal static async Task<int> VerifyAsync(
        JournalVerification verification, TextWriter output, CancellationToken cancellation)
    {
        var found = await verification.CheckAllAsync(cancellation);
        foreach (var one in found.Breaks)
            await output.WriteLineAsync(Line(one));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Cases} cases, {found.Events} events, {found.Erased} erased, {found.Breaks.Count} that do not fit."));
        return found.Breaks.Count is 0 ? 0 : DoesNotFit;
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
