using System.Text;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Mailbox;
using MimeKit;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>A mail over a real connection, and every point at which that can break.</summary>
public sealed class SmtpDeliveryTests
{
    private static readonly EffectOutcome<NoResult>.Done Done = new(NoResult.Value);

    [Theory]
    [InlineData("PIPELINING SIZE 8BITMIME SMTPUTF8")]
    [InlineData("PIPELINING SIZE 8BITMIME CHUNKING BINARYMIME")]
    [InlineData("HELP")]
    public async Task Send_Reply_ArrivesOnceAsItWasAgreed(string extensions)
    {
        await using var server = new LoopbackSmtp { Extensions = extensions.Split(' ') };
        using var bench = Bench(server);
        var text = new MailText("Één aanvraag", "Beste Zoë,\n\n.\n..punten\nDag.\n");

        Assert.Equal(Done, await bench.SendAsync("anna@bücher.example", text));

        var mail = Read(Assert.Single(server.Taken));
        Assert.Equal("AW-2026-00412-017-K7MPQX-3XT9@thuis.example", mail.MessageId);
        Assert.Equal(text, new MailText(mail.Subject!, mail.TextBody!.ReplaceLineEndings("\n")));
        var commands = server.Commands.Select(one => one.Line).ToList();
        Assert.Contains(commands, line => line.StartsWith("MAIL FROM:<wonen@thuis.example>", StringComparison.Ordinal));
        Assert.Contains(commands, line => line.StartsWith("RCPT TO:<anna@xn--bcher-kva.example>", StringComparison.Ordinal));
        Assert.DoesNotContain(commands, line => line.Contains("SMTPUTF8", StringComparison.Ordinal));
        Assert.Equal("QUIT", commands[^1]);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 a.jansen@mail.example is unknown", "smtp-550")]
    [InlineData("MAIL", "553 5.7.1 not your address", "smtp-553")]
    [InlineData("DATA", "554 5.7.1 not today", "smtp-554")]
    [InlineData("END", "552 5.3.4 too large", "smtp-552")]
    public async Task Send_ServerSaysNo_IsRefusedWithItsCodeOnly(string command, string answer, string code)
    {
        await using var server = new LoopbackSmtp((command, answer));
        using var bench = Bench(server);

        Assert.Equal(new EffectOutcome<NoResult>.Refused(code), await bench.SendAsync());
        Assert.Empty(server.Taken);
        Assert.DoesNotContain("jansen", bench.Log, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("CONNECT", "421 busy")]
    [InlineData("CONNECT", "554 no service for you")]
    [InlineData("CONNECT", "<html>Please sign in</html>")]
    [InlineData("CONNECT", LoopbackSmtp.Drop)]
    [InlineData("EHLO", LoopbackSmtp.Drop)]
    [InlineData("MAIL", "451 4.3.0 try again")]
    [InlineData("MAIL", LoopbackSmtp.Drop)]
    [InlineData("RCPT", "450 4.2.1 greylisted")]
    [InlineData("RCPT", LoopbackSmtp.Drop)]
    [InlineData("DATA", "451 4.3.0 try again")]
    [InlineData("DATA", LoopbackSmtp.Drop)]
    [InlineData("END", "451 4.3.0 try again")]
    public async Task Send_NothingWasTaken_IsNotDone(string command, string answer)
    {
        foreach (var extensions in new[] { "PIPELINING", "HELP" })
        {
            await using var server = new LoopbackSmtp((command, answer)) { Extensions = [extensions] };
            using var bench = Bench(server);

            Assert.Equal(new EffectOutcome<NoResult>.NotDone(FailureReason.Unreachable), await bench.SendAsync());
            Assert.Empty(server.Taken);
        }
    }

    [Theory]
    [InlineData("PIPELINING")]
    [InlineData("CHUNKING BINARYMIME")]
    public async Task Send_ConnectionBreaksAfterTheText_IsUnknownAndSentOnce(string extensions)
    {
        await using var server = new LoopbackSmtp(("END", LoopbackSmtp.Drop)) { Extensions = extensions.Split(' ') };
        using var bench = Bench(server);

        Assert.Equal(new EffectOutcome<NoResult>.Unknown(FailureReason.Unreachable), await bench.SendAsync());
        Assert.Single(server.Taken);
    }

    [Theory]
    [InlineData("CONNECT", false)]
    [InlineData("RCPT", false)]
    [InlineData("DATA", false)]
    [InlineData("END", true)]
    public async Task Send_ServerFallsSilent_EndsInTime(string command, bool unknown)
    {
        await using var server = new LoopbackSmtp((command, LoopbackSmtp.FailureReason));
        using var bench = Bench(server);

        var sending = bench.SendAsync();
        await server.Silent.WaitAsync(MailboxBench.Cancellation);
        Assert.False(sending.IsCompleted);
        bench.Clock.Advance(TimeSpan.FromSeconds(60));

        EffectOutcome<NoResult> expected = unknown
            ? new EffectOutcome<NoResult>.Unknown(FailureReason.Unreachable)
            : new EffectOutcome<NoResult>.NotDone(FailureReason.Unreachable);
        Assert.Equal(expected, await sending);
    }

    [Theory]
    [InlineData("QUIT", LoopbackSmtp.Drop)]
    [InlineData("QUIT", "500 what?")]
    public async Task Send_GoodbyeGoesWrong_IsDone(string command, string answer)
    {
        await using var server = new LoopbackSmtp((command, answer));
        using var bench = Bench(server);

        Assert.Equal(Done, await bench.SendAsync());
    }

    [Fact]
    public async Task Send_NoAnswerToGoodbye_IsDoneSoon()
    {
        await using var server = new LoopbackSmtp(("QUIT", LoopbackSmtp.FailureReason));
        using var bench = Bench(server);

        var sending = bench.SendAsync();
        await server.Silent.WaitAsync(MailboxBench.Cancellation);
        bench.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(Done, await sending);
    }

    [Fact]
    public async Task Send_CallerStops_Stops()
    {
        await using var server = new LoopbackSmtp(("RCPT", LoopbackSmtp.FailureReason));
        using var bench = Bench(server);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(MailboxBench.Cancellation);

        var sending = bench.Mailbox.SendAsync(MailboxBench.To("a.jansen@mail.example"), stop.Token);
        await server.Silent.WaitAsync(MailboxBench.Cancellation);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
    }

    [Fact]
    public async Task Send_NobodyListens_IsNotDone()
    {
        var server = new LoopbackSmtp();
        await server.DisposeAsync();
        using var bench = Bench(server);

        Assert.Equal(new EffectOutcome<NoResult>.NotDone(FailureReason.Unreachable), await bench.SendAsync());
    }

    [Fact]
    public async Task Send_AddressBeyondAscii_NeedsAServerThatCan()
    {
        await using var able = new LoopbackSmtp { Extensions = ["SMTPUTF8", "8BITMIME"] };
        await using var unable = new LoopbackSmtp();
        using var toAble = Bench(able);
        using var toUnable = Bench(unable);

        Assert.Equal(Done, await toAble.SendAsync("zoë@mail.example"));
        Assert.Equal("zoë@mail.example", Assert.Single(Read(Assert.Single(able.Taken)).To.Mailboxes).Address);
        Assert.Equal(new EffectOutcome<NoResult>.Refused("smtputf8-ontbreekt"), await toUnable.SendAsync("zoë@mail.example"));
    }

    [Fact]
    public async Task IsSent_WithoutImap_IsForAPerson()
    {
        await using var server = new LoopbackSmtp();
        using var bench = Bench(server);

        Assert.Equal(new Reply<ReferenceMatch>.NotAnswered(FailureReason.WorkedByHand), await bench.FindAsync());
        Assert.Empty(server.Commands);
    }

    private static MailboxBench Bench(LoopbackSmtp server) => new(
        ("SmtpHost", "127.0.0.1"), ("SmtpPort", server.Port), ("Security", "None"), ("From", "wonen@thuis.example"));

    private static MimeMessage Read(string taken)
    {
        using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(taken));
        return MimeMessage.Load(bytes, MailboxBench.Cancellation);
    }
}
