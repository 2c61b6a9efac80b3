using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>
/// Sandbox: each mail is an <c>.eml</c> file that any mail program opens, named by its reference and, where the system can say
/// so, readable by its owner only. A second mail with one
/// reference gets a file beside the first: a sandbox in which sending twice cannot be seen proves nothing.
/// </summary>
internal sealed partial class FileDelivery(string folder, ILogger<FileDelivery> logger) : IMailDelivery
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public async Task<EffectOutcome<NoResult>> SendAsync(MimeMessage message, string name, CancellationToken cancellation)
    {
        var unfinished = Path.Combine(folder, $"{Guid.NewGuid():N}.tmp");
        try
        {
            MakeFolder();
            await using (var file = new FileStream(unfinished, ForTheOwner()))
            {
                await message.WriteToAsync(MailFormat.Of(message), file, cancellation);
                file.Flush(flushToDisk: true);
            }

            Publish(unfinished, name);
            return new EffectOutcome<NoResult>.Done(NoResult.Value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogFault(e.GetType().Name);
            return new EffectOutcome<NoResult>.NotDone(FailureReason.Unreachable);
        }
        finally
        {
            TryDelete(unfinished);
        }
    }

    public async Task<Reply<ReferenceMatch>> FindAsync(
        string messageId, EffectKey reference, EmailAddress recipient, CancellationToken cancellation)
    {
        if (!File.Exists(PathOf(reference.ToString(), 1)))
            return new Reply<ReferenceMatch>.Answered(ReferenceMatch.Nothing);
        try
        {
            using var mail = await MimeMessage.LoadAsync(PathOf(reference.ToString(), 1), cancellation);
            return new Reply<ReferenceMatch>.Answered(Recipients.Match(mail.To, recipient));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            LogUnreadable(e.GetType().Name);
            return new Reply<ReferenceMatch>.NotAnswered(FailureReason.Unreachable);
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

    private void Publish(string unfinished, string name)
    {
        for (var copy = 1; ; copy++)
        {
            try
            {
                File.Move(unfinished, PathOf(name, copy), overwrite: false);
                return;
            }
            catch (IOException) when (File.Exists(unfinished) && File.Exists(PathOf(name, copy)))
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
            // What came of the sending stands; the left-over is never taken for a mail.
        }
    }

    private string PathOf(string name, int copy) =>
        Path.Combine(folder, copy is 1 ? $"{name}.eml" : $"{name}.{copy}.eml");

    [LoggerMessage(Level = LogLevel.Error, Message = "The sandbox cannot write a mail in the data folder ({Fault})")]
    private partial void LogFault(string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sandbox cannot read a mail in the data folder ({Fault})")]
    private partial void LogUnreadable(string fault);
}
