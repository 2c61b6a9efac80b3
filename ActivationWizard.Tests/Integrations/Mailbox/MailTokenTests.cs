using System.Globalization;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.Store;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ActivationWizard.Tests.Integrations.Mailbox;

/// <summary>A real server that asks whose a token is (RFC 7662), and refuses one before its time is over.</summary>
public sealed class MailTokenTests(Dovecot server) : IAsyncLifetime
{
    private readonly string _person = server.NewPerson();
    private LoopbackSite _tokens = null!;
    private int _asked;

    /// <summary>How many tokens are given in turn; the last is given for ever.</summary>
    private int _different = 9;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _tokens = await LoopbackSite.StartAsync(app => app.MapPost("/token", GiveAsync));

    public ValueTask DisposeAsync() => _tokens.DisposeAsync();

    [Fact]
    public async Task Read_TokenThatIsTakenBack_IsReplacedOnce()
    {
        using var bench = await BenchAsync();
        await AcceptAsync(1);
        Assert.IsType<Reply<IReadOnlyList<MailHead>?>.Answered>(await ListAsync(bench));
        await AcceptAsync(2);

        // The connection that is kept was let in before: only a new one shows its token.
        Assert.Equal(new Reply<bool>.Answered(true), await WaitAsync(bench));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Send_TokenThatIsTakenBack_IsReplacedOnce()
    {
        using var bench = await BenchAsync();
        await AcceptAsync(1);
        Assert.IsType<EffectOutcome<NoResult>.Done>(await bench.SendAsync());
        await AcceptAsync(2);

        Assert.IsType<EffectOutcome<NoResult>.Done>(await bench.SendAsync());
        Assert.Equal(2, _asked);
        Assert.NotEmpty(await server.RelayedAsync());
    }

    [Fact]
    public async Task Read_EveryTokenRefused_IsNotAllowedAfterTwo()
    {
        using var bench = await BenchAsync();

        Assert.Equal(new Reply<IReadOnlyList<MailHead>?>.NotAnswered(FailureReason.NotAllowed), await ListAsync(bench));
        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task Read_SameTokenGivenAgain_IsNotShownAgain()
    {
        _different = 1;
        using var bench = await BenchAsync();

        Assert.Equal(new Reply<IReadOnlyList<MailHead>?>.NotAnswered(FailureReason.NotAllowed), await ListAsync(bench));
        Assert.Equal(2, _asked);
    }

    private static Task<Reply<IReadOnlyList<MailHead>?>> ListAsync(MailboxBench bench) =>
        bench.Store.ListAsync(MailFolderPath.Inbox, 1, Cancellation);

    private static Task<Reply<bool>> WaitAsync(MailboxBench bench) =>
        bench.Store.WaitAsync(MailFolderPath.Inbox, TimeSpan.FromMinutes(1), Cancellation);

    private Task GiveAsync(HttpContext context)
    {
        var count = Math.Min(Interlocked.Increment(ref _asked), _different);
        return context.Response.WriteAsJsonAsync(new { access_token = Token(count), expires_in = 3600 }, Cancellation);
    }

    private string Token(int count) => string.Create(CultureInfo.InvariantCulture, $"{_person}-token-{count}");

    // One at a time: the others are refused.
    private async Task AcceptAsync(int count)
    {
        var known = await server.TokensAsync();
        for (var other = 1; other <= _different; other++)
            known.TryRemove(Token(other), out _);
        known[Token(count)] = _person;
    }

    private async Task<MailboxBench> BenchAsync() => new(await server.SettingsAsync(
        _person, ("Password", ""), ("OAuth:TokenAddress", new Uri(_tokens.Address, "token").ToString()),
        ("OAuth:ClientId", "wizard"), ("OAuth:ClientSecret", "geheim")));
}
