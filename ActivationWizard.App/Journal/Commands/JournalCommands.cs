using System.Globalization;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// What the system manager does with the journal from the command line, instead of starting the app: <c>--verify</c>,
/// <c>--erase NUMBER --reason TEXT</c> and <c>--import FILE</c>.
/// </summary>
public static class JournalCommands
{
    public const string Verify = "--verify";
    public const string Erase = "--erase";
    public const string Reason = "--reason";
    public const string Import = "--import";

    /// <summary>The exit code when something in the journal does not fit.</summary>
    public const int DoesNotFit = 2;

    /// <summary>The exit code when the command itself could not be carried out.</summary>
    public const int NotDone = 1;

    /// <summary>True when the app is asked for one of these.</summary>
    public static bool Has(string[] args) => args.Contains(Verify) || args.Contains(Erase) || args.Contains(Import);

    /// <summary>Carries it out and says what came of it; the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancellation)
    {
        var (number, reason, file) = (After(args, Erase), After(args, Reason), After(args, Import));
        string[] settings = [.. args.Where(arg => arg is not (Verify or Erase or Reason or Import) && arg != number && arg != reason && arg != file)];
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = settings, ContentRootPath = ContentRoot.For(args) });
        var installation = builder.AddHosting();
        builder.Services.AddJournal(
            builder.Configuration, installation.DataFolder, installation.IsDemo ? DatabaseMark.Demo : DatabaseMark.Production);
        await using var app = builder.Build();

        if (!await app.Services.GetRequiredService<JournalPreparation>().IsThereAsync(cancellation))
        {
            await output.WriteLineAsync("There is no journal of this version here: look at Installation:DataFolder or Journal:ConnectionString.");
            return NotDone;
        }

        return args.Contains(Verify) ? await VerifyAsync(app.Services.GetRequiredService<JournalVerification>(), output, cancellation)
            : args.Contains(Import) ? await ImportAsync(app.Services.GetRequiredService<CaseImport>(), file, output, cancellation)
            : await EraseAsync(app.Services.GetRequiredService<CaseErasure>(), number, reason, output, cancellation);
    }

    private static async Task<int> VerifyAsync(JournalVerification verification, TextWriter output, CancellationToken cancellation)
    {
        var found = await verification.CheckAllAsync(cancellation);
        foreach (var one in found.Breaks)
            await output.WriteLineAsync(Line(one));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{found.Cases} cases, {found.Events} events, {found.Erased} erased, {found.Breaks.Count} that do not fit."));
        return found.Breaks.Count is 0 ? 0 : DoesNotFit;
    }

    private static async Task<int> EraseAsync(
        CaseErasure erasure, string? number, string? reason, TextWriter output, CancellationToken cancellation)
    {
        if (!CaseNumber.TryParse(number, out var erased) || string.IsNullOrWhiteSpace(reason))
        {
            await output.WriteLineAsync($"{Erase} takes a case's number and {Reason} why: {Erase} 2026-00412 {Reason} \"asked by the tenant\".");
            return NotDone;
        }

        try
        {
            await erasure.EraseAsync(erased, Environment.UserName, reason.Trim(), cancellation);
        }
        catch (InvalidOperationException refused)
        {
            await output.WriteLineAsync(refused.Message);
            return NotDone;
        }

        await output.WriteLineAsync($"Case {erased} is erased: nobody can read it any more, and its chain still verifies.");
        return 0;
    }

    private static async Task<int> ImportAsync(CaseImport import, string? file, TextWriter output, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            await output.WriteLineAsync($"{Import} takes the file of a case, as the wizard exports it.");
            return NotDone;
        }

        var (number, refusal) = await import.ImportAsync(await File.ReadAllBytesAsync(file, cancellation), cancellation);
        await output.WriteLineAsync(number is null ? $"Nothing was taken in: {refusal}." : $"Case {number} is taken in.");
        return number is null ? NotDone : 0;
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

    private static string? After(string[] args, string word) =>
        Array.IndexOf(args, word) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
