using System.Diagnostics;
using System.Globalization;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using ActivationWizard.Tests.Kit.Tools;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// An app that takes in the mail of a real mailbox dies at each question to it and each write about a message, and loses the
/// connection at each command: every form's mail becomes one case and is put away, and every other message is known once.
/// </summary>
internal static class MailboxCells
{
    // More than two messages have questions and writes together.
    private const int MostSteps = 10;

    private static readonly string[] Commands =
    [
        "AUTHENTICATE", "LIST", "CREATE", "SUBSCRIBE", "NOOP", "IDLE", "EXAMINE", "SELECT", "UID SEARCH", "UID FETCH", "UID MOVE",
    ];

    private static readonly WireFault[] Faults = [WireFault.CutBefore, WireFault.CutAfter, WireFault.Goodbye];

    /// <summary>Every step, and every command.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        if (DovecotPrograms.Find() is null)
        {
            report.Say("  dovecot is not installed: skipped");
            return;
        }

        await using var server = new Dovecot();
        report.Add(await KilledAsync(server));
        report.Add(await LostAsync(server));
    }

    private static async Task<FaultRow> KilledAsync(Dovecot server)
    {
        var clock = Stopwatch.StartNew();
        await using var mail = await MailWorld.StartAsync(server, await server.ImapPortAsync());
        var (file, deaths) = (mail.World.FileNamed("mail-kill"), 0);
        for (var step = 1; step <= MostSteps; step++)
        {
            foreach (var at in new[] { step, -step })
            {
                File.Delete(file);
                var app = await mail.World.StartAppAsync(settings: new() { [FaultHostSettings.MailKill] = file });
                await File.WriteAllTextAsync(file, at.ToString(CultureInfo.InvariantCulture));
                await mail.DeliverAsync();
                var isDead = false;
                await Waiting.ForAsync(
                    $"the death at step {at}", async () => (isDead = await app.HasDiedAsync()) || await mail.IsHandledAsync(),
                    isOver => isOver, _ => "at work");
                deaths += isDead ? 1 : 0;
            }
        }

        await mail.World.StartAppAsync();
        await mail.HandledAsync();
        await mail.World.EndAppAsync();
        var findings = (await mail.FindingsAsync()).ToList();
        if (deaths < MostSteps)
            findings.Add(new Finding(Harm.Broken, null, $"it died {deaths} times only"));
        return new FaultRow("mail taken in, killed", deaths, mail.Delivered, 0, findings, clock.Elapsed);
    }

    private static async Task<FaultRow> LostAsync(Dovecot server)
    {
        var clock = Stopwatch.StartNew();
        await using var wire = new SpoiledWire(await server.ImapPortAsync());
        await using var mail = await MailWorld.StartAsync(server, wire.Port);
        var cells = 0;
        await mail.World.StartAppAsync();
        await mail.DeliverAsync();
        await mail.HandledAsync();
        foreach (var command in Commands)
        {
            foreach (var fault in Faults)
            {
                if (command is "CREATE" or "SUBSCRIBE")
                    await mail.RenameAsync($"oud {++cells}");
                wire.Spoil(command, fault);
                // What is asked once for each connection.
                if (command is "AUTHENTICATE" or "LIST" or "CREATE" or "SUBSCRIBE")
                    await mail.World.StartAppAsync();
                await mail.DeliverAsync();
                await wire.Spoiled.WaitAsync(Waiting.Limit);
                await mail.HandledAsync();
            }
        }

        await mail.World.EndAppAsync();
        return new FaultRow(
            "mail taken in, connection lost", Commands.Length * Faults.Length, mail.Delivered, 0, await mail.FindingsAsync(),
            clock.Elapsed);
    }
}
