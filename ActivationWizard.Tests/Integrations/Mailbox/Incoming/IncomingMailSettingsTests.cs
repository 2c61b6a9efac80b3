using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Integrations.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Tests.Integrations.Mailbox.Incoming;

public sealed class IncomingMailSettingsTests
{
    private const string Secret = "S3cret-waarde";

    [Theory]
    [InlineData("FormSenders", Secret)]
    [InlineData("FormSenders", "a@mail.example, " + Secret)]
    [InlineData("FormSenders", ",")]
    [InlineData("OwnAddresses", Secret)]
    [InlineData("SpamLevel", "0")]
    [InlineData("SpamLevel", "10")]
    [InlineData("SpamLevel", Secret)]
    [InlineData("FormSubjekt", Secret)]
    public void Read_WrongValue_NamesTheKeyAndNotTheValue(string key, string value)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read((key, value)));

        Assert.Contains($"Mailbox:Requests:{key} ", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FormSenders", "formulier@website.example", "FormSubject")]
    [InlineData("FormSubject", "Aanvraag", "FormSenders")]
    public void Read_HalfOfAForm_AsksForTheOther(string key, string value, string missing)
    {
        var refusal = Assert.Throws<OptionsValidationException>(() => Read((key, value)));

        Assert.Contains($"Mailbox:Requests:{missing} is missing", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Nothing_KnowsOurOwnAddressAndNoForm()
    {
        var options = Read();

        Assert.Equal(["wonen@corporatie.example"], options.Own.Select(address => $"{address}"));
        Assert.Empty(options.FormSenders);
        Assert.Equal(5, options.SpamLevel);
    }

    [Fact]
    public void Read_AllOfIt_IsTakenOver()
    {
        var options = Read(
            ("OwnAddresses", "Wonen@corporatie.example, info@oud.example"), ("FormSenders", "a@b.example,c@d.example"),
            ("FormSubject", "Aanvraag"), ("SpamLevel", "7"));

        Assert.Equal(["wonen@corporatie.example", "info@oud.example"], options.Own.Select(address => $"{address}"));
        Assert.Equal(["a@b.example", "c@d.example"], options.FormSenders.Select(address => $"{address}"));
        Assert.Equal(("Aanvraag", 7), (options.FormSubject, options.SpamLevel));
    }

    private static IncomingMailOptions Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings
            .Select(one => KeyValuePair.Create($"Mailbox:Requests:{one.Key}", (string?)one.Value))
            .Append(KeyValuePair.Create("Mailbox:From", (string?)"wonen@corporatie.example"))).Build();
        var read = new SettingsReader(configuration, isDemo: true);
        read.ThrowWhenWrong([MailboxSettings.Declared, IncomingMailSettings.Declared]);
        return IncomingMailOptions.Read(read);
    }
}
