using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Mailbox;
using MailKit;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>What is sent by SMTP is filed in Sent by the wizard where the server does not, once; over a real server.</summary>
public sealed class SentFilingTests(Dovecot server)
{
    private static readonly EffectOutcome<NoResult>.Done Done = new(NoResult.Value);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("false", 1)]
    [InlineData("true", 0)]
    public async Task Send_Reply_IsFiledByUsWhereTheServerDoesNot(string isFiled, int filed)
    {
        var person = server.NewPerson();
        await MakeSentAsync(person);
        using var bench = await BenchAsync(person, isFiled);

        Assert.Equal(Done, await bench.SendAsync());

        Assert.Equal(filed, await CountAsync(person));
    }

    [Fact]
    public async Task Send_MailThatStandsInSent_IsNotFiledTwice()
    {
        var person = server.NewPerson();
        await MakeSentAsync(person);
        using var bench = await BenchAsync(person, "false");

        await bench.SendAsync();
        await bench.SendAsync();

        Assert.Equal(1, await CountAsync(person));
    }

    [Fact]
    public async Task Send_SentIsNotThere_IsSentAllTheSame()
    {
        using var bench = await BenchAsync(server.NewPerson(), "false");

        Assert.Equal(Done, await bench.SendAsync());
        Assert.Contains("cannot be filed in Sent", bench.Log, StringComparison.Ordinal);
    }

    private async Task<MailboxBench> BenchAsync(string person, string isFiled) =>
        new(await server.SettingsAsync(person, ("SentFolder", "Verzonden"), ("SentIsFiled", isFiled)));

    private async Task MakeSentAsync(string person)
    {
        using var program = await server.ProgramOfAsync(person);
        await Dovecot.FolderAsync(program, "Verzonden");
    }

    private async Task<int> CountAsync(string person)
    {
        using var program = await server.ProgramOfAsync(person);
        var folder = await program.GetFolderAsync("Verzonden", Cancellation);
        await folder.OpenAsync(FolderAccess.ReadOnly, Cancellation);
        return folder.Count;
    }
}
