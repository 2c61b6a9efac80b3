using System.Text;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using MimeKit;

namespace ActivationWizard.Tests.Integrations.Mailbox.Graph;

/// <summary>The mail as it leaves: what is in it, and the file that a demonstration makes of it.</summary>
public sealed class WrittenMailTests : IAsyncLifetime
{
    private static readonly EffectOutcome<NoResult>.Done Done = new(NoResult.Value);
    private readonly TemporaryFolder _folder = new();
    private GraphBench _bench = null!;

    private string MailFolder => _folder["mail"];

    public async ValueTask InitializeAsync() => _bench = await StartAsync(
        ("From", "wonen@thuis-büro.example"), ("FromName", "Wonen, café"));

    public async ValueTask DisposeAsync()
    {
        await _bench.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Send_Reply_IsTheMailThatWasAgreed()
    {
        var text = new MailText(
            "Geïnformeerd over uw aanvraag — één code, voor mevrouw Özdemir-Brønsted, van Łukasz Šimůnek te 's-Gravenhage",
            "Beste Zoë,\n\n€ 1. Zo'n lange regel " + new string('x', 1200) + "\n.\n..\nFrom hier\n");

        Assert.Equal(Done, await SendAsync(text: text));

        var mail = await ReadMailAsync();
        Assert.Equal(text.Subject, mail.Subject);
        Assert.Equal(text.Body, mail.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal("a.jansen@mail.example", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal("Wonen, café", Assert.Single(mail.From.Mailboxes).Name);
        Assert.Equal("wonen@xn--thuis-bro-w9a.example", mail.From.Mailboxes.Single().GetAddress(idnEncode: true));
        Assert.Equal("AW-2026-00412-017-K7MPQX-3XT9@xn--thuis-bro-w9a.example", mail.Headers[HeaderId.MessageId]!.Trim('<', '>'));
        Assert.Equal(new DateTimeOffset(2026, 9, 7, 10, 15, 0, TimeSpan.FromHours(2)), mail.Date);
        var body = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(
            [("text/plain", "utf-8"), ("text/html", "utf-8")],
            body.Cast<TextPart>().Select(part => (part.ContentType.MimeType, part.ContentType.Charset)));
    }

    [Fact]
    public async Task Send_Reply_HasTheSameWordsAsHtmlAndNoMarkupOfTheText()
    {
        await SendAsync(text: new MailText(
            "Uw aanvraag", "Beste <b>Zoë</b> & co,\n\nRegel 1\nRegel 2\n\n\n<script>alert(1)</script>\n"));

        Assert.Equal(
            "<!doctype html>\n<html><head><meta charset=\"utf-8\"></head><body>\n<p>Beste &lt;b&gt;Zoë&lt;/b&gt; &amp; co,</p>\n"
            + "<p>Regel 1<br>\nRegel 2</p>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n</body></html>\n",
            (await ReadMailAsync()).HtmlBody!.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Send_AnswerToAMail_StandsInItsThread()
    {
        var asked = MailOrigin.Of("<vraag-1@mail.example>", ["<a@mail.example>", "<b@mail.example>"], "Code kwijt");
        await SendAsync(GraphBench.To() with { Answers = asked });

        var mail = await ReadMailAsync();
        Assert.Equal("vraag-1@mail.example", mail.InReplyTo);
        Assert.Equal(["a@mail.example", "b@mail.example", "vraag-1@mail.example"], mail.References);
    }

    [Theory]
    [InlineData(true, "auto-replied")]
    [InlineData(false, null)]
    public async Task Send_TextThatNobodyChanged_SaysSo(bool isAutomatic, string? header)
    {
        await SendAsync(GraphBench.To() with { IsAutomatic = isAutomatic });

        Assert.Equal(header, (await ReadMailAsync()).Headers[HeaderId.AutoSubmitted]);
    }

    [Fact]
    public async Task Send_Reply_HasTheseHeadersAndNoOther()
    {
        await SendAsync();

        var mail = await ReadMailAsync();
        Assert.Equal(
            ["Content-Type", "Date", "From", "MIME-Version", "Message-Id", "Subject", "To"],
            mail.Headers.Concat(mail.Body!.Headers).Select(header => header.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Send_Reply_IsPlainBytesThatAnyServerPasses()
    {
        await SendAsync(text: new MailText("Één", "Eén regel van meer dan duizend tekens: " + new string('é', 1000)));

        var bytes = await File.ReadAllBytesAsync(Assert.Single(Files()), GraphBench.Cancellation);
        Assert.All(bytes, one => Assert.InRange(one, 0, 127));
        Assert.All(Encoding.ASCII.GetString(bytes).Split("\r\n"), line =>
        {
            Assert.InRange(line.Length, 0, 78);
            Assert.DoesNotContain("\n", line, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("anna@bücher.example", "anna@xn--bcher-kva.example")]
    [InlineData("zoë@mail.example", "zoë@mail.example")]
    [InlineData("anna.jansen+huur_1@mail.example", "anna.jansen+huur_1@mail.example")]
    [InlineData("o'neil@mail.example", "o'neil@mail.example")]
    [InlineData("!#$%&'*+-/=?^_`{|}~@mail.example", "!#$%&'*+-/=?^_`{|}~@mail.example")]
    public async Task Send_UnusualRecipient_IsThatRecipientOnly(string to, string written)
    {
        Assert.Equal(Done, await SendAsync(to));

        Assert.Equal(written, Assert.Single((await ReadMailAsync()).To.Mailboxes).GetAddress(idnEncode: true));
    }

    // No request brings these any more; the journal of an earlier version may.
    [Theory]
    [InlineData("a,b@mail.example")]
    [InlineData("a;b@mail.example")]
    [InlineData("a(b)@mail.example")]
    [InlineData("a:b@mail.example")]
    [InlineData("(x)a@mail.example")]
    [InlineData("a\\@mail.example")]
    [InlineData(".@mail.example")]
    public async Task Send_AddressThatReadsAsAnother_IsRefusedAndNothingIsWritten(string to)
    {
        Assert.Equal(new EffectOutcome<NoResult>.Refused("adres-ongeldig"), await SendAsync(to));
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("Aanvraag\r\nBcc: x@y.example", "Dag.", "onderwerp-ongeldig")]
    [InlineData("Aanvraag\nBcc: x@y.example", "Dag.", "onderwerp-ongeldig")]
    [InlineData("Aanvraag\u2028Bcc: x@y.example", "Dag.", "onderwerp-ongeldig")]
    [InlineData("Aan\0vraag", "Dag.", "onderwerp-ongeldig")]
    [InlineData(" ", "Dag.", "onderwerp-ongeldig")]
    [InlineData("Aanvraag", "Dag\0.", "tekst-ongeldig")]
    [InlineData("Aanvraag", " \n", "tekst-ongeldig")]
    public async Task Send_TextThatBreaksTheMail_IsRefusedAndNothingIsWritten(string subject, string body, string code)
    {
        Assert.Equal(new EffectOutcome<NoResult>.Refused(code), await SendAsync(text: new MailText(subject, body)));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task IsSent_BeforeAndAfter_IsFalseAndTrue()
    {
        Assert.Equal(new Reply<ReferenceMatch>.Answered(ReferenceMatch.Nothing), await _bench.FindAsync());
        await SendAsync();
        Assert.Equal(new Reply<ReferenceMatch>.Answered(ReferenceMatch.Ours), await _bench.FindAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Send_Reply_IsForTheOwnerOnly(bool wasOpenToOthers)
    {
        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (wasOpenToOthers)
        {
            var mode = owner | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
            File.SetUnixFileMode(Directory.CreateDirectory(MailFolder).FullName, mode);
        }

        await SendAsync();

        Assert.Equal(owner, File.GetUnixFileMode(Assert.Single(Files())));
        Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(MailFolder));
    }

    [Fact]
    public async Task Send_FolderCannotBeMade_IsNotSent()
    {
        await File.WriteAllTextAsync(MailFolder, "not a folder", GraphBench.Cancellation);

        Assert.Equal(new EffectOutcome<NoResult>.Unknown(FailureReason.Unreachable), await SendAsync());
        Assert.Empty(_bench.Sent);
        Assert.Equal(new Reply<ReferenceMatch>.Answered(ReferenceMatch.Nothing), await _bench.FindAsync());
    }

    [Fact]
    public async Task Send_NoAddressSet_ComesFromOneThatCannotExist()
    {
        await using var bench = await StartAsync();
        await bench.SendAsync();

        var from = Assert.Single((await ReadMailAsync()).From.Mailboxes);
        Assert.EndsWith(".example", from.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manual_SendAndAsk_AreTheEmployees()
    {
        using var bench = new MailboxBench(("Mode", "Manual"), ("SmtpHost", "mail.example"));

        Assert.Equal(new EffectOutcome<NoResult>.NotDone(FailureReason.WorkedByHand), await bench.SendAsync());
        Assert.Equal(
            new EffectOutcome<string?>.NotDone(FailureReason.WorkedByHand),
            await bench.Mailbox.DraftAsync(GraphBench.To(), GraphBench.Cancellation));
        Assert.Equal(new Reply<ReferenceMatch>.NotAnswered(FailureReason.WorkedByHand), await bench.FindAsync());
    }

    private Task<GraphBench> StartAsync(params (string Key, string Value)[] settings) =>
        GraphBench.StartAsync(new() { FilesFolder = MailFolder }, FixedTime.Clock(), settings);

    private Task<EffectOutcome<NoResult>> SendAsync(string to = "a.jansen@mail.example", MailText? text = null) =>
        SendAsync(GraphBench.To(to, text));

    private Task<EffectOutcome<NoResult>> SendAsync(OutgoingMail mail) => _bench.SendAsync(mail);

    // As a mail program reads it.
    private Task<MimeMessage> ReadMailAsync() =>
        MimeMessage.LoadAsync(Path.Combine(MailFolder, "AW-2026-00412-017-K7MPQX-3XT9.eml"), GraphBench.Cancellation);

    // Every file, so that one left half-written would be seen as well.
    private IEnumerable<string> Files() => Directory.Exists(MailFolder)
        ? Directory.GetFiles(MailFolder).Order(StringComparer.Ordinal)
        : [];
}
