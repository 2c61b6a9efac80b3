using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Integrations.Viewpoint;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static ActivationWizard.Tests.Integrations.Viewpoint.ViewpointBench;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

/// <summary>Settings: modes, ways in, and refusals that name the key and never its value.</summary>
public sealed class ViewpointSettingsTests
{
    private const string There = "https://viewpoint.example/vera";

    [Theory]
    [InlineData("ApiKey", "geheim-1")]
    [InlineData("ClientId", "klant", "ClientSecret", "geheim-2")]
    [InlineData("ClientId", "klant", "ClientSecret", "geheim-2", "Scope", "BRG.All.Read")]
    public void Start_OneWayIn_IsFine(params string[] settings) => Validate(settings);

    [Theory]
    [InlineData("ApiKey")]
    [InlineData("ClientSecret", "ClientId", "klant-geheim")]
    [InlineData("ClientId", "ClientSecret", "klant-geheim")]
    [InlineData("ApiKey", "ClientId", "klant-geheim", "ClientSecret", "x", "ApiKey", "klant-geheim")]
    [InlineData("ApiKey", "ApiKey", "klant-geheim\u00e9")]
    [InlineData("ApiKey", "ApiKey", "klant-geheim\r\nX-Meer: 1")]
    [InlineData("BaseAddress", "ApiKey", "klant-geheim", "BaseAddress", "http://viewpoint.example")]
    [InlineData("AttemptTimeoutSeconds", "ApiKey", "klant-geheim", "AttemptTimeoutSeconds", "0")]
    [InlineData("Mode", "ApiKey", "klant-geheim", "Mode", "klant-geheim")]
    public void Start_WithSettingsThatCannotWork_NamesTheKey(string wrong, params string[] settings)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Validate(settings));
        Assert.Contains($"Viewpoint:{wrong}", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("klant-geheim", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sandbox_WhateverKeyIsSet_IsPlayedByTheSimulatorWithItsOwnKey()
    {
        await using var sandbox = await SandboxFixture.StartAsync();
        var services = new ServiceCollection().AddLogging().AddIntegrations(
            SystemsSettings.Read(new SettingsReader(
                new ConfigurationBuilder()
                    .AddInMemoryCollection(
                        [new("Viewpoint:Mode", "Sandbox"), new("Viewpoint:ApiKey", "echt"), new("Viewpoint:ClientId", "echt")])
                    .Build(),
                isDemo: true)),
            sandbox.Server.Addresses);
        await using var provider = services.BuildServiceProvider();

        var parties = await provider.GetRequiredService<IViewpoint>().FindPartiesAsync("Mailstra", Cancellation);

        Assert.Single(Answer(parties));
        var options = provider.GetRequiredService<IOptions<ViewpointOptions>>().Value;
        Assert.Equal((new ViewpointSandboxOptions().ApiKey, null), (options.ApiKey, options.ClientId));
    }

    [Fact]
    public async Task Manual_EveryQuestionAndEffect_IsForTheEmployee()
    {
        await using var provider = Services(("Mode", "Manual")).BuildServiceProvider();
        var viewpoint = provider.GetRequiredService<IViewpoint>();
        var contact = new ContactRecord(Key(), "1", ContactSubject.Refusal, Channel.Counter, FixedTime.Start, null);

        Silent(FailureReason.WorkedByHand, await viewpoint.FindUnitsAsync(Address("1234AB", "1"), Cancellation));
        Silent(FailureReason.WorkedByHand, await viewpoint.AgreementsOfUnitAsync("1", Cancellation));
        Silent(FailureReason.WorkedByHand, await viewpoint.AgreementsOfPartyAsync("1", Cancellation));
        Silent(FailureReason.WorkedByHand, await viewpoint.FindPartiesAsync("Jansen", Cancellation));
        Silent(FailureReason.WorkedByHand, await viewpoint.ReadPartyAsync("1", Cancellation));
        Silent(FailureReason.WorkedByHand, await viewpoint.PartiesActingForAsync("1", "BWI", Cancellation));
        Silent(FailureReason.WorkedByHand, await viewpoint.FlagsAsync("1", Cancellation));
        Silent(FailureReason.WorkedByHand, await viewpoint.ArrangementsAsync("1", Cancellation));
        Silent(FailureReason.WorkedByHand, await viewpoint.FindDossierAsync("1", Cancellation));
        Silent(FailureReason.WorkedByHand, await viewpoint.FindLetterAsync(Key(), "1", Cancellation));
        Silent(FailureReason.WorkedByHand, await viewpoint.FindContactAsync(Key(), "1", Channel.Mailbox, Cancellation));
        var left = new EffectOutcome<NoResult>.NotDone(FailureReason.WorkedByHand);
        Assert.Equal(left, await viewpoint.CorrectContactsAsync("1", new ContactCorrection(null, null), Key(), Cancellation));
        Assert.Equal(left, await viewpoint.RegisterLetterAsync(new LetterRecord(Key(), "1", "2", FixedTime.Start), Cancellation));
        Assert.Equal(left, await viewpoint.RegisterContactAsync(contact, Cancellation));
    }

    private static void Validate(params string[] settings)
    {
        var pairs = settings.Chunk(2).Select(pair => (pair[0], (string?)pair[1]));
        Reader([("BaseAddress", There), .. pairs]).ThrowWhenWrong(SystemsSettings.Declared);
    }
}
