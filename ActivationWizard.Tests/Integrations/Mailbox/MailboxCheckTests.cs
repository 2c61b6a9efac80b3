using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Tests.Integrations.Mailbox.Graph;
using ActivationWizard.Tests.Kit.Mailbox;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>What is known of a mailbox at the start: over a real server, and over Graph.</summary>
public sealed class MailboxCheckTests(Dovecot server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_NothingWasSentYet_IsNotKnownAndSendsNothing()
    {
        var person = server.NewPerson();
        await server.PutAsync(person, "Verzonden", "Message-ID: <ander@elders.example>\r\n\r\nDag.\r\n");
        using var bench = await BenchAsync(person);

        await bench.Check.RunAsync(Cancellation);

        Assert.False(bench.Pulse.IsFilingSeen);
        Assert.True(bench.Pulse.Of(MailPart.SignIn).IsWell);
        Assert.True(bench.Pulse.Of(MailPart.Inbox).IsWell);
        Assert.True(bench.Pulse.Of(MailPart.Sent).IsWell);
        Assert.Null(bench.Pulse.Of(MailPart.Sending).IsWell);
    }

    [Fact]
    public async Task Check_AfterATestMailThatIsFiled_IsKnown()
    {
        var person = server.NewPerson();
        using var program = await server.ProgramOfAsync(person);
        await Dovecot.FolderAsync(program, "Verzonden");
        using var bench = await BenchAsync(person, ("SentIsFiled", "false"));
        Assert.True(await bench.Test.SendAsync(MailboxBench.Text, Cancellation));

        await bench.Check.RunAsync(Cancellation);

        Assert.True(bench.Pulse.IsFilingSeen);
    }

    [Fact]
    public async Task Check_SentIsNotThere_SaysSoAndKnowsNothing()
    {
        using var bench = await BenchAsync(server.NewPerson());

        await bench.Check.RunAsync(Cancellation);

        Assert.Equal(MailRefusal.FolderMissing, bench.Pulse.Of(MailPart.Sent).Refusal);
        Assert.Null(bench.Pulse.IsFilingSeen);
    }

    [Fact]
    public async Task Check_TemplatesFolderIsNotThere_IsOfThatPartAlone()
    {
        using var bench = await BenchAsync(server.NewPerson(), ("Templates:Source", "Mailbox"));

        await bench.Messages.ReadAsync(Cancellation);

        Assert.Equal(MailRefusal.FolderMissing, bench.Pulse.Of(MailPart.Templates).Refusal);
        Assert.Null(bench.Pulse.Of(MailPart.Inbox).IsWell);
    }

    [Fact]
    public async Task Check_ByHand_HasNoPartsAndAsksNothing()
    {
        using var bench = new MailboxBench(("Mode", "Manual"));

        await bench.Check.RunAsync(Cancellation);

        Assert.Empty(bench.Parts.All);
        Assert.Null(bench.Pulse.Of(MailPart.Inbox).IsWell);
    }

    [Fact]
    public async Task Check_OverGraph_KnowsWhatWasSent()
    {
        await using var bench = await GraphBench.StartAsync();
        await bench.Check.RunAsync(Cancellation);
        Assert.False(bench.Pulse.IsFilingSeen);

        Assert.Equal(new EffectOutcome<NoResult>.Done(NoResult.Value), await bench.SendAsync());
        await bench.Check.RunAsync(Cancellation);

        Assert.True(bench.Pulse.IsFilingSeen);
        Assert.All(
            [MailPart.SignIn, MailPart.Inbox, MailPart.Sending, MailPart.Sent], part => Assert.True(bench.Pulse.Of(part).IsWell));
    }

    [Fact]
    public async Task Check_OverGraphWithARefusedSecret_SaysThatTheTokenIsRefused()
    {
        await using var bench = await GraphBench.StartAsync(new() { ClientSecret = "een ander" });

        await bench.Check.RunAsync(Cancellation);

        Assert.Equal(MailRefusal.Token, bench.Pulse.Of(MailPart.SignIn).Refusal);
        Assert.False(bench.Pulse.Of(MailPart.Inbox).IsWell);
    }

    private async Task<MailboxBench> BenchAsync(string person, params (string Key, string Value)[] more) =>
        new(await server.SettingsAsync(person, [("SentFolder", "Verzonden"), .. more]));
}
