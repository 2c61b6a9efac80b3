using MailKit;
using MailKit.Net.Imap;

namespace ActivationWizard.Integrations.Mailbox.Store;

/// <summary>
/// Finds the folder that a path means on this server, by name alone: what the server says a folder is for (RFC 6154) is not
/// asked, because not every server says it.
/// </summary>
internal static class ImapFolders
{
    /// <summary>Null when there is none.</summary>
    public static async Task<IMailFolder?> FindAsync(ImapClient client, MailFolderPath path, CancellationToken cancellation)
    {
        foreach (var root in RootsOf(client, path))
        {
            if (await FindAsync(client, root, path.Names, cancellation) is { } folder)
                return folder;
        }

        return null;
    }

    /// <summary>
    /// Makes it where it is not: below as much of the path as is there, else beside the inbox, else below the inbox where the
    /// server lets nobody make folders elsewhere. Several at once end up with the same folder.
    /// </summary>
    public static async Task<IMailFolder> FindOrMakeAsync(
        ImapClient client, MailFolderPath path, CancellationToken cancellation)
    {
        // What is refused may have been made by somebody else at this moment, and each time at least one folder more of the path.
        for (var left = path.Names.Count; ; left--)
        {
            try
            {
                return await FindAsync(client, path, cancellation) is { } known && !IsHollow(known)
                    ? known
                    : await MakeMissingAsync(client, path, cancellation);
            }
            catch (CommandException) when (left > 0)
            {
            }
        }
    }

    /// <summary>True for a folder that has others in it and no messages: what is left of one that was deleted.</summary>
    public static bool IsHollow(IMailFolder folder) =>
        folder.Attributes.HasFlag(FolderAttributes.NoSelect) || folder.Attributes.HasFlag(FolderAttributes.NonExistent);

    // The inbox last: what stands beside it is what people see first.
    private static IReadOnlyList<IMailFolder> RootsOf(ImapClient client, MailFolderPath path) =>
        path.IsBelowInbox || client.PersonalNamespaces.Count is 0
            ? [client.Inbox!]
            : [.. client.PersonalNamespaces.Select(client.GetFolder).Append(client.Inbox!).DistinctBy(root => root.FullName)];

    private static async Task<IMailFolder?> FindAsync(
        ImapClient client, IMailFolder root, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        if (names.Count is 0)
            return root;
        // Else it is another folder by the same letters.
        if (names.Any(name => name.Contains(root.DirectorySeparator, StringComparison.Ordinal)))
            return null;
        var path = string.Join(root.DirectorySeparator, names);
        try
        {
            return await client.GetFolderAsync(
                root.FullName.Length is 0 ? path : $"{root.FullName}{root.DirectorySeparator}{path}", cancellation);
        }
        catch (FolderNotFoundException)
        {
            return null;
        }
    }

    private static async Task<IMailFolder> MakeMissingAsync(
        ImapClient client, MailFolderPath path, CancellationToken cancellation)
    {
        var roots = RootsOf(client, path);
        for (var length = path.Names.Count - 1; length > 0; length--)
        {
            foreach (var root in roots)
            {
                if (await FindAsync(client, root, [.. path.Names.Take(length)], cancellation) is { } parent)
                    return await MakeAsync(parent, [.. path.Names.Skip(length)], cancellation);
            }
        }

        foreach (var root in roots.SkipLast(1))
        {
            try
            {
                return await MakeAsync(root, path.Names, cancellation);
            }
            catch (CommandException)
            {
                // Nobody may make folders here: below the inbox, then. Unless somebody else made it at this moment.
                if (await FindAsync(client, root, [path.Names[0]], cancellation) is { } made && !IsHollow(made))
                    throw;
            }
        }

        return await MakeAsync(roots[^1], path.Names, cancellation);
    }

    private static async Task<IMailFolder> MakeAsync(
        IMailFolder parent, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        foreach (var name in names)
        {
            var made = await parent.CreateAsync(name, isMessageFolder: true, cancellation)
                ?? throw new FolderNotFoundException(name);
            // Else some mail programs do not show it.
            await made.SubscribeAsync(cancellation);
            parent = made;
        }

        return parent;
    }
}
