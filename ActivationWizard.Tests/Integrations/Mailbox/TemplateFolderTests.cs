using System.Text;
using ActivationWizard.App.Status;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>Replies that an installation wrote itself, well and badly.</summary>
public sealed class TemplateFolderTests : IDisposable
{
    private const string Good = "Onderwerp: Aanvraag van {naam}\n{aanhef},\n\nDag {naam}.\n";
    private readonly TemporaryFolder _templates = new();
    private readonly MailboxBench _bench;

    public TemplateFolderTests() => _bench = new MailboxBench(("TemplateFolder", _templates.Path));

    public static TheoryData<RefusalGround, bool, MailLanguage, string> Files
    {
        get
        {
            var files = new TheoryData<RefusalGround, bool, MailLanguage, string>();
            foreach (var ground in Enum.GetValues<RefusalGround>())
            {
                var own = ground is RefusalGround.NotAuthorised or RefusalGround.ByHand ? "Neutral" : ground.ToString();
                files.Add(ground, false, MailLanguage.Dutch, $"nl/{own}.txt");
                files.Add(ground, false, MailLanguage.English, $"en/{own}.txt");
                files.Add(ground, true, MailLanguage.Dutch, "nl/Neutral.txt");
                files.Add(ground, true, MailLanguage.English, "en/Neutral.txt");
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Compose_FileMissing_IsNoTemplateAndNamesTheFile(
        RefusalGround ground, bool neutral, MailLanguage language, string file)
    {
        Assert.Equal(new Reply<FilledReply?>.Answered(null), await ComposeAsync(new(ground, neutral, language)));
        Assert.Contains(file, _bench.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", _bench.Log, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Compose_FileBroken_IsNoAnswerAndNamesTheFile(
        RefusalGround ground, bool neutral, MailLanguage language, string file)
    {
        Write(file, "No subject here\n\nText.\n");

        Assert.Equal(new Reply<FilledReply?>.NotAnswered(FailureReason.Nonsense),
            await ComposeAsync(new(ground, neutral, language)));
        Assert.Contains(file, _bench.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", _bench.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Onderwerp: Aanvraag")]
    [InlineData("Onderwerp:\n{aanhef},\n\nDag.\n")]
    [InlineData("Onderwerp: Aanvraag\n \n\n")]
    [InlineData("{aanhef},\n\nDag.\n")]
    [InlineData("Subject: Request\n{aanhef},\n\nDag.\n")]
    [InlineData("Onderwerp: Aanvraag\n{aanhef}, uw bsn is {bsn}\n")]
    [InlineData("Onderwerp: Aanvraag\n{salutation},\n\nDag.\n")]
    [InlineData("Onderwerp: Aanvraag\n{Naam},\n\nDag.\n")]
    [InlineData("Onderwerp: Aanvraag\n{aanhef,\n\nDag.\n")]
    [InlineData("Onderwerp: Aanvraag\naanhef},\n\nDag.\n")]
    [InlineData("Onderwerp: Aanvraag {0}\n{aanhef},\n\nDag.\n")]
    [InlineData("Onderwerp: Aan\u0007vraag\n{aanhef},\n\nDag.\n")]
    [InlineData("Onderwerp: Aanvraag\n{aanhef},\n\nDag\0.\n")]
    public async Task Compose_TextNotAsAgreed_IsNoAnswer(string text)
    {
        Write("nl/Neutral.txt", text);

        Assert.Equal(new Reply<FilledReply?>.NotAnswered(FailureReason.Nonsense), await ComposeNeutralAsync("Jansen"));
    }

    [Theory]
    [InlineData("", TemplateFault.Empty)]
    [InlineData(" \r\n\r\n", TemplateFault.Empty)]
    [InlineData("{aanhef},\n\nDag.\n", TemplateFault.NoSubject)]
    [InlineData("Onderwerp: \n{aanhef},\n\nDag.\n", TemplateFault.NoSubject)]
    [InlineData("Onderwerp: Aanvraag", TemplateFault.NoText)]
    [InlineData("Onderwerp: Aanvraag\r\n \r\n", TemplateFault.NoText)]
    [InlineData("Onderwerp: Aanvraag\n{aanhef}, uw bsn is {bsn}\n", TemplateFault.UnknownPlaceholder)]
    [InlineData("Onderwerp: Aanvraag\n{aanhef},\n\nDag\0.\n", TemplateFault.NotUtf8)]
    public async Task Broken_FileNotAsAgreed_IsNamedWithWhatIsWrong(string text, TemplateFault fault)
    {
        WriteAllWell();
        Write("nl/NotTenant.txt", text);

        Assert.Equal([new BrokenTemplate("nl/NotTenant.txt", fault)], await BrokenAsync());
    }

    [Fact]
    public async Task Broken_FileThatIsNoText_IsNamedWithWhatIsWrong()
    {
        WriteAllWell();
        Write("en/NotTenant.txt", Encoding.Unicode.GetPreamble());
        Write("en/Neutral.txt", Encoding.Latin1.GetBytes("Subject: Caf\u00E9\n{salutation},\n\nBye.\n"));
        Write("nl/Neutral.txt", Good + new string('x', 64 * 1024));
        File.Delete(_templates["nl/NotTenant.txt"]);
        Directory.CreateDirectory(_templates["nl/NotTenant.txt"]);
        File.Delete(_templates["nl/PaymentArrangement.txt"]);

        Assert.Equal(
        [
            ("en/Neutral.txt", TemplateFault.NotUtf8), ("en/NotTenant.txt", TemplateFault.NotUtf8),
            ("nl/Neutral.txt", TemplateFault.TooLong), ("nl/NotTenant.txt", TemplateFault.NotOpened),
            ("nl/PaymentArrangement.txt", TemplateFault.Missing),
        ], (await BrokenAsync()).Select(one => (one.File, one.Fault)).Order());
        Assert.Equal(new Reply<FilledReply?>.NotAnswered(FailureReason.Unreachable),
            await ComposeAsync(new(RefusalGround.NotTenant, false, MailLanguage.Dutch)));
    }

    [Fact]
    public async Task Check_AtTheStart_LogsEachFileThatIsBroken()
    {
        WriteAllWell();
        Write("nl/NotTenant.txt", "");
        File.Delete(_templates["en/Neutral.txt"]);

        await new TemplateCheck(_bench.Templates, _bench.Templates).StartAsync(MailboxBench.Cancellation);

        Assert.Contains("nl/NotTenant.txt", _bench.Log, StringComparison.Ordinal);
        Assert.Contains("en/Neutral.txt", _bench.Log, StringComparison.Ordinal);
        Assert.Equal(2, _bench.Log.Split('\n').Length);
    }

    [Fact]
    public async Task Broken_TemplatesAsTheyCome_AreNone()
    {
        using var shipped = new MailboxBench();

        Assert.Empty(await shipped.Templates.BrokenAsync(MailboxBench.Cancellation));
    }

    [Fact]
    public async Task Compose_FileInAnotherEncoding_IsNoAnswer()
    {
        Write("nl/Neutral.txt", Encoding.Latin1.GetBytes("Onderwerp: Aanvraag\nBeste cliënt,\n\nDag.\n"));

        Assert.Equal(new Reply<FilledReply?>.NotAnswered(FailureReason.Nonsense), await ComposeNeutralAsync("Jansen"));
    }

    [Fact]
    public async Task Compose_FileTooLarge_IsNoAnswer()
    {
        Write("nl/Neutral.txt", Good + new string('x', 64 * 1024));

        Assert.Equal(new Reply<FilledReply?>.NotAnswered(FailureReason.Nonsense), await ComposeNeutralAsync("Jansen"));
    }

    [Fact]
    public async Task Compose_FileOfAnotherEditor_IsRead()
    {
        Write("nl/Neutral.txt", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good.ReplaceLineEndings("\r\n"))]);

        Assert.Equal(
            Reply("Aanvraag van Jansen", "Beste heer/mevrouw Jansen,\n\nDag Jansen.\n"), await ComposeNeutralAsync("Jansen"));
    }

    [Fact]
    public async Task Compose_FileEdited_CountsAtOnce()
    {
        Write("nl/Neutral.txt", Good);
        await ComposeNeutralAsync("Jansen");
        Write("nl/Neutral.txt", "Onderwerp: Nieuw\nTot ziens.\n");

        Assert.Equal(Reply("Nieuw", "Tot ziens.\n"), await ComposeNeutralAsync("Jansen"));
    }

    [Theory]
    [InlineData("{aanhef} {naam} {bsn}", "{aanhef} {naam} {bsn}")]
    [InlineData("Jansen\r\nBcc: x@y.example", "Jansen Bcc: x@y.example")]
    [InlineData("  Zoë\t van\u2028 der\u0000 Ploeg ", "Zoë van der Ploeg")]
    [InlineData("\u202Enesnaj\u200B", "nesnaj")]
    [InlineData("$0 $& \\1", "$0 $& \\1")]
    public async Task Compose_NameThatWouldBreakTheMail_IsJustAName(string name, string shown)
    {
        Write("nl/Neutral.txt", Good);

        Assert.Equal(
            Reply($"Aanvraag van {shown}", $"Beste heer/mevrouw {shown},\n\nDag {shown}.\n"), await ComposeNeutralAsync(name));
    }

    [Fact]
    public async Task Compose_NoName_StillGreets()
    {
        Write("nl/Neutral.txt", "Onderwerp: Aanvraag\n{aanhef},\n\nDag.\n");

        Assert.Equal(Reply("Aanvraag", "Beste heer/mevrouw,\n\nDag.\n"), await ComposeNeutralAsync(" "));
    }

    [Fact]
    public async Task Compose_NameOfNobody_IsStillASentence()
    {
        Write("nl/Neutral.txt", Good);

        Assert.Equal(
            Reply("Aanvraag van heer/mevrouw", "Beste heer/mevrouw,\n\nDag heer/mevrouw.\n"), await ComposeNeutralAsync(""));
    }

    [Theory]
    [InlineData(MailLanguage.Dutch, "nl/Neutral.txt", "Onderwerp: Zaak {zaaknummer}\nBel {telefoon}.\n")]
    [InlineData(MailLanguage.English, "en/Neutral.txt", "Subject: Zaak {casenumber}\nBel {telephone}.\n")]
    public async Task Compose_NumberAndTelephone_AreThoseOfTheCaseAndTheCorporation(
        MailLanguage language, string file, string template)
    {
        Write(file, template);
        using var bench = new MailboxBench(("TemplateFolder", _templates.Path), ("Telephone", "040 - 123 45 67"));

        Assert.Equal(
            Reply("Zaak 2026-00412", "Bel 040 - 123 45 67.\n"),
            await bench.Mailbox.ComposeAsync(
                new(RefusalGround.NotTenant, true, language), MailboxBench.FillingFor("A. Jansen"), MailboxBench.Cancellation));
        Assert.Contains(new BrokenTemplate(file, TemplateFault.NoTelephone), await BrokenAsync());
    }

    public void Dispose()
    {
        _bench.Dispose();
        _templates.Dispose();
    }

    private static Reply<FilledReply?>.Answered Reply(string subject, string body) =>
        new(new FilledReply(new MailText(subject, body)));

    private void Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    private void Write(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_templates[file])!);
        File.WriteAllBytes(_templates[file], bytes);
    }

    private void WriteAllWell()
    {
        foreach (var file in Files.Select(row => row.Data.Item4).Distinct())
            Write(file, file.StartsWith("nl", StringComparison.Ordinal) ? Good : "Subject: Request\n{salutation},\n\nBye.\n");
    }

    private Task<IReadOnlyList<BrokenTemplate>> BrokenAsync() => _bench.Templates.BrokenAsync(MailboxBench.Cancellation);

    private Task<Reply<FilledReply?>> ComposeNeutralAsync(string name) =>
        ComposeAsync(new(RefusalGround.NotTenant, true, MailLanguage.Dutch), name);

    private Task<Reply<FilledReply?>> ComposeAsync(TemplateChoice choice, string name = "A. Jansen") =>
        _bench.Mailbox.ComposeAsync(choice, MailboxBench.FillingFor(name), MailboxBench.Cancellation);
}
