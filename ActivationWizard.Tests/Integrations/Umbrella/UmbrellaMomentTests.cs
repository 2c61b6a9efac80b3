using System.Globalization;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Integrations.Umbrella;

/// <summary>A moment in an answer is the one that its offset says; without one it is none, whatever zone the app is in.</summary>
public sealed class UmbrellaMomentTests
{
    [Theory]
    [InlineData("\"2026-10-25T02:30:00+02:00\"", "2026-10-25T00:30:00Z")]
    [InlineData("\"2026-10-25T02:30:00+01:00\"", "2026-10-25T01:30:00Z")]
    [InlineData("\"2026-10-25T02:30:00.125Z\"", "2026-10-25T02:30:00.125Z")]
    [InlineData("\"2027-01-01T00:00:00+14:00\"", "2026-12-31T10:00:00Z")]
    [InlineData("\"2026-10-25T02:30:00\"", null)]
    [InlineData("\"2026-10-25\"", null)]
    [InlineData("\"2026-02-29T02:30:00Z\"", null)]
    [InlineData("1793010600", null)]
    public async Task ReadCode_MomentInThatForm_IsThatMomentOrNoAnswer(string written, string? moment)
    {
        await using var services = Answering(
            $$"""{ "klantId": "k1", "code": "KANARIE-7F3K9Q2M", "verlooptOp": {{written}} }""");

        var reply = await services.GetRequiredService<IUmbrella>()
            .ReadCodeAsync("k1", TestContext.Current.CancellationToken);

        if (moment is null)
            Assert.Equal("not answered: Nonsense", Systems.Said(reply));
        else
            Assert.Equal(
                DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture),
                Assert.IsType<Reply<CodeReading>.Answered>(reply).Value.ExpiresAt);
    }

    private static ServiceProvider Answering(string body)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(
        [
            .. new[] { "Viewpoint", "Postex", "Mailbox" }.Select(one => KeyValuePair.Create(one + ":Mode", (string?)"Manual")),
            new("Umbrella:BaseAddress", "https://systeem.example/"), new("Umbrella:ApiKey", "sleutel"),
            new("Umbrella:Retries", "0"),
        ]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddIntegrations(SystemsSettings.Read(new SettingsReader(settings, isDemo: false)), null);
        services.AddHttpClient("UmbrellaClient")
            .ConfigurePrimaryHttpMessageHandler(() => new ScriptedLine(ScriptedLine.Answer(200, body: body)));
        return services.BuildServiceProvider();
    }
}
