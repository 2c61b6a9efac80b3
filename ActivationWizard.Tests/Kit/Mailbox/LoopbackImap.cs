using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActivationWizard.Tests.Kit.Mailbox;

/// <summary>
/// The little of RFC 3501 that looking in Sent takes, on a free loopback port: sign in, list, examine, search by Message-ID, and
/// whom a mail went to.
/// </summary>
internal sealed class LoopbackImap : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public LoopbackImap()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        _serving = ServeAsync();
    }

    public string Port { get; }

    /// <summary>The Message-IDs of the mails in Sent.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>Whom they were sent to, as an ENVELOPE has an address; NIL for nobody.</summary>
    public string To { get; init; } = "((NIL NIL \"a.jansen\" \"mail.example\"))";

    /// <summary>Whether Sent is marked as such.</summary>
    public bool MarksSent { get; init; } = true;

    /// <summary>Whether the answer to EXAMINE says that the folder is open, as it must.</summary>
    public bool OpensFolders { get; init; } = true;

    /// <summary>A command that is answered with NO, and one after which the connection breaks.</summary>
    public string? Refuses { get; init; }

    public string? BreaksAt { get; init; }

    public List<string> Commands { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                try
                {
                    await TalkAsync(client.GetStream());
                }
                catch (IOException)
                {
                    // The client left.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await SayAsync(stream, "* OK [CAPABILITY IMAP4rev1 SPECIAL-USE] loopback");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            Commands.Add(line);
            var (tag, command) = (line.Split(' ')[0], line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
            if (BreaksAt is not null && command.StartsWith(BreaksAt, StringComparison.Ordinal))
                return;
            var refused = Refuses is not null && command.StartsWith(Refuses, StringComparison.Ordinal);
            foreach (var answer in refused ? [] : Answers(command))
                await SayAsync(stream, answer);
            var opened = command.StartsWith("EXAMINE", StringComparison.Ordinal) && OpensFolders ? "[READ-ONLY] " : "";
            await SayAsync(stream, $"{tag} {(refused ? "NO" : $"OK {opened}")} that was it");
            if (command is "LOGOUT")
                return;
        }
    }

    private string[] Answers(string command) => command switch
    {
        "CAPABILITY" => ["* CAPABILITY IMAP4rev1 SPECIAL-USE"],
        "LOGOUT" => ["* BYE goodbye"],
        _ when command.StartsWith("LIST", StringComparison.Ordinal) => List(command),
        _ when command.StartsWith("EXAMINE", StringComparison.Ordinal) =>
            [$"* {Sent.Count} EXISTS", "* 0 RECENT", "* FLAGS ()", "* OK [UIDVALIDITY 1] fine", "* OK [UIDNEXT 99] fine"],
        _ when command.StartsWith("UID SEARCH", StringComparison.Ordinal) =>
            [$"* SEARCH {Found(command)}".TrimEnd()],
        _ when command.StartsWith("UID FETCH", StringComparison.Ordinal) => [Envelope(command.Split(' ')[2])],
        _ => [],
    };

    private string Envelope(string uid)
    {
        var id = Sent[int.Parse(uid, CultureInfo.InvariantCulture) - 1];
        const string from = "((NIL NIL \"wonen\" \"thuis.example\"))";
        return $"* {uid} FETCH (UID {uid} ENVELOPE (NIL \"Uw aanvraag\" {from} {from} {from} {To} NIL NIL NIL \"<{id}>\"))";
    }

    private string Found(string command) => Sent.FindIndex(id => command.Contains(id, StringComparison.Ordinal)) switch
    {
        >= 0 and var at => (at + 1).ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private string[] List(string command)
    {
        if (command.Contains("SPECIAL-USE", StringComparison.Ordinal))
            return MarksSent ? ["* LIST (\\HasNoChildren \\Sent) \"/\" \"Verzonden\""] : [];
        if (command.EndsWith("INBOX", StringComparison.Ordinal) || command.EndsWith("\"INBOX\"", StringComparison.Ordinal))
            return ["* LIST (\\HasNoChildren) \"/\" \"INBOX\""];
        return command.Contains("Verzonden", StringComparison.Ordinal)
            ? ["* LIST (\\HasNoChildren) \"/\" \"Verzonden\""]
            : command.EndsWith("\"\" \"\"", StringComparison.Ordinal) ? ["* LIST (\\Noselect) \"/\" \"\""] : [];
    }

    private ValueTask SayAsync(NetworkStream stream, string line) =>
        stream.WriteAsync(Encoding.Latin1.GetBytes(line + "\r\n"), _stop.Token);
}
