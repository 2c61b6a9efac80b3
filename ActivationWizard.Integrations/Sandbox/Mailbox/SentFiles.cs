namespace ActivationWizard.Integrations.Sandbox.Mailbox;

/// <summary>
/// Each mail that is sent as an <c>.eml</c> file, which any mail program opens, named by its reference and, where the system can
/// say so, readable by its owner only. A second mail with one reference gets a file beside the first: a sandbox in which sending
/// twice cannot be seen proves nothing.
/// </summary>
internal sealed class SentFiles(string folder)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>False when it cannot be written, and then there is nothing of it.</summary>
    public bool TryWrite(string reference, byte[] mail)
    {
        var unfinished = Path.Combine(folder, $"{Guid.NewGuid():N}.tmp");
        try
        {
            MakeFolder();
            using (var file = new FileStream(unfinished, ForTheOwner()))
            {
                file.Write(mail);
                file.Flush(flushToDisk: true);
            }

            Publish(unfinished, string.Concat(reference.Split(Path.GetInvalidFileNameChars())));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            TryDelete(unfinished);
        }
    }

    // Of an earlier version, or made by hand, it may be open to others.
    private void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        File.SetUnixFileMode(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    private static FileStreamOptions ForTheOwner()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }

    private void Publish(string unfinished, string reference)
    {
        for (var copy = 1; ; copy++)
        {
            try
            {
                File.Move(unfinished, PathOf(reference, copy), overwrite: false);
                return;
            }
            catch (IOException) when (File.Exists(unfinished) && File.Exists(PathOf(reference, copy)))
            {
                // Taken: the next number.
            }
        }
    }

    private static void TryDelete(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The left-over is never taken for a mail.
        }
    }

    private string PathOf(string reference, int copy) =>
        Path.Combine(folder, copy is 1 ? $"{reference}.eml" : $"{reference}.{copy}.eml");
}
