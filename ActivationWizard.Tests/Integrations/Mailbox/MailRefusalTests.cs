using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Tests.Kit.Mailbox;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>What a server's refusal means, as servers write it.</summary>
public sealed class MailRefusalTests
{
    [Theory]
    [InlineData("AUTH", "535 5.7.3 Authentication unsuccessful", MailRefusal.SignIn)]
    [InlineData("AUTH", "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant",
        MailRefusal.SignInSwitchedOff)]
    [InlineData("AUTH", "454 4.7.0 Temporary authentication failure", MailRefusal.Busy)]
    public async Task Send_NotLetIn_SaysWhatItMeans(string command, string answer, MailRefusal refusal)
    {
        await using var server = new LoopbackSmtp((command, answer));
        using var bench = Bench(server);

        await bench.SendAsync();

        Assert.Equal(refusal, bench.Pulse.Of(MailPart.SignIn).Refusal);
        Assert.Equal(refusal, bench.Pulse.Of(MailPart.Sending).Refusal);
        Assert.False(bench.Pulse.Of(MailPart.SignIn).IsWell);
    }

    [Theory]
    [InlineData("MAIL", "550 5.7.60 SMTP; Client does not have permissions to send as this sender", MailRefusal.SendAs)]
    [InlineData("END", "554 5.2.252 SendAsDenied; wonen@thuis.example not allowed to send as", MailRefusal.SendAs)]
    [InlineData("MAIL", "432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded", MailRefusal.Busy)]
    [InlineData("RCPT", "550 5.1.1 no such user", MailRefusal.Mail)]
    [InlineData("MAIL", LoopbackSmtp.Drop, MailRefusal.NoAnswer)]
    public async Task Send_NotTaken_SaysWhatItMeansAndThatTheSignInIsRight(string command, string answer, MailRefusal refusal)
    {
        await using var server = new LoopbackSmtp((command, answer));
        using var bench = Bench(server);

        await bench.SendAsync();

        Assert.Equal(refusal, bench.Pulse.Of(MailPart.Sending).Refusal);
        Assert.True(bench.Pulse.Of(MailPart.SignIn).IsWell);
    }

    [Fact]
    public async Task Send_TakenAfterARefusal_KeepsBothAndIsWell()
    {
        await using var busy = new LoopbackSmtp(("MAIL", "432 4.3.2 too busy"));
        using var bench = Bench(busy);
        await bench.SendAsync();
        var refusedAt = bench.Pulse.Of(MailPart.Sending).RefusedAt;
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        bench.Pulse.Did(MailPart.Sending);

        var signs = bench.Pulse.Of(MailPart.Sending);

        Assert.True(signs.IsWell);
        Assert.Equal((refusedAt, MailRefusal.Busy), (signs.RefusedAt, signs.Refusal));
    }

    [Fact]
    public void Of_MailboxThatIsNotTheApps_IsThat() => Assert.Equal(
        MailRefusal.MailboxClosed,
        MailRefusals.Of(new ImapCommandException(
            ImapCommandResponse.Bad, "User is authenticated but not connected.", "The server replied BAD.")));

    [Fact]
    public void Of_WhatGoesWrongElsewhere_IsWhatItIs()
    {
        Assert.Equal(MailRefusal.Certificate, MailRefusals.Of(new SslHandshakeException("no")));
        Assert.Equal(MailRefusal.Busy, MailRefusals.Of(new IOException("later", new AuthenticationException("no"))));
        Assert.Equal(MailRefusal.Busy, MailRefusals.Of(new ImapProtocolException("Connection limit exceeded")));
        Assert.Equal(MailRefusal.NoAnswer, MailRefusals.Of(new ImapProtocolException("The IMAP server has disconnected.")));
        Assert.Equal(MailRefusal.FolderMissing, MailRefusals.Of(new FolderNotFoundException("Verzonden")));
        Assert.Equal(MailRefusal.NoAnswer, MailRefusals.Of(new OperationCanceledException()));
        Assert.Equal(MailRefusal.SendAs, MailRefusals.Of("ErrorSendAsDenied"));
        Assert.Equal(MailRefusal.MailboxClosed, MailRefusals.Of(FailureReason.NotAllowed));
    }

    private static MailboxBench Bench(LoopbackSmtp server) => new(
        ("SmtpHost", "127.0.0.1"), ("SmtpPort", server.Port), ("Security", "None"), ("From", "wonen@thuis.example"),
        ("UserName", "wonen"), ("Password", "geheim"));
}
