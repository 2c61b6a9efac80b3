using System.Text;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>
/// The Mailsjablonen: files <c>{nl|en}/{ground}.txt</c>, read anew each time, so that a change counts from the next reply on.
/// </summary>
public sealed partial class TemplateFolder(IOptions<MailboxOptions> options, ILogger<TemplateFolder> logger)
{
    private const int MaximumBytes = 64 * 1024;

    // A file in another encoding is refused: it would turn "geïnformeerd" into something else.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly TemplateChoice[] Choices =
    [
        .. Enum.GetValues<MailLanguage>().SelectMany(language => Enum.GetValues<RefusalGround>()
            .Select(ground => new TemplateChoice(ground, false, language))),
    ];

    private readonly string _path = options.Value.TemplateFolder;
    private readonly string _telephone = options.Value.Telephone;

    /// <summary>The file of a reply: its path in the folder, such as <c>nl/NotTenant.txt</c>.</summary>
    public static string FileOf(TemplateChoice choice) =>
        $"{TemplateWording.Of(choice.Language).Folder}/{NameOf(choice)}.txt";

    /// <summary>The reply; null when its file is not there, no answer when the file cannot be used.</summary>
    public async Task<Reply<FilledReply?>> ComposeAsync(
        TemplateChoice choice, ReplyFilling filling, CancellationToken cancellation)
    {
        var (template, fault) = await ReadAsync(choice, cancellation);
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

    /// <summary>Every file that cannot be used, as it is now.</summary>
    public async Task<IReadOnlyList<BrokenTemplate>> BrokenAsync(CancellationToken cancellation)
    {
        var broken = new List<BrokenTemplate>();
        foreach (var choice in Choices.DistinctBy(FileOf))
        {
            if (await ReadAsync(choice, cancellation) is { Fault: { } fault })
                broken.Add(new BrokenTemplate(FileOf(choice), fault));
        }

        return broken;
    }

    /// <summary>Writes them into the log, each with what is wrong with it.</summary>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        foreach (var one in await BrokenAsync(cancellation))
            LogBroken(one.File, one.Fault);
    }

    // A requester without standing and a refusal by hand have no text of their own: it would say why.
    private static string NameOf(TemplateChoice choice) =>
        choice.Neutral || choice.Ground is RefusalGround.NotAuthorised or RefusalGround.ByHand
            ? "Neutral"
            : choice.Ground.ToString();

    private async Task<(MailTemplate? Template, TemplateFault? Fault)> ReadAsync(
        TemplateChoice choice, CancellationToken cancellation)
    {
        try
        {
            if (await BoundedFile.ReadAsync(Path.Combine(_path, FileOf(choice)), MaximumBytes, cancellation) is not { } bytes)
                return (null, TemplateFault.TooLong);
            var text = Utf8.GetString(bytes).TrimStart('\uFEFF');
            return (MailTemplate.Read(text, TemplateWording.Of(choice.Language), _telephone, out var fault), fault);
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
