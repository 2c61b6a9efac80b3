using System.Diagnostics;
using System.Text;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Mailbox;
using MimeKit;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// One sending by SMTP and where it ends: the server withholds its answer to a command, hangs up after it, or the process dies at
/// a boundary of the effect.
/// </summary>
/// <param name="Command">The command of the server's script; null for a death at <paramref name="Death"/>.</param>
/// <param name="IsSilent">The process is killed while the server says nothing; if not, the server hangs up and it lives.</param>
/// <param name="Death">Where the process kills itself; null where it is killed or lives on.</param>
/// <param name="CanLook">Whether Sent can be looked at, in which the server files what it took.</param>
internal sealed record SubmissionCell(string? Command, bool IsSilent, Boundary? Death, bool CanLook)
{
    /// <summary>Each, with Sent and without.</summary>
    public static IReadOnlyList<SubmissionCell> All { get; } =
    [
        .. from canLook in new[] { true, false }
           from cell in new SubmissionCell[]
           {
               new("MAIL", true, null, canLook), new("DATA", true, null, canLook), new("END", true, null, canLook),
               new("DATA", false, null, canLook), new("END", false, null, canLook),
               new(null, false, Boundary.AfterRequested, canLook),
               new(null, false, Boundary.AfterAnswer, canLook),
               new(null, false, Boundary.AfterDone, canLook),
           }
           select cell,
    ];
}

/// <summary>Runs cells of a sending by SMTP, each in a life of its own; what the servers took is then held against it.</summary>
internal static class SubmissionCells
{
    private const string Name = "reply by SMTP, between text, answer and done";

    // A server that hangs up each time is tried for as long as it is there; a few times are enough.
    private const int SecondsOfTrying = 10;

    /// <summary>Runs one.</summary>
    public static async Task<FaultRow> RunAsync(SubmissionCell cell)
    {
        var clock = Stopwatch.StartNew();
        await using var world = await FaultWorld.StartAsync();
        var route = MailCells.Routes[0];
        var tenant = await world.SettleAsync(route);
        var to = tenant.Email!.Split('@');
        await using var sent = new LoopbackImap { To = $"((NIL NIL \"{to[0]}\" \"{to[1]}\"))" };
        (string, string)[] script = cell.Command is { } command
            ? [(command, cell.IsSilent ? LoopbackSmtp.FailureReason : LoopbackSmtp.Drop)]
            : [];
        await using var first = new LoopbackSmtp(script) { Files = mail => sent.Sent.Add(IdOf(mail)) };
        await using var second = new LoopbackSmtp { Files = mail => sent.Sent.Add(IdOf(mail)) };

        var app = await world.StartAppAsync(settings: Settings(cell, first, sent));
        var one = await world.OpenAsync(route, tenant);
        if (cell.Death is { } death)
            await app.ArmAsync([new ArmedPoint(one.Number, tenant.Number, EffectKind.SendReply, death)]);
        var livesOn = cell is { IsSilent: false, Death: null };
        var going = app.GoAsync(one.Number, livesOn ? SecondsOfTrying : AppPeer.Patience);
        if (cell.IsSilent)
        {
            await first.Silent;
            await world.EndAppAsync();
        }

        await going;
        if (cell.Death is not null)
            await world.DeathAsync();

        app = await world.StartAppAsync(settings: Settings(cell, second, sent));
        var ended = await KillCells.EndAsync(app, [one]);
        Write(world, [.. first.Taken, .. second.Taken]);
        var findings = await FaultCheck.LookAsync(world, [one], ended);
        return new FaultRow(Name, 1, 1, FaultRow.Persons(ended.Values), findings, clock.Elapsed);
    }

    private static Dictionary<string, string> Settings(SubmissionCell cell, LoopbackSmtp server, LoopbackImap sent)
    {
        var settings = new Dictionary<string, string>
        {
            ["Mailbox:SmtpHost"] = "127.0.0.1",
            ["Mailbox:SmtpPort"] = server.Port,
            ["Mailbox:Security"] = "None",
            ["Mailbox:From"] = "wonen@thuis.example",
        };
        if (!cell.CanLook)
            return settings;
        settings["Mailbox:ImapHost"] = "127.0.0.1";
        settings["Mailbox:ImapPort"] = sent.Port;
        settings["Mailbox:ImapSecurity"] = "None";
        settings["Mailbox:UserName"] = "wonen";
        settings["Mailbox:Password"] = "geheim";
        return settings;
    }

    // Where the check looks for mails: a second one of one reference beside the first.
    private static void Write(FaultWorld world, IReadOnlyList<string> taken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(world.SandboxFolder, "mail")).FullName;
        foreach (var (at, mail) in taken.Index())
            File.WriteAllText(Path.Combine(folder, $"{IdOf(mail).Split('@')[0]}.{at}.eml"), mail, Encoding.Latin1);
    }

    private static string IdOf(string mail)
    {
        using var text = new MemoryStream(Encoding.Latin1.GetBytes(mail));
        using var message = MimeMessage.Load(text);
        return message.MessageId!;
    }
}
