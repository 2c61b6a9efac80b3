using System.Text;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Host;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>
/// The one check after every run. It looks at all stores and believes none: the simulators' ledger, the mails, the journal and
/// its chains, the bytes of every file, and what both processes wrote.
/// </summary>
internal static class FaultCheck
{
    private const string Canary = "KANARIE-";

    /// <summary>All that is wrong with these cases and with the world they are in.</summary>
    public static async Task<IReadOnlyList<Finding>> LookAsync(
        FaultWorld world, IReadOnlyList<CaseUnderTest> cases, IReadOnlyDictionary<string, Standing> standings)
    {
        await using var journal = new JournalPeer(world);
        var own = await journal.InstallationAsync();
        var ledger = OfInstallation(await world.Sandbox.LedgerAsync(), own);
        var findings = new List<Finding>();
        var texts = new List<string>();
        foreach (var one in cases)
        {
            var entries = await journal.ReadAsync(one.Number);
            texts.AddRange(entries.Select(entry => EventJson.Write(entry.Event)).Select(Encoding.UTF8.GetString));
            var evidence = new CaseEvidence(one, entries, [.. ledger.Where(entry => IsOf(entry, one))], Mails(world, one, own))
            {
                Standing = standings.GetValueOrDefault(one.Number),
                ClockAhead = world.ClockAhead,
                FreshCodes = [.. ledger.Where(entry => entry.Effect is SandboxEffects.ActivateAccount && IsAbout(entry, one))],
                CodeHashNow = HasLastWord(ledger, one) ? await one.Tenant.CodeHashNowAsync(world.Sandbox) : null,
            };
            findings.AddRange(CaseRules.Broken(evidence));
        }

        findings.AddRange(TenantRules.Broken(cases, ledger));
        findings.AddRange(await journal.BreaksAsync());
        findings.AddRange(Leaks(texts, "an event's text"));
        findings.AddRange(Leaks(world.Log, "a log"));
        findings.AddRange(LeaksInFiles(world.DataFolder).Concat(LeaksInFiles(world.SandboxFolder)));
        if (PostgresWorld.FolderOf(world) is { } database)
            findings.AddRange(LeaksInFiles(database));
        if (await world.Sandbox.LeaksAsync() > 0)
            findings.Add(new Finding(Harm.Leaked, null, "a call showed a code where none may stand"));
        return findings;
    }

    // Another installation on the same systems has cases of the same numbers: theirs are for their own check.
    private static IReadOnlyList<LedgerEntry> OfInstallation(IReadOnlyList<LedgerEntry> ledger, string? own) =>
        own is not null
            ? [.. ledger.Where(entry => entry.IdempotencyKey?.Contains(own, StringComparison.Ordinal) is not false)]
            : ledger;

    private static bool IsOf(LedgerEntry entry, CaseUnderTest one) =>
        entry.IdempotencyKey?.Contains(one.Number, StringComparison.Ordinal) is true;

    // Another case of the same tenant that came later has made another code.
    private static bool HasLastWord(IReadOnlyList<LedgerEntry> ledger, CaseUnderTest one) =>
        ledger.LastOrDefault(entry => entry.System is "umbrella" && IsAbout(entry, one)) is { } last && IsOf(last, one);

    private static bool IsAbout(LedgerEntry entry, CaseUnderTest one) =>
        entry.Subject.Contains(one.Tenant.Number, StringComparison.Ordinal);

    private static IReadOnlyList<string> Mails(FaultWorld world, CaseUnderTest one, string? own) =>
    [
        .. world.MailsOf(one.Number)
            .Where(file => own is null || Path.GetFileName(file).Contains(own, StringComparison.Ordinal))
            .Select(File.ReadAllText),
    ];

    private static IEnumerable<Finding> Leaks(IEnumerable<string> texts, string where) => texts
        .Where(text => text.Contains(Canary, StringComparison.OrdinalIgnoreCase))
        .Take(1)
        .Select(_ => new Finding(Harm.Leaked, null, $"the code is in {where}"));

    private static IEnumerable<Finding> LeaksInFiles(string folder)
    {
        byte[][] written = [Encoding.UTF8.GetBytes(Canary), Encoding.Unicode.GetBytes(Canary)];
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var file = OpenIfThere(path);
            if (file is null)
                continue;
            var bytes = new byte[file.Length];
            file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (written.Any(canary => bytes.AsSpan().IndexOf(canary) >= 0))
                yield return new Finding(Harm.Leaked, null, $"the code is in {Path.GetFileName(path)}");
        }
    }

    // A database server at work takes files away between the listing and the look.
    private static FileStream? OpenIfThere(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}

/// <summary>All that is known of one case after a run.</summary>
/// <param name="Entries">Its events, read from outside the app.</param>
/// <param name="Ledger">What the systems did for it.</param>
/// <param name="Mails">The mails that left for it.</param>
internal sealed record CaseEvidence(
    CaseUnderTest Of, IReadOnlyList<RecordedEvent> Entries, IReadOnlyList<LedgerEntry> Ledger, IReadOnlyList<string> Mails)
{
    /// <summary>How the app said it stands; null when it did not say.</summary>
    public Standing? Standing { get; init; }

    /// <summary>How much later than it was the journal may say that something was.</summary>
    public TimeSpan ClockAhead { get; init; }

    /// <summary>Every code that was made for this tenant, by this case or by another.</summary>
    public IReadOnlyList<LedgerEntry> FreshCodes { get; init; } = [];

    /// <summary>Hash of the code that Umbrella holds now; null when this case has not had the last word about it.</summary>
    public string? CodeHashNow { get; init; }

    /// <summary>The case as its journal has it.</summary>
    public ActivationCase Case { get; } = ActivationCase.Fold(Entries);

    /// <summary>Something about this case.</summary>
    public Finding Found(Harm harm, string what) => new(harm, Of.Number, $"{Of.Route}: {what} ({Case.State})");
}
