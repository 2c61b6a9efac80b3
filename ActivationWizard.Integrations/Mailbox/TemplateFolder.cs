using System.Text;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>
/// The Mailsjablonen: files <c>{nl|en}/{ground}.txt</c>, read anew each time, so that a change counts from the next reply on.
/// </summary>
internal sealed partial class TemplateFolder(IOptions<MailboxOptions> options, ILogger<TemplateFolder> logger)
{
    private const int MaximumBytes = 64 * 1024;

    // A file in another encoding is refused: it would turn "geïnformeerd" into something else.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly string _path = options.Value.TemplateFolder;

    /// <summary>The reply; null when its file is not there, no answer when the file cannot be used.</summary>
    public async Task<Reply<MailText?>> ComposeAsync(TemplateChoice choice, string tenantName, CancellationToken cancellation)
    {
        var wording = TemplateWording.Of(choice.Language);
        var file = $"{wording.Folder}/{FileOf(choice)}.txt";
        try
        {
            var text = await ReadAsync(Path.Combine(_path, file), cancellation);
            if (MailTemplate.TryRead(text, wording, out var template))
                return new Reply<MailText?>.Answered(template.Fill(tenantName));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            LogMissing(file);
            return new Reply<MailText?>.Answered(null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            LogUnreadable(file, e.GetType().Name);
            return new Reply<MailText?>.NotAnswered(FailureReason.Unreachable);
        }
        catch (DecoderFallbackException)
        {
            // Reported below, as any other file that cannot be used.
        }

        LogBroken(file, wording.Subject, wording.Salutation, wording.Name);
        return new Reply<MailText?>.NotAnswered(FailureReason.Nonsense);
    }

    // A requester without standing and a refusal by hand have no text of their own: it would say why.
    private static string FileOf(TemplateChoice choice) =>
        choice.Neutral || choice.Ground is RefusalGround.NotAuthorised or RefusalGround.ByHand
            ? "Neutral"
            : choice.Ground.ToString();

    private static async Task<string> ReadAsync(string file, CancellationToken cancellation)
    {
        if (new FileInfo(file) is { Exists: true, Length: > MaximumBytes })
            return "";
        var bytes = await File.ReadAllBytesAsync(file, cancellation);
        return Utf8.GetString(bytes).TrimStart('\uFEFF');
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail template {File} is not in Mailbox:TemplateFolder")]
    private partial void LogMissing(string file);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail template {File} cannot be read ({Fault})")]
    private partial void LogUnreadable(string file, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message =
        "Mail template {File} cannot be used: it must be UTF-8 of at most 64 KiB, with a first line {Subject}, "
        + "then a text, and no braces but those of {Salutation} and {Name}")]
    private partial void LogBroken(string file, string subject, string salutation, string name);
}
