using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Integrations.Umbrella;

/// <summary>What is changed in Umbrella, against the sandbox over a real socket; its ledger says what really happened.</summary>
public sealed class UmbrellaChangeTests
{
    [Fact]
    public async Task CreateAccount_WithAddress_CarriesItAndTheKey()
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync(null);

        var created = Done(await systems.Umbrella.CreateAccountAsync(
            systems.Customer, Systems.Address, Systems.Key, Cancellation));

        Assert.Equal((AccountStatus.Registered, Systems.Address), (created.Status, created.Email));
        var entry = Assert.Single(systems.Server.Ledger);
        Assert.Equal((SandboxEffects.CreateAccount, Systems.Key.ToString()), (entry.Effect, entry.IdempotencyKey));
        Assert.Equal([Systems.Address.ToString()], entry.Recipient);
        Assert.Matches("^[0-9a-f]{32}$", entry.CorrelationId);
    }

    [Fact]
    public async Task CreateAccount_WithoutAddress_HasNone()
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync(null);

        var created = Done(await systems.Umbrella.CreateAccountAsync(systems.Customer, null, Systems.Key, Cancellation));

        Assert.Null(created.Email);
    }

    [Fact]
    public async Task CreateAccount_AfterAnEndedOne_IsDone()
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync("BEE");

        Done(await systems.Umbrella.CreateAccountAsync(systems.Customer, null, Systems.Key, Cancellation));
    }

    [Fact]
    public async Task CreateAccount_SameKeyAgain_IsTheSameAccount()
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync(null);

        var first = Done(await systems.Umbrella.CreateAccountAsync(systems.Customer, null, Systems.Key, Cancellation));
        var again = Done(await systems.Umbrella.CreateAccountAsync(systems.Customer, null, Systems.Key, Cancellation));

        Assert.Equal(first, again);
        Assert.Equal(1, systems.Effects(SandboxEffects.CreateAccount));
    }

    [Fact]
    public async Task CreateAccount_ThereIsOne_IsRefused()
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync("GER");

        var outcome = await systems.Umbrella.CreateAccountAsync(systems.Customer, null, Systems.Key, Cancellation);

        Assert.Equal("refused: account-bestaat", Systems.Said(outcome));
    }

    [Fact]
    public async Task DeleteAccount_ThatVersion_IsGoneAndSoTheSecondTime()
    {
        await using var systems = await Systems.StartAsync();
        var version = await VersionAsync(systems, "GEA");

        Done(await systems.Umbrella.DeleteAccountAsync(systems.Customer, version, Systems.Key, Cancellation));
        Done(await systems.Umbrella.DeleteAccountAsync(systems.Customer, version, Systems.Key, Cancellation));

        Assert.Equal(1, systems.Effects(SandboxEffects.DeleteAccount));
    }

    [Fact]
    public async Task DeleteAccount_ChangedSince_IsRefusedAndStays()
    {
        await using var systems = await Systems.StartAsync();
        var version = await VersionAsync(systems, "GER");
        await systems.AccountAsync("GEA");

        var outcome = await systems.Umbrella.DeleteAccountAsync(systems.Customer, version, Systems.Key, Cancellation);

        Assert.Equal("refused: gewijzigd", Systems.Said(outcome));
        Assert.Empty(systems.Server.Ledger);
    }

    [Fact]
    public async Task DeleteAccount_UnknownCustomer_IsNotReadAsDone()
    {
        await using var systems = await Systems.StartAsync();

        var outcome = await systems.Umbrella.DeleteAccountAsync("K-onbekend", "\"1\"", Systems.Key, Cancellation);

        Assert.Equal("refused: klant-onbekend", Systems.Said(outcome));
    }

    [Fact]
    public async Task Activate_ByMail_GoesToThatAddress()
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync("GER");

        var made = Done(await systems.Umbrella.ActivateAsync(systems.Customer, Systems.Address, Systems.Key, Cancellation));

        Assert.True(made.Mailed);
        Assert.True(made.CodeExpiresAt > TimeProvider.System.GetUtcNow());
        var mail = systems.Server.Ledger.Single(one => one.Effect == SandboxEffects.MailCode);
        Assert.Equal([Systems.Address.ToString()], mail.Recipient);
    }

    [Fact]
    public async Task Activate_ForALetter_MailsNobody()
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync("GER");

        Assert.False(Done(await systems.Umbrella.ActivateAsync(systems.Customer, null, Systems.Key, Cancellation)).Mailed);

        Assert.Equal((1, 0), (systems.Effects(SandboxEffects.ActivateAccount), systems.Effects(SandboxEffects.MailCode)));
    }

    [Fact]
    public async Task Activate_UmbrellaDidNotMail_SaysSo()
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync("GER");
        systems.Fault(FaultKind.NotSent);

        var made = Done(await systems.Umbrella.ActivateAsync(systems.Customer, Systems.Address, Systems.Key, Cancellation));

        Assert.False(made.Mailed);
    }

    [Theory]
    [InlineData("GEB", "refused: account-geblokkeerd")]
    [InlineData(null, "refused: geen-account")]
    [InlineData("BEE", "refused: geen-account")]
    public async Task Activate_AccountThatCannot_IsRefused(string? status, string expected)
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync(status);

        var outcome = await systems.Umbrella.ActivateAsync(systems.Customer, Systems.Address, Systems.Key, Cancellation);

        Assert.Equal(expected, Systems.Said(outcome));
    }

    [Fact]
    public async Task Activate_AddressOfSomebodyElse_IsRefused()
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync("GER");
        systems.Fault(FaultKind.EmailInUse);

        var outcome = await systems.Umbrella.ActivateAsync(systems.Customer, Systems.Address, Systems.Key, Cancellation);

        Assert.Equal("refused: emailadres-in-gebruik", Systems.Said(outcome));
    }

    [Fact]
    public async Task BlockAndUnblock_Twice_AreDoneAndChangeOnce()
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync("GEA");

        Done(await systems.Umbrella.BlockAsync(systems.Customer, Systems.Key, Cancellation));
        Done(await systems.Umbrella.BlockAsync(systems.Customer, Systems.Key, Cancellation));
        Done(await systems.Umbrella.UnblockAsync(systems.Customer, Systems.OtherKey, Cancellation));
        Done(await systems.Umbrella.UnblockAsync(systems.Customer, Systems.OtherKey, Cancellation));

        Assert.Equal(
            [SandboxEffects.BlockAccount, SandboxEffects.UnblockAccount], systems.Server.Ledger.Select(one => one.Effect));
    }

    [Fact]
    public async Task BlockAndUnblock_NoAccount_AreRefused()
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync(null);

        var block = await systems.Umbrella.BlockAsync(systems.Customer, Systems.Key, Cancellation);
        var unblock = await systems.Umbrella.UnblockAsync(systems.Customer, Systems.OtherKey, Cancellation);

        Assert.Equal(("refused: geen-account", "refused: geen-account"), (Systems.Said(block), Systems.Said(unblock)));
    }

    [Fact]
    public async Task Create_EffectComesLate_IsDoneOnce()
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync(null);
        systems.Fault(FaultKind.LateEffect, 1, rule => rule with { Delay = TimeSpan.FromMilliseconds(100) });

        Done(await systems.Umbrella.CreateAccountAsync(systems.Customer, null, Systems.Key, Cancellation));

        Assert.Equal(1, systems.Effects(SandboxEffects.CreateAccount));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static T Done<T>(EffectOutcome<T> outcome) => Assert.IsType<EffectOutcome<T>.Done>(outcome).Result;

    private static async Task<string> VersionAsync(Systems systems, string status)
    {
        await systems.AccountAsync(status);
        var reply = await systems.Umbrella.ReadAccountAsync(systems.Customer, Cancellation);
        return Assert.IsType<Reply<PortalAccount>.Answered>(reply).Value.Version!;
    }
}
