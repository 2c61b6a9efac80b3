using System.Text;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Integrations.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>
/// The Mailsjablonen: files <c>{nl|en}/{ground}.txt</c>, read anew each time, so that a change counts from the next reply on.
/// </summary>
public sealed partial class TemplateFolder(IOptions<MailboxOptions> options, ILogger<TemplateFolder> logger) : IStandardReplies
{
    private const int MaximumBytes = 64 * 1024;

    // A file in another encoding is refused: it would turn "geïnformeerd" into something else.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _path = options.Value.TemplateFolder;
    private readonly string _telephone = options.Value.Telephone;

    /// <summary>The file of a reply: its path in the folder, such as <c>nl/NotTenant.txt</c>.</summary>
    public static string FileOf(TemplateChoice choice) => FileOf(ReplySlot.Of(choice));

    /// <inheritdoc />
    public string? MailFolder => null;

    /// <inheritdoc />
    public async Task<Reply<FilledReply?>> ComposeAsync(
        TemplateChoice choice, ReplyFilling filling, CancellationToken cancellation)
    {
        var (template, fault) = await ReadAsync(ReplySlot.Of(choice), cancellation);
        if (template is not null)
            return new Reply<FilledReply?>.Answered(new FilledReply(template.Fill(filling, _telephone)));

        LogBroken(FileOf(choice), fault!.Value);
        return fault switch
        {
            TemplateFault.Missing => new Reply<FilledReply?>.Answered(null),
            TemplateFault.NotOpened => new Reply<FilledReply?>.NotAnswered(FailureReason.Unreachable),
            _ => new Reply<FilledReply?>.NotAnswered(FailureReason.Nonsense),
        };
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<ReplyInUse>> InUseAsync(CancellationToken cancellation)
    {
        var all = new List<ReplyInUse>();
        foreach (var slot in ReplySlot.All)
        {
            var (template, fault) = await ReadAsync(slot, cancellation);
            var (found, preview) = (template?.Found, template?.Preview(_telephone));
            all.Add(new ReplyInUse(slot, FileOf(slot), found, preview, fault));
        }

        return all;
    }

    /// <summary>Writes them into the log, each with what is wrong with it.</summary>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        foreach (var one in await this.BrokenAsync(cancellation))
            LogBroken(one.File, one.Fault);
    }

    private static string FileOf(ReplySlot slot) => $"{slot.Name}.txt";

    private async Task<(MailTemplate? Template, TemplateFault? Fault)> ReadAsync(
        ReplySlot slot, CancellationToken cancellation)
    {
        try
        {
            if (await BoundedFile.ReadAsync(Path.Combine(_path, FileOf(slot)), MaximumBytes, cancellation) is not { } bytes)
                return (null, TemplateFault.TooLong);
            var text = Utf8.GetString(bytes).TrimStart('\uFEFF');
            return (MailTemplate.Read(text, TemplateWording.Of(slot.Language), _telephone, out var fault), fault);
        }
        catch (Exception cause) when (cause is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, TemplateFault.Missing);
        }
        catch (DecoderFallbackException)
        {
            return (null, TemplateFault.NotUtf8);
        }
        catch (Exception cause) when (BoundedFile.Explains(cause))
        {
            return (null, TemplateFault.NotOpened);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message =
        "Mail template {File} in Mailbox:TemplateFolder cannot be used: {Fault}. It must be UTF-8 of at most 64 KiB, with a "
        + "first line for the subject, then a text, and no braces but those of placeholders")]
    private partial void LogBroken(string file, TemplateFault fault);
}
