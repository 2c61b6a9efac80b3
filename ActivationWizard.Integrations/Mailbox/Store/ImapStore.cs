using System.Collections.Concurrent;
using System.Globalization;
using ActivationWizard.Domain.Ports;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Microsoft.Extensions.Logging;
using MimeKit;
using MimeKit.Utils;

namespace ActivationWizard.Integrations.Mailbox.Store;

/// <summary>
/// The mailbox over IMAP. A key is the UIDVALIDITY and UID of RFC 3501: it names no message once the folder was numbered anew.
/// </summary>
internal sealed partial class ImapStore(MailSignIn signIn, TimeProvider time, ILogger<ImapStore> logger) : IMailStore, IDisposable
{
    // Of RFC 5322 the most characters of a line.
    private const int LongestMessageId = 998;

    private static readonly MailReading.Gone NotThere = new();
    private readonly ImapLine _line = new(signIn);
    private readonly ConcurrentDictionary<MailFolderPath, ImapWatch> _watches = new();

    public Task<Reply<IReadOnlyList<MailHead>?>> ListAsync(MailFolderPath folder, int most, CancellationToken cancellation) =>
        SearchAsync(("list messages", folder), SearchQuery.NotDeleted, most, _ => true, cancellation);

    // Servers search for a part of the header.
    public Task<Reply<IReadOnlyList<MailHead>?>> FindAsync(
        MailFolderPath folder, string messageId, CancellationToken cancellation) => SearchAsync(
        ("find messages", folder), SearchQuery.NotDeleted.And(SearchQuery.HeaderContains("Message-ID", messageId)), int.MaxValue,
        head => head.MessageId == messageId, cancellation);

    public Task<Reply<MailReading>> ReadAsync(MailKey key, CancellationToken cancellation) => _line.AskAsync<MailReading>(
        ("read message", key.Folder, FolderAccess.ReadOnly), NotThere,
        async (_, folder, _, patience) =>
            await ExistingAsync(folder, key, patience) is { } message
                ? await LoadAsync(folder, message, patience)
                : NotThere,
        LogFault, cancellation);

    public Task<Reply<MailMove>> MoveAsync(MailKey key, MailFolderPath destination, CancellationToken cancellation) =>
        _line.AskAsync<MailMove>(
            ("move message", key.Folder, FolderAccess.ReadWrite), new MailMove.Gone(),
            (client, folder, _, patience) => MoveAsync(client, folder, key, destination, patience),
            LogFault, cancellation);

    public Task<Reply<bool>> WaitAsync(MailFolderPath folder, TimeSpan most, CancellationToken cancellation) =>
        _watches.GetOrAdd(folder, path => new ImapWatch(path, signIn, time, LogFault)).WaitAsync(most, cancellation);

    public void Dispose()
    {
        _line.Dispose();
        foreach (var watch in _watches.Values)
            watch.Dispose();
    }

    private Task<Reply<IReadOnlyList<MailHead>?>> SearchAsync(
        (string Operation, MailFolderPath Folder) asked, SearchQuery query, int most, Func<MailHead, bool> isWanted,
        CancellationToken cancellation) =>
        _line.AskAsync<IReadOnlyList<MailHead>?>(
            (asked.Operation, asked.Folder, FolderAccess.ReadOnly), null,
            async (_, folder, _, patience) =>
            {
                // In the order of their numbers, which is that of their coming.
                var found = (await folder.SearchAsync(query, patience)).Order().Take(most).ToList();
                if (found.Count is 0)
                    return [];
                var request = new FetchRequest(
                    MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate,
                    [HeaderId.MessageId]);
                return
                [
                    .. (await folder.FetchAsync(found, request, patience))
                        .OrderBy(one => one.UniqueId)
                        .Select(one => HeadOf(asked.Folder, folder.UidValidity, one))
                        .Where(isWanted),
                ];
            },
            LogFault, cancellation);

    private static async Task<MailMove> MoveAsync(
        ImapClient client, IMailFolder folder, MailKey key, MailFolderPath to, CancellationToken patience)
    {
        if (await ExistingAsync(folder, key, patience) is not { } message)
            return new MailMove.Gone();
        var target = await ImapFolders.FindOrMakeAsync(client, to, patience);
        if (target.FullName == folder.FullName)
            return new MailMove.Moved(key);
        var moved = await folder.MoveToAsync(message.UniqueId, target, patience);
        // A server that says where things went, and says nothing, moved nothing: somebody was quicker.
        if (moved is null && client.Capabilities.HasFlag(ImapCapabilities.UidPlus))
            return new MailMove.Gone();
        return new MailMove.Moved(moved is { Validity: > 0 } now ? new MailKey(to, IdOf(now.Validity, now)) : null);
    }

    private static async Task<IMessageSummary?> ExistingAsync(IMailFolder folder, MailKey key, CancellationToken patience)
    {
        if (UidOf(key, folder.UidValidity) is not { } uid)
            return null;
        var request = new FetchRequest(MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.Flags);
        return (await folder.FetchAsync([uid], request, patience))
            .FirstOrDefault(one => one.UniqueId.Id == uid.Id && one.Flags?.HasFlag(MessageFlags.Deleted) is not true);
    }

    // A server can be wrong about a size: no more is asked for than may be read, and one byte.
    private static async Task<MailReading> LoadAsync(IMailFolder folder, IMessageSummary message, CancellationToken patience)
    {
        if (message.Size is > MailReading.LargestMessage and { } size)
            return new MailReading.TooLarge(size);
        try
        {
            await using var text = await folder.GetStreamAsync(
                message.UniqueId, 0, MailReading.LargestMessage + 1, patience);
            return text.Length > MailReading.LargestMessage
                ? new MailReading.TooLarge(text.Length)
                : new MailReading.Found(await BytesOfAsync(text, patience));
        }
        catch (MessageNotFoundException)
        {
            return NotThere;
        }
    }

    private static async Task<byte[]> BytesOfAsync(Stream text, CancellationToken patience)
    {
        var bytes = new byte[text.Length - text.Position];
        await text.ReadExactlyAsync(bytes, patience);
        return bytes;
    }

    private static MailHead HeadOf(MailFolderPath path, uint validity, IMessageSummary one) => new(
        new MailKey(path, IdOf(validity, one.UniqueId)),
        one.Headers?[HeaderId.MessageId] is { Length: <= LongestMessageId } id ? MimeUtils.ParseMessageId(id) : null,
        one.Size ?? 0,
        one.InternalDate ?? DateTimeOffset.UnixEpoch);

    private static string IdOf(uint validity, UniqueId uid) =>
        string.Create(CultureInfo.InvariantCulture, $"{validity}.{uid.Id}");

    private static UniqueId? UidOf(MailKey key, uint validity) =>
        key.Id.Split('.') is [var folder, var message]
        && uint.TryParse(folder, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known == validity
        && uint.TryParse(message, NumberStyles.None, CultureInfo.InvariantCulture, out var uid) && uid > 0
            ? new UniqueId(uid)
            : null;

    private void LogFault(Exception fault) => LogFault(fault.GetType().Name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mailbox cannot be read ({Fault})")]
    private partial void LogFault(string fault);
}
