using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Integrations.Umbrella;

/// <summary>What is asked of Umbrella, against the sandbox over a real socket.</summary>
public sealed class UmbrellaReadTests
{
    [Fact]
    public async Task FindCustomers_OneParty_IsThatCustomer()
    {
        await using var systems = await Systems.StartAsync();

        var found = Answer(await systems.Umbrella.FindCustomersAsync(Systems.Party, Cancellation));

        Assert.Equal(new Customer(systems.Customer, "E. Mailstra", 1984, Systems.Party), Assert.Single(found));
    }

    [Fact]
    public async Task FindCustomers_UnknownParty_IsEmpty()
    {
        await using var systems = await Systems.StartAsync();

        Assert.Empty(Answer(await systems.Umbrella.FindCustomersAsync("999999", Cancellation)));
    }

    [Fact]
    public async Task FindCustomers_NoNumberAtAll_IsNotAsked()
    {
        await using var systems = await Systems.StartAsync();

        var reply = await systems.Umbrella.FindCustomersAsync("", Cancellation);

        Assert.Equal("not answered: Nonsense", Systems.Said(reply));
        Assert.Empty(systems.Server.Calls);
    }

    [Fact]
    public async Task FindCustomers_SameCustomerTwiceInTheAnswer_IsOne()
    {
        await using var systems = await Systems.StartAsync();
        systems.Fault(FaultKind.Duplicate);

        Assert.Single(Answer(await systems.Umbrella.FindCustomersAsync(Systems.Party, Cancellation)));
    }

    [Fact]
    public async Task FindCustomersAt_Address_IsWhoLivesThere()
    {
        await using var systems = await Systems.StartAsync();

        var found = Answer(await systems.Umbrella.FindCustomersAtAsync(Systems.Home, Cancellation));

        Assert.Equal(systems.Customer, Assert.Single(found).Id);
    }

    [Fact]
    public async Task FindCustomersAt_SameNumberWithALetter_LeavesOutWhoHasNone()
    {
        await using var systems = await Systems.StartAsync();
        Assert.True(HouseNumber.TryParse("12 B", out var upstairs));

        var address = Systems.Home with { HouseNumber = upstairs };
        Assert.Empty(Answer(await systems.Umbrella.FindCustomersAtAsync(address, Cancellation)));
    }

    [Theory]
    [InlineData("GER", AccountStatus.Registered)]
    [InlineData("GEA", AccountStatus.Active)]
    [InlineData("GEB", AccountStatus.Blocked)]
    public async Task ReadAccount_Account_IsReadWithItsVersion(string status, AccountStatus expected)
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync(status);

        var account = Answer(await systems.Umbrella.ReadAccountAsync(systems.Customer, Cancellation));

        Assert.Equal((expected, systems.Customer, Systems.Address), (account.Status, account.CustomerId, account.Email));
        Assert.NotNull(account.Id);
        Assert.StartsWith("\"", account.Version, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("BEE")]
    public async Task ReadAccount_NoneOrEnded_IsAbsent(string? status)
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync(status);

        var account = Answer(await systems.Umbrella.ReadAccountAsync(systems.Customer, Cancellation));

        Assert.Equal(PortalAccount.Absent(systems.Customer), account);
    }

    [Fact]
    public async Task ReadAccount_UnknownCustomer_IsNotReadAsNoAccount()
    {
        await using var systems = await Systems.StartAsync();

        var reply = await systems.Umbrella.ReadAccountAsync("K-onbekend", Cancellation);

        Assert.Equal("not answered: Nonsense", Systems.Said(reply));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("a/../../b")]
    [InlineData("")]
    public async Task ReadAccount_IdThatIsAPath_ReachesNoOtherResource(string customer)
    {
        await using var systems = await Systems.StartAsync();

        var reply = await systems.Umbrella.ReadAccountAsync(customer, Cancellation);

        Assert.Equal("not answered: Nonsense", Systems.Said(reply));
        Assert.DoesNotContain(systems.Server.Calls, call => !call.Path.EndsWith("/account", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAccount_StatusNobodyKnows_IsNonsense()
    {
        await using var systems = await Systems.StartAsync();
        systems.Fault(FaultKind.UnknownCode);

        var reply = await systems.Umbrella.ReadAccountAsync(systems.Customer, Cancellation);

        Assert.Equal("not answered: Nonsense", Systems.Said(reply));
    }

    [Fact]
    public async Task ReadCode_Code_IsHeldButNotShown()
    {
        await using var systems = await Systems.StartAsync();
        await systems.CodeAsync();

        var reading = Answer(await systems.Umbrella.ReadCodeAsync(systems.Customer, Cancellation));

        Assert.Equal("KANARIE-7F3K9Q2M", reading.Code?.Reveal());
        Assert.True(reading.ExpiresAt > TimeProvider.System.GetUtcNow().AddDays(29));
        Assert.DoesNotContain("KANARIE", reading.ToString(), StringComparison.Ordinal);
        LogChecks.NothingPersonal(systems.Log);
    }

    [Theory]
    [InlineData("kanarie-kleine-letters")]
    [InlineData("KORT")]
    [InlineData("KANARIE-7F3K9Q2M\n")]
    [InlineData("KANARIE 7F3K9Q2M")]
    public async Task ReadCode_NotLikeACode_IsNoCodeWithItsExpiry(string code)
    {
        await using var systems = await Systems.StartAsync();
        await systems.CodeAsync(code);

        var reading = Answer(await systems.Umbrella.ReadCodeAsync(systems.Customer, Cancellation));

        Assert.Null(reading.Code);
        Assert.NotNull(reading.ExpiresAt);
        Assert.DoesNotContain(code.Trim(), systems.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadCode_InstallationsOwnPattern_IsUsed()
    {
        await using var systems = await Systems.StartAsync(null, ("Umbrella:CodePattern", "[0-9]{6}"));
        await systems.CodeAsync("123456");

        Assert.Equal("123456", Answer(await systems.Umbrella.ReadCodeAsync(systems.Customer, Cancellation)).Code?.Reveal());
    }

    [Fact]
    public async Task ReadCode_NoneOrExpired_IsNoCode()
    {
        await using var systems = await Systems.StartAsync();
        await systems.AccountAsync(null);
        await systems.AccountAsync("GER");
        Assert.Equal(new CodeReading(null, null), Answer(await systems.Umbrella.ReadCodeAsync(systems.Customer, Cancellation)));

        await systems.CodeAsync(days: -1);

        Assert.Equal(new CodeReading(null, null), Answer(await systems.Umbrella.ReadCodeAsync(systems.Customer, Cancellation)));
    }

    [Fact]
    public async Task ReadAccount_CallerGivesUp_IsItsOwnCancellation()
    {
        await using var systems = await Systems.StartAsync(
            null, ("Umbrella:AttemptTimeoutSeconds", "30"), ("Umbrella:TimeoutSeconds", "60"));
        systems.Fault(FaultKind.TimeoutBefore);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => systems.Umbrella.ReadAccountAsync(systems.Customer, patience.Token));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static T Answer<T>(Reply<T> reply) => Assert.IsType<Reply<T>.Answered>(reply).Value;
}
