using System.Text;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Mailbox;
using MimeKit;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>The sandbox: mails as files.</summary>
public sealed class FileDeliveryTests : IDisposable
{
    private static readonly EffectOutcome<NoResult>.Done Done = new(NoResult.Value);
    private readonly MailboxBench _bench = new(("From", "wonen@thuis-büro.example"), ("FromName", "Wonen, café"));

    [Fact]
    public async Task Send_Reply_IsTheMailThatWasAgreed()
    {
        var text = new MailText(
            "Geïnformeerd over uw aanvraag — één code, voor mevrouw Özdemir-Brønsted, van Łukasz Šimůnek te 's-Gravenhage",
            "Beste Zoë,\n\n€ 1. Zo'n lange regel " + new string('x', 1200) + "\n.\n..\nFrom hier\n");

        Assert.Equal(Done, await _bench.SendAsync(text: text));

        var mail = await _bench.ReadMailAsync();
        Assert.Equal(text.Subject, mail.Subject);
        Assert.Equal(text.Body, mail.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal("a.jansen@mail.example", Assert.Single(mail.To.Mailboxes).Address);
        Assert.Equal("Wonen, café", Assert.Single(mail.From.Mailboxes).Name);
        Assert.Equal("wonen@xn--thuis-bro-w9a.example", mail.From.Mailboxes.Single().GetAddress(idnEncode: true));
        Assert.Equal("AW-2026-00412-017-K7MPQX-3XT9@xn--thuis-bro-w9a.example", mail.Headers[HeaderId.MessageId]!.Trim('<', '>'));
        Assert.Equal(new DateTimeOffset(2026, 9, 7, 10, 15, 0, TimeSpan.FromHours(2)), mail.Date);
        var body = Assert.IsType<TextPart>(mail.Body);
        Assert.Equal(("text/plain", "utf-8"), (body.ContentType.MimeType, body.ContentType.Charset));
    }

    [Fact]
    public async Task Send_Reply_HasTheseHeadersAndNoOther()
    {
        await _bench.SendAsync();

        var mail = await _bench.ReadMailAsync();
        Assert.Equal(
            ["Content-Transfer-Encoding", "Content-Type", "Date", "From", "MIME-Version", "Message-Id", "Subject", "To"],
            mail.Headers.Concat(mail.Body!.Headers).Select(header => header.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Send_Reply_IsPlainBytesThatAnyServerPasses()
    {
        await _bench.SendAsync(text: new MailText("Één", "Eén regel van meer dan duizend tekens: " + new string('é', 1000)));

        var bytes = await File.ReadAllBytesAsync(Assert.Single(Files()), MailboxBench.Cancellation);
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
        Assert.Equal(Done, await _bench.SendAsync(to));

        Assert.Equal(written, Assert.Single((await _bench.ReadMailAsync()).To.Mailboxes).GetAddress(idnEncode: true));
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
        Assert.Equal(new EffectOutcome<NoResult>.Refused("adres-ongeldig"), await _bench.SendAsync(to));
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
        Assert.Equal(new EffectOutcome<NoResult>.Refused(code), await _bench.SendAsync(text: new MailText(subject, body)));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task IsSent_BeforeAndAfter_IsFalseAndTrue()
    {
        Assert.Equal(new Reply<ReferenceMatch>.Answered(ReferenceMatch.Nothing), await _bench.FindAsync());
        await _bench.SendAsync();
        Assert.Equal(new Reply<ReferenceMatch>.Answered(ReferenceMatch.Ours), await _bench.FindAsync());
    }

    [Fact]
    public async Task Send_Twice_CanBeSeen()
    {
        await _bench.SendAsync();
        await _bench.SendAsync();

        Assert.Equal(
            ["AW-2026-00412-017-K7MPQX-3XT9.2.eml", "AW-2026-00412-017-K7MPQX-3XT9.eml"], Files().Select(Path.GetFileName));
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
            File.SetUnixFileMode(Directory.CreateDirectory(_bench.MailFolder).FullName, mode);
        }

        await _bench.SendAsync();

        Assert.Equal(owner, File.GetUnixFileMode(Assert.Single(Files())));
        Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(_bench.MailFolder));
    }

    [Fact]
    public async Task Send_FolderCannotBeMade_IsNotDone()
    {
        await File.WriteAllTextAsync(_bench.DataFolder, "not a folder", MailboxBench.Cancellation);

        Assert.Equal(new EffectOutcome<NoResult>.NotDone(FailureReason.Unreachable), await _bench.SendAsync());
    }

    [Fact]
    public async Task Send_NoAddressSet_ComesFromOneThatCannotExist()
    {
        using var bench = new MailboxBench();
        await bench.SendAsync();

        var from = Assert.Single((await bench.ReadMailAsync()).From.Mailboxes);
        Assert.EndsWith(".example", from.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manual_SendAndAsk_AreTheEmployees()
    {
        using var bench = new MailboxBench(("Mode", "Manual"), ("SmtpHost", "mail.example"));

        Assert.Equal(new EffectOutcome<NoResult>.NotDone(FailureReason.WorkedByHand), await bench.SendAsync());
        Assert.Equal(new Reply<ReferenceMatch>.NotAnswered(FailureReason.WorkedByHand), await bench.FindAsync());
        Assert.False(Directory.Exists(bench.MailFolder));
    }

    public void Dispose() => _bench.Dispose();

    // Every file, so that one left half-written would be seen as well.
    private IEnumerable<string> Files() => Directory.Exists(_bench.MailFolder)
        ? Directory.GetFiles(_bench.MailFolder).Order(StringComparer.Ordinal)
        : [];
}
