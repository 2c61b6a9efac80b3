using System.Globalization;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using MailKit;
using MailKit.Net.Imap;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>
/// A world whose app takes in the mail of a real mailbox: what was delivered there, where it lies, and what became of it.
/// </summary>
internal sealed class MailWorld : IAsyncDisposable
{
    private const string InProgress = "Aanvragen/In behandeling";
    private const string Parent = "Aanvragen";

    private readonly Dovecot _server;
    private readonly string _person;
    private readonly List<string> _names = [];
    private int _free;

    private MailWorld(Dovecot server, string person, FaultWorld world) => (_server, _person, World) = (server, person, world);

    public FaultWorld World { get; }

    /// <summary>How many messages were delivered.</summary>
    public int Delivered => _names.Count + _free;

    /// <param name="server">Where the mailbox is.</param>
    /// <param name="port">The port that the app reaches it by.</param>
    public static async Task<MailWorld> StartAsync(Dovecot server, int port)
    {
        var person = server.NewPerson();
        var settings = new Dictionary<string, string>
        {
            ["Mailbox:ImapHost"] = "127.0.0.1",
            ["Mailbox:ImapPort"] = port.ToString(CultureInfo.InvariantCulture),
            ["Mailbox:ImapSecurity"] = "None",
            ["Mailbox:UserName"] = person,
            ["Mailbox:Password"] = Dovecot.Password,
            ["Mailbox:From"] = "wonen@thuis.example",
            ["Mailbox:Requests:Read"] = "true",
            ["Mailbox:Requests:IntervalSeconds"] = "5",
            ["Mailbox:Requests:FormSenders"] = "formulier@website.example",
            ["Mailbox:Requests:FormSubject"] = "Aanvraag activatiecode",
        };
        return new MailWorld(server, person, await FaultWorld.StartAsync(settings));
    }

    /// <summary>A form's mail and a free one come in, which nobody else sent.</summary>
    public async Task DeliverAsync()
    {
        var cell = _names.Count + 1;
        var name = string.Create(CultureInfo.InvariantCulture, $"A. Cel {cell}");
        var form = Letter.Form.With("Message-ID", $"<form-{cell}@mail.example>");
        form = form.Saying(form.Body.Replace("A. Jansen", name, StringComparison.Ordinal));
        var free = Letter.Free.With("Message-ID", $"<free-{cell}@mail.example>");
        await _server.DeliverAsync(_person, "INBOX", form.ToBytes(), free.ToBytes());
        _names.Add(name);
        _free++;
    }

    /// <summary>True when every form's mail is put away and every other message lies where it came.</summary>
    public async Task<bool> IsHandledAsync()
    {
        using var program = await _server.ProgramOfAsync(_person);
        var (inbox, away) = (await IdsAsync(program.Inbox!), await AwayAsync(program));
        if (inbox.Any(id => id.StartsWith("form-", StringComparison.Ordinal)) || away.Distinct().Count() < _names.Count)
            return false;
        await using var journal = new JournalPeer(World);
        return await journal.MessagesAsync() >= Delivered;
    }

    /// <summary>Waits until it is so.</summary>
    public Task HandledAsync() => Waiting.ForAsync(
        $"{Delivered} messages to be handled", IsHandledAsync, isSo => isSo, _ => "not so");

    /// <summary>The folder of open cases gets another name, as somebody gives it who tidies up.</summary>
    public async Task RenameAsync(string name)
    {
        using var program = await _server.ProgramOfAsync(_person);
        var parent = await program.GetFolderAsync(Parent);
        await (await program.GetFolderAsync(InProgress)).RenameAsync(parent, name);
    }

    /// <summary>What is lost, twice or broken.</summary>
    public async Task<IReadOnlyList<Finding>> FindingsAsync()
    {
        var findings = new List<Finding>();
        using var program = await _server.ProgramOfAsync(_person);
        var (inbox, away) = (await IdsAsync(program.Inbox!), await AwayAsync(program));
        findings.AddRange(Compared(inbox, "free-", "in the inbox"));
        findings.AddRange(Compared(away, "form-", "put away"));
        await using var journal = new JournalPeer(World);
        var names = await journal.NamesAsync();
        foreach (var name in _names)
        {
            var cases = names.GetValueOrDefault(name);
            if (cases is not 1)
                findings.Add(new Finding(cases is 0 ? Harm.Lost : Harm.Duplicate, null, $"{cases} cases of {name}"));
        }

        if (await journal.MessagesAsync() is var messages && messages != Delivered)
            findings.Add(new Finding(
                messages < Delivered ? Harm.Lost : Harm.Duplicate, null, $"{messages} messages are known of {Delivered}"));
        findings.AddRange(await journal.BreaksAsync());
        return findings;
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();

    private IEnumerable<Finding> Compared(IReadOnlyList<string> ids, string kind, string where)
    {
        for (var cell = 1; cell <= _names.Count; cell++)
        {
            var copies = ids.Count(id => id == $"{kind}{cell}@mail.example");
            if (copies is not 1)
                yield return new Finding(copies is 0 ? Harm.Lost : Harm.Duplicate, null, $"{kind}{cell}: {copies} {where}");
        }
    }

    // Also in folders of before they were renamed.
    private static async Task<IReadOnlyList<string>> AwayAsync(ImapClient program)
    {
        IMailFolder parent;
        try
        {
            parent = await program.GetFolderAsync(Parent);
        }
        catch (FolderNotFoundException)
        {
            return [];
        }

        var ids = new List<string>();
        foreach (var folder in await parent.GetSubfoldersAsync())
            ids.AddRange(await IdsAsync(folder));
        return ids;
    }

    private static async Task<IReadOnlyList<string>> IdsAsync(IMailFolder folder)
    {
        await folder.OpenAsync(FolderAccess.ReadOnly);
        return [.. (await folder.FetchAsync(0, -1, MessageSummaryItems.Envelope)).Select(one => one.Envelope?.MessageId ?? "")];
    }
}
