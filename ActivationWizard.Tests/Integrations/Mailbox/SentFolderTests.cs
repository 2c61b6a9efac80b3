using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Mailbox;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>What became of a mail whose answer was lost.</summary>
public sealed class SentFolderTests
{
    private const string Ours = "AW-2026-00412-017-K7MPQX-3XT9@thuis.example";

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "Verzonden")]
    public async Task IsSent_MailInSent_IsTrueAndNothingIsTouched(bool marked, string folder)
    {
        await using var server = new LoopbackImap { MarksSent = marked, Sent = { "other@thuis.example", Ours } };
        using var bench = Bench(server, folder);

        Assert.Equal(new Reply<ReferenceMatch>.Answered(ReferenceMatch.Ours), await bench.FindAsync());
        Assert.Contains(server.Commands, line => line.EndsWith("EXAMINE Verzonden", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Commands, line => line.Contains("SELECT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task IsSent_OtherMailsInSent_IsFalse()
    {
        await using var server = new LoopbackImap { Sent = { "AW-2026-00412-016-K7MPQX-3XT9@thuis.example" } };
        using var bench = Bench(server);

        Assert.Equal(new Reply<ReferenceMatch>.Answered(ReferenceMatch.Nothing), await bench.FindAsync());
        Assert.Contains(server.Commands, line => line.Contains("UID SEARCH", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("((NIL NIL \"b.pietersen\" \"mail.example\"))", ReferenceMatch.OfAnother)]
    [InlineData("((NIL NIL \"a.jansen\" \"mail.example\")(NIL NIL \"b.pietersen\" \"mail.example\"))", ReferenceMatch.OfAnother)]
    [InlineData("((NIL NIL \"A.Jansen\" \"MAIL.example\"))", ReferenceMatch.Ours)]
    [InlineData("NIL", ReferenceMatch.CannotCompare)]
    public async Task Find_MailToSomebodyElse_IsNotCalledOurs(string to, ReferenceMatch expected)
    {
        await using var server = new LoopbackImap { Sent = { Ours }, To = to };
        using var bench = Bench(server);

        Assert.Equal(new Reply<ReferenceMatch>.Answered(expected), await bench.FindAsync());
    }

    [Theory]
    [InlineData("LOGIN", null, FailureReason.NotAllowed)]
    [InlineData("EXAMINE", null, FailureReason.Nonsense)]
    [InlineData("UID SEARCH", null, FailureReason.Nonsense)]
    [InlineData(null, "LOGIN", FailureReason.Unreachable)]
    [InlineData(null, "UID SEARCH", FailureReason.Unreachable)]
    [InlineData("UID FETCH", null, FailureReason.Nonsense)]
    public async Task IsSent_SentCannotBeRead_IsNoAnswer(string? refused, string? broken, FailureReason why)
    {
        await using var server = new LoopbackImap { Refuses = refused, BreaksAt = broken, Sent = { Ours } };
        using var bench = Bench(server);

        Assert.Equal(new Reply<ReferenceMatch>.NotAnswered(why), await bench.FindAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Elders")]
    public async Task IsSent_NoSuchFolder_IsNoAnswer(string folder)
    {
        await using var server = new LoopbackImap { MarksSent = false, Sent = { Ours } };
        using var bench = Bench(server, folder);

        Assert.Equal(new Reply<ReferenceMatch>.NotAnswered(FailureReason.Nonsense), await bench.FindAsync());
    }

    [Fact]
    public async Task IsSent_ServerDoesNotOpenTheFolder_IsNoAnswer()
    {
        await using var server = new LoopbackImap { OpensFolders = false, Sent = { Ours } };
        using var bench = Bench(server);

        Assert.Equal(new Reply<ReferenceMatch>.NotAnswered(FailureReason.Nonsense), await bench.FindAsync());
    }

    private static MailboxBench Bench(LoopbackImap server, string folder = "") => new(
        ("SmtpHost", "127.0.0.1"), ("Security", "None"), ("From", "wonen@thuis.example"), ("SentFolder", folder),
        ("ImapHost", "127.0.0.1"), ("ImapPort", server.Port), ("ImapSecurity", "None"),
        ("UserName", "wonen"), ("Password", "geheim"));
}
