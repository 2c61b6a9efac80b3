using System.Security.Cryptography;
using System.Text;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Integrations.Postex;

/// <summary>Postex against the sandbox over a real socket; its ledger says what really happened.</summary>
public sealed class PostexClientTests
{
    [Fact]
    public async Task Dispatch_Letter_ReachesThePrinterAsItIs()
    {
        await using var systems = await Systems.StartAsync();

        var dispatch = Done(await systems.Postex.DispatchAsync(Systems.Letter(), Cancellation));

        var entry = Assert.Single(systems.Server.Ledger);
        Assert.Equal(
            (SandboxEffects.DispatchLetter, Systems.Party, Systems.Key.ToString(), Systems.Key.ToString(), dispatch.SessionId),
            (entry.Effect, entry.Subject, entry.Reference, entry.IdempotencyKey, entry.Detail));
        Assert.Equal(Systems.Letter().Lines, entry.Recipient);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("KANARIE-7F3K9Q2M"))), entry.CodeHash);
        LogChecks.NothingPersonal(systems.Log);
    }

    [Fact]
    public async Task Dispatch_SessionAlreadyDone_IsDoneToo()
    {
        await using var systems = await Systems.StartAsync(new() { Postex = new() { PollsUntilDone = 0 } });

        Done(await systems.Postex.DispatchAsync(Systems.Letter(), Cancellation));
    }

    [Fact]
    public async Task Dispatch_AddressThatCannotBe_IsRefusedWithPostexOwnCode()
    {
        await using var systems = await Systems.StartAsync();

        var outcome = await systems.Postex.DispatchAsync(Systems.Letter() with { Lines = ["E. Mailstra"] }, Cancellation);

        Assert.Equal("refused: address_invalid", Systems.Said(outcome));
        Assert.Empty(systems.Server.Ledger);
    }

    [Fact]
    public async Task ReadDispatch_PolledToTheEnd_IsBusyAndThenDone()
    {
        await using var systems = await Systems.StartAsync(new() { Postex = new() { PollsUntilDone = 3 } });
        var session = Done(await systems.Postex.DispatchAsync(Systems.Letter(), Cancellation)).SessionId;

        var seen = new List<DispatchStatus>();
        for (var poll = 0; poll < 3; poll++)
            seen.Add(Answer(await systems.Postex.ReadDispatchAsync(session, Cancellation)));

        Assert.Equal([DispatchStatus.Busy, DispatchStatus.Busy, DispatchStatus.Done], seen);
    }

    [Fact]
    public async Task ReadDispatch_StatusErrorIn200_IsFailed()
    {
        await using var systems = await Systems.StartAsync();
        systems.Fault(FaultKind.SessionError, 1);
        var session = Done(await systems.Postex.DispatchAsync(Systems.Letter(), Cancellation)).SessionId;

        Assert.Equal(DispatchStatus.Failed, Answer(await systems.Postex.ReadDispatchAsync(session, Cancellation)));
    }

    [Fact]
    public async Task ReadDispatch_StatusNobodyKnows_IsNonsense()
    {
        await using var systems = await Systems.StartAsync();
        var session = Done(await systems.Postex.DispatchAsync(Systems.Letter(), Cancellation)).SessionId;
        systems.Fault(FaultKind.UnknownCode);

        Assert.Equal("not answered: Nonsense", Systems.Said(await systems.Postex.ReadDispatchAsync(session, Cancellation)));
    }

    [Fact]
    public async Task ReadDispatch_UnknownSession_IsNonsense()
    {
        await using var systems = await Systems.StartAsync();

        Assert.Equal("not answered: Nonsense", Systems.Said(await systems.Postex.ReadDispatchAsync("1", Cancellation)));
    }

    [Fact]
    public async Task FindDispatches_NoneOneTwo_AreAllOfThatReference()
    {
        await using var systems = await Systems.StartAsync();
        Assert.Empty(Answer(await systems.FindAsync()));

        var first = Done(await systems.Postex.DispatchAsync(Systems.Letter(), Cancellation));
        Done(await systems.Postex.DispatchAsync(Systems.Letter(Systems.OtherKey), Cancellation));
        Assert.Equal([Found(first)], Answer(await systems.FindAsync()));

        var second = Done(await systems.Postex.DispatchAsync(Systems.Letter(), Cancellation));
        Assert.Equal([Found(first), Found(second)], Answer(await systems.FindAsync()));
    }

    [Fact]
    public async Task FindDispatches_OneSessionListedTwice_IsOne()
    {
        await using var systems = await Systems.StartAsync();
        Done(await systems.Postex.DispatchAsync(Systems.Letter(), Cancellation));
        systems.Fault(FaultKind.Duplicate);

        Assert.Single(Answer(await systems.FindAsync()));
    }

    [Fact]
    public async Task FindDispatches_ForAnotherPartyOrAddress_IsOfAnother()
    {
        await using var systems = await Systems.StartAsync();
        Done(await systems.Postex.DispatchAsync(Systems.Letter(), Cancellation));

        Assert.Equal(ReferenceMatch.OfAnother, Answer(await systems.FindAsync(party: "999999")).Single().Recipient);
        Assert.Equal(
            ReferenceMatch.OfAnother,
            Answer(await systems.Postex.FindDispatchesAsync(
                Systems.Key, Systems.Party, ["E. Mailstra", "Elders 1", "5611 CD  EINDHOVEN"], Cancellation)).Single().Recipient);
    }

    [Fact]
    public async Task FindDispatches_RecipientNotShown_CannotBeCompared()
    {
        await using var systems = await Systems.StartAsync();
        Done(await systems.Postex.DispatchAsync(Systems.Letter(), Cancellation));
        systems.Server.Script(new FaultRule { Fault = FaultKind.MissingFields, Fields = ["recipient"] });

        Assert.Equal(ReferenceMatch.CannotCompare, Answer(await systems.FindAsync()).Single().Recipient);
    }

    [Fact]
    public async Task FindDispatches_CannotBeAsked_IsNotReadAsNone()
    {
        await using var systems = await Systems.StartAsync(new() { Postex = new() { QueryByReference = false } });

        Assert.Equal("not answered: Nonsense", Systems.Said(await systems.FindAsync()));
    }

    [Fact]
    public async Task Preference_Unknown_IsPaper()
    {
        await using var systems = await Systems.StartAsync();

        Assert.True(Answer(await systems.Postex.ReadPreferenceAsync("999999", Cancellation)).IsPaper);
    }

    [Fact]
    public async Task Preference_SetToEmailAndBack_IsWhatIsReadBack()
    {
        await using var systems = await Systems.StartAsync();

        var email = new DeliveryPreference(Systems.Address);
        Assert.Equal(email, Done(await systems.Postex.SetPreferenceAsync(Systems.Party, email, Systems.Key, Cancellation)));
        Assert.Equal(email, Answer(await systems.Postex.ReadPreferenceAsync(Systems.Party, Cancellation)));

        var paper = new DeliveryPreference(null);
        Assert.Equal(paper, Done(await systems.Postex.SetPreferenceAsync(Systems.Party, paper, Systems.OtherKey, Cancellation)));
        Assert.Equal(paper, Answer(await systems.Postex.ReadPreferenceAsync(Systems.Party, Cancellation)));
        Assert.Equal(2, systems.Effects(SandboxEffects.SetPreference));
        LogChecks.NothingPersonal(systems.Log);
    }

    [Theory]
    [InlineData("fax", null)]
    [InlineData("email", null)]
    [InlineData("email", "geen adres")]
    public async Task Preference_NotInTheContract_IsNotReadAsPaper(string channel, string? email)
    {
        await using var systems = await Systems.StartAsync();
        await systems.PreferenceAsync(channel, email);

        var reply = await systems.Postex.ReadPreferenceAsync(Systems.Party, Cancellation);

        Assert.Equal("not answered: Nonsense", Systems.Said(reply));
    }

    [Fact]
    public async Task Preference_PartyThatIsAPath_ReachesNoOtherResource()
    {
        await using var systems = await Systems.StartAsync();

        var outcome = await systems.Postex.SetPreferenceAsync("..", new(null), Systems.Key, Cancellation);

        Assert.Equal("not done: Nonsense", Systems.Said(outcome));
        Assert.Empty(systems.Server.Calls);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static FoundDispatch Found(Dispatch dispatch) => new(dispatch.SessionId, ReferenceMatch.Ours);

    private static T Answer<T>(Reply<T> reply) => Assert.IsType<Reply<T>.Answered>(reply).Value;

    private static T Done<T>(EffectOutcome<T> outcome) => Assert.IsType<EffectOutcome<T>.Done>(outcome).Result;
}
