using System.Collections.Concurrent;
using System.Globalization;
using ActivationWizard.Tests.Kit.Basics;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using MimeKit;

namespace ActivationWizard.Tests.Kit.Mailbox;

/// <summary>
/// A real mail server of this run alone: IMAP and submission on loopback. It starts when the first mailbox is asked for. Every
/// name is somebody with a mailbox, whose password is <see cref="Password"/>; what is submitted is in <see cref="RelayedAsync"/>.
/// </summary>
public sealed class Dovecot : IAsyncDisposable
{
    /// <summary>Everybody's.</summary>
    public const string Password = "geheim";

    /// <summary>A person whose folders are all below the inbox and parted by dots, as some servers have it.</summary>
    public const string DottedPerson = "gestippeld";

    /// <summary>How many connections one person may have.</summary>
    public const int MostConnections = 10;

    private readonly Lazy<Task<DovecotProcess>> _process = new(DovecotProcess.StartAsync);
    private int _people;
    private int _delivered;

    /// <summary>Who signs in by which OAuth2 token; without an entry a token is refused.</summary>
    internal async Task<ConcurrentDictionary<string, string>> TokensAsync() => (await _process.Value).Tokens;

    /// <summary>Where it listens for IMAP, in the clear and with STARTTLS.</summary>
    internal async Task<int> ImapPortAsync() => (await _process.Value).ImapPort;

    /// <summary>The mails that were taken for others, each as one text.</summary>
    internal async Task<IReadOnlyList<string>> RelayedAsync() => (await _process.Value).Relay.Taken;

    /// <summary>Somebody nobody else is.</summary>
    internal string NewPerson() =>
        string.Create(CultureInfo.InvariantCulture, $"wonen{Interlocked.Increment(ref _people)}");

    /// <summary>The settings by which the product reads and sends as this person, over TLS.</summary>
    internal async Task<(string Key, string Value)[]> SettingsAsync(string person, params (string Key, string Value)[] more)
    {
        var process = await _process.Value;
        var settings = new Dictionary<string, string>
        {
            ["SmtpHost"] = "localhost",
            ["SmtpPort"] = process.SubmissionPort.ToString(CultureInfo.InvariantCulture),
            ["From"] = "wonen@thuis.example",
            ["ImapHost"] = "localhost",
            ["ImapPort"] = process.ImapPort.ToString(CultureInfo.InvariantCulture),
            ["ImapSecurity"] = "StartTls",
            ["CertificateAuthority"] = process.Authority,
            ["UserName"] = person,
            ["Password"] = Password,
        };
        foreach (var (key, value) in more)
            settings[key] = value;
        return [.. settings.Where(one => one.Value.Length > 0).Select(one => (one.Key, one.Value))];
    }

    /// <summary>Somebody's own mail program, which the caller disposes.</summary>
    internal async Task<ImapClient> ProgramOfAsync(string person)
    {
        var client = new ImapClient();
        var cancellation = TestContext.Current.CancellationToken;
        await client.ConnectAsync("127.0.0.1", await ImapPortAsync(), SecureSocketOptions.None, cancellation);
        await client.AuthenticateAsync(person, Password, cancellation);
        return client;
    }

    /// <summary>Puts a message into a folder, which is made by its full name when it is not there.</summary>
    /// <param name="message">As it is on the wire.</param>
    internal async Task PutAsync(
        string person, string folder, string message, MessageFlags flags = MessageFlags.None, DateTimeOffset? at = null)
    {
        using var program = await ProgramOfAsync(person);
        using var text = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(message));
        using var parsed = await MimeMessage.LoadAsync(text, TestContext.Current.CancellationToken);
        var target = await FolderAsync(program, folder);
        await target.AppendAsync(parsed, flags, at ?? FixedTime.Start, TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// Delivers messages to somebody's folder as they are, byte for byte, as another mail server does: the next look of the
    /// server sees them, in this order.
    /// </summary>
    internal async Task DeliverAsync(string person, string folder, params IReadOnlyList<byte[]> messages)
    {
        using (var program = await ProgramOfAsync(person))
            // Only who is opened has a place on disk, the inbox too.
            await (await FolderAsync(program, folder)).OpenAsync(FolderAccess.ReadOnly, TestContext.Current.CancellationToken);
        var maildir = Path.Combine(
            (await _process.Value).MailFolder, person, "Maildir", folder is "INBOX" ? "" : folder);
        foreach (var message in messages)
        {
            // Sorted by name within a second, and whole when it is there.
            var name = string.Create(
                CultureInfo.InvariantCulture, $"{1_800_000_000 + Interlocked.Increment(ref _delivered)}.M1P1.localhost");
            var file = Path.Combine(maildir, "tmp", name);
            await File.WriteAllBytesAsync(file, message, TestContext.Current.CancellationToken);
            File.Move(file, Path.Combine(maildir, "new", name));
        }
    }

    /// <summary>The folder of this full name, made when it is not there.</summary>
    internal static async Task<IMailFolder> FolderAsync(ImapClient program, string name)
    {
        var cancellation = TestContext.Current.CancellationToken;
        try
        {
            return await program.GetFolderAsync(name, cancellation);
        }
        catch (FolderNotFoundException)
        {
            var space = program.PersonalNamespaces[0];
            var parent = program.GetFolder(space);
            var prefix = parent.FullName.Length is 0 ? "" : parent.FullName + space.DirectorySeparator;
            foreach (var part in name[prefix.Length..].Split(space.DirectorySeparator))
            {
                var existing = (await parent.GetSubfoldersAsync(cancellationToken: cancellation))
                    .FirstOrDefault(one => one.Name == part);
                parent = existing ?? (await parent.CreateAsync(part, true, cancellation))!;
            }

            return parent;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_process.IsValueCreated && _process.Value.IsCompletedSuccessfully)
            await _process.Value.Result.DisposeAsync();
    }
}
