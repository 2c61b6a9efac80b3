using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Tests.Integrations;

public sealed class RecoverySettingsTests
{
    [Fact]
    public void Read_NothingSet_IsAsTheContractsHaveIt()
    {
        var plan = Read();

        Assert.All(RecoverySettings.Keys, one => Assert.Equal(
            one.Effect is EffectKind.SendReply ? RecoveryCapability.State : one.Effect.Recoverable[0], plan.Of(one.Effect)));
        Assert.Equal(TimeSpan.FromHours(24), plan.KeyLifetime);
        Assert.Equal(
            Enum.GetValues<EffectKind>().Where(effect => !effect.IsRead).Order(),
            RecoverySettings.Keys.Select(one => one.Effect).Order());
    }

    [Fact]
    public void Read_Lowered_IsAsSet()
    {
        var plan = Read(("Umbrella:Recovery:Create", "state"), ("Postex:Recovery:Dispatch", "None"),
            ("Umbrella:Recovery:KeyHours", "2.5"));

        Assert.Equal(RecoveryCapability.State, plan.Of(EffectKind.CreateAccount));
        Assert.Equal(RecoveryCapability.None, plan.Of(EffectKind.DispatchLetter));
        Assert.Equal(RecoveryCapability.Key, plan.Of(EffectKind.ActivateAccount));
        Assert.Equal(TimeSpan.FromHours(2.5), plan.KeyLifetime);
    }

    [Theory]
    [InlineData("", "", "", RecoveryCapability.State)]
    [InlineData("", "", "app", RecoveryCapability.State)]
    [InlineData("smtp.example", "", "", RecoveryCapability.None)]
    [InlineData("smtp.example", "imap.example", "", RecoveryCapability.Query)]
    public void Read_Mailbox_IsRecoveredByWhatCanBeSeenOfIt(
        string smtp, string imap, string client, RecoveryCapability expected) =>
        Assert.Equal(expected, Read(
            ("Mailbox:SmtpHost", smtp), ("Mailbox:ImapHost", imap), ("Mailbox:Graph:ClientId", client)).Of(EffectKind.SendReply));

    [Theory]
    [InlineData("Umbrella:Recovery:Create", "Query")]
    [InlineData("Umbrella:Recovery:Activate", "State")]
    [InlineData("Umbrella:Recovery:Delete", "Key")]
    [InlineData("Viewpoint:Recovery:Contacts", "Query")]
    [InlineData("Postex:Recovery:Dispatch", "State")]
    [InlineData("Postex:Recovery:Dispatch", "geheim")]
    [InlineData("Postex:Recovery:Dispatch", "1")]
    [InlineData("Umbrella:Recovery:Creat", "None")]
    [InlineData("Umbrella:Recovery:KeyHours", "0")]
    public void Read_NotCarriedByTheContract_IsRefusedByKeyAndWithoutValue(string key, string value)
    {
        var wrong = Assert.Throws<OptionsValidationException>(() => Check((key, value)));

        var sentence = Assert.Single(wrong.Failures);
        Assert.StartsWith(key, sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_QueryWithoutASentFolder_IsRefused() => Assert.Throws<OptionsValidationException>(
        () => Check(
            ("Mailbox:SmtpHost", "smtp.example"), ("Mailbox:From", "wonen@thuis.example"), ("Mailbox:Recovery:Reply", "Query")));

    [Theory]
    [InlineData("imap.example", "State")]
    [InlineData("", "State")]
    public void Read_StateOverSmtp_IsRefused(string imap, string capability) => Assert.Throws<OptionsValidationException>(
        () => Check(
            ("Mailbox:SmtpHost", "smtp.example"), ("Mailbox:ImapHost", imap), ("Mailbox:From", "wonen@thuis.example"),
            ("Mailbox:Recovery:Reply", capability)));

    private static RecoveryPlan Read(params (string Key, string Value)[] settings) => RecoverySettings.Read(Reader(settings));

    private static void Check(params (string Key, string Value)[] settings) =>
        Reader(settings).ThrowWhenWrong(SystemsSettings.Declared);

    private static SettingsReader Reader((string Key, string Value)[] settings) => new(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => (string?)one.Value)).Build(),
        isDemo: true);
}
