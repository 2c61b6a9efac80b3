using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Tests.Integrations.Resilience;

/// <summary>What starts and what does not; a refusal names the key and never shows the value.</summary>
public sealed class SettingsTests
{
    private static readonly Uri Simulator = new("http://127.0.0.1:5099/");

    private static readonly (string Key, string Value)[] Real =
    [
        ("Umbrella:BaseAddress", "https://umbrella.example/portaal"), ("Umbrella:ApiKey", "sleutel"),
        ("Postex:BaseAddress", "https://postex.example"), ("Postex:Token", "teken"), ("Postex:GeneratorId", "263"),
        ("Viewpoint:Mode", "Manual"),
    ];

    [Fact]
    public void Start_NothingSet_IsTheSandbox() => Start(SandboxOptions.AddressesAt(Simulator));

    [Fact]
    public void Start_RealSystems_NeedNoSandbox() => Start(null, Real);

    [Theory]
    [InlineData("Umbrella:Mode")]
    [InlineData("Postex:Mode")]
    public void Start_ByHand_NeedsNothingElse(string mode)
    {
        var system = mode.Split(':')[0];
        Start(null, [.. Real.Where(one => !one.Key.StartsWith(system, StringComparison.Ordinal)), (mode, "Manual")]);
    }

    [Theory]
    [InlineData("Umbrella:BaseAddress", "http://umbrella.example/geheim")]
    [InlineData("Umbrella:BaseAddress", "https://geheim:geheim@umbrella.example/")]
    [InlineData("Umbrella:BaseAddress", "https://umbrella.example/?sleutel=geheim")]
    [InlineData("Umbrella:BaseAddress", "geheim")]
    [InlineData("Umbrella:BaseAddress", "ftp://geheim.example/")]
    [InlineData("Umbrella:ApiKey", "")]
    [InlineData("Umbrella:ApiKey", "geheim\r\nX-Ander: 1")]
    [InlineData("Umbrella:Mode", "geheim")]
    [InlineData("Umbrella:Mode", "77")]
    [InlineData("Umbrella:CodePattern", "(geheim")]
    [InlineData("Umbrella:CodePattern", "(?=geheim)")]
    [InlineData("Umbrella:TimeoutSeconds", "geheim")]
    [InlineData("Umbrella:TimeoutSeconds", "NaN")]
    [InlineData("Umbrella:TimeoutSeconds", "0.1")]
    [InlineData("Umbrella:AttemptTimeoutSeconds", "-1")]
    [InlineData("Umbrella:Retries", "99")]
    [InlineData("Umbrella:Retries", "9999999999999")]
    [InlineData("Umbrella:RetryPauseSeconds", "-1")]
    [InlineData("Umbrella:RetryAfterCapSeconds", "1e9")]
    [InlineData("Umbrella:CircuitMinimumCalls", "1")]
    [InlineData("Umbrella:CircuitBreakSeconds", "0")]
    [InlineData("Postex:BaseAddress", "http://postex.example/geheim")]
    [InlineData("Postex:Token", "geheim teken")]
    [InlineData("Postex:GeneratorId", "..")]
    [InlineData("Postex:GeneratorId", "")]
    public void Start_SettingThatCannotWork_IsRefusedByItsKey(string key, string value)
    {
        var refusal = Assert.ThrowsAny<OptionsValidationException>(() => Start(null, [.. Real, (key, value)]));

        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", refusal.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Umbrella:BaseAddress")]
    [InlineData("Postex:BaseAddress")]
    public void Start_SandboxWithoutOne_IsRefusedByTheKeyThatIsMissing(string key)
    {
        var without = Real.Where(one => one.Key != key);

        var refusal = Assert.ThrowsAny<OptionsValidationException>(() => Start(null, [.. without]));

        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_SeveralWrong_NamesThemAll()
    {
        var refusal = Assert.ThrowsAny<OptionsValidationException>(
            () => Start(null, [.. Real, ("Umbrella:Retries", "-1"), ("Umbrella:CircuitBreakSeconds", "0")]));

        Assert.Equal(2, refusal.Failures.Count());
    }

    [Fact]
    public async Task ByHand_EveryCall_SaysSo()
    {
        await using var services = Systems.Services(null, [("Umbrella:Mode", "Manual"), ("Postex:Mode", "manual")]);
        var umbrella = services.GetRequiredService<IUmbrella>();
        var postex = services.GetRequiredService<IPostex>();

        string[] asked =
        [
            Systems.Said(await umbrella.FindCustomersAsync("1", Cancellation)),
            Systems.Said(await umbrella.FindCustomersAtAsync(Systems.Home, Cancellation)),
            Systems.Said(await umbrella.ReadAccountAsync("1", Cancellation)),
            Systems.Said(await umbrella.ReadCodeAsync("1", Cancellation)),
            Systems.Said(await postex.ReadPreferenceAsync("1", Cancellation)),
            Systems.Said(await postex.ReadDispatchAsync("1", Cancellation)),
            Systems.Said(await postex.FindDispatchesAsync(Systems.Key, "1", [], Cancellation)),
        ];
        string[] done =
        [
            Systems.Said(await umbrella.CreateAccountAsync("1", null, Systems.Key, Cancellation)),
            Systems.Said(await umbrella.DeleteAccountAsync("1", "\"1\"", Systems.Key, Cancellation)),
            Systems.Said(await umbrella.ActivateAsync("1", null, Systems.Key, Cancellation)),
            Systems.Said(await umbrella.BlockAsync("1", Systems.Key, Cancellation)),
            Systems.Said(await umbrella.UnblockAsync("1", Systems.Key, Cancellation)),
            Systems.Said(await postex.SetPreferenceAsync("1", new(null), Systems.Key, Cancellation)),
            Systems.Said(await postex.DispatchAsync(Systems.Letter(), Cancellation)),
        ];

        Assert.All(asked, one => Assert.Equal("not answered: WorkedByHand", one));
        Assert.All(done, one => Assert.Equal("not done: WorkedByHand", one));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static void Start(SandboxAddresses? sandbox, params (string Key, string Value)[] settings)
    {
        Systems.Reader(sandbox, [("Mailbox:Mode", "Manual"), .. settings]).ThrowWhenWrong(SystemsSettings.Declared);
        using var services = Systems.Services(sandbox, settings);
        Assert.NotNull(services.GetRequiredService<IUmbrella>());
        Assert.NotNull(services.GetRequiredService<IPostex>());
    }
}
