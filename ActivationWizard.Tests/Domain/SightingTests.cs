using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Systems;
using static ActivationWizard.Domain.Effects.EffectKind;

namespace ActivationWizard.Tests.Domain;

/// <summary>That nothing is there counts as proof only where something of ours was seen there before.</summary>
public sealed class SightingTests
{
    private static readonly bool[] Either = [true, false];
    private readonly World _world = new World().JustBegun();

    public static TheoryData<EffectKind, bool> Ways => new(
        from effect in new[] { DispatchLetter, RegisterLetter, RegisterContact, SendReply }
        from happened in Either
        select (effect, happened));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task AnswerLost_NothingOfOursWasEverFound_IsForAPersonAndNeverAskedAgain(EffectKind effect, bool happened)
    {
        var proposed = await CrashTests.ProposedAsync(_world, RouteOf(effect));
        _world.Calls.Plan(CallOf(effect), happened ? new Mishap.LostAfter() : new Mishap.LostBefore());

        var stopped = await _world.AcceptedAsync(proposed);

        Assert.IsType<OutcomeUnknown>(stopped.Trouble);
        Assert.Equal(happened ? 1 : 0, _world.Calls.Done.Count(one => one == CallOf(effect)));
        Assert.Equal(
            happened ? (EvidenceKind.Present, (EvidenceDetail?)null) : (EvidenceKind.CannotTell, EvidenceDetail.NeverSeen),
            (stopped.Evidence!.Kind, effect is DispatchLetter && happened ? null : stopped.Evidence.Detail));
    }

    [Theory]
    [InlineData(DispatchLetter)]
    [InlineData(RegisterLetter)]
    [InlineData(RegisterContact)]
    [InlineData(SendReply)]
    public async Task EffectDone_FoundAfterwards_TheNextIsRecoveredByAsking(EffectKind effect)
    {
        await _world.AcceptedAsync(await CrashTests.ProposedAsync(_world, RouteOf(effect)));
        Assert.Contains(_world.Sightings.Expected, one => one.Effect == effect);
        await _world.LearnAsync();

        Assert.Equal(new RecoveryWay(RecoveryCapability.Query, null), await WayAsync(effect));
        var asked = _world.Calls.Asked.Count(one => one == QuestionOf(effect));
        await AgainAsync(effect, new Mishap.LostBefore());
        Assert.Equal(2, _world.Calls.Done.Count(one => one == CallOf(effect)));
        // At once, after 10 and after 40 seconds, and at the end of the quiet period.
        Assert.Equal(asked + 4, _world.Calls.Asked.Count(one => one == QuestionOf(effect)));
    }

    [Fact]
    public async Task EffectDone_PostexIgnoresReferences_NeverCountsAndNoLetterGoesTwice()
    {
        _world.Postex.IgnoresReferences = true;
        await _world.AcceptedAsync(await CrashTests.ProposedAsync(_world, "letter"));
        await _world.LearnAsync();

        Assert.Equal(new RecoveryWay(RecoveryCapability.None, Unproven.NotFound), await WayAsync(DispatchLetter));
        var stopped = await AgainAsync(DispatchLetter, new Mishap.LostAfter());
        Assert.IsType<OutcomeUnknown>(stopped.Trouble);
        Assert.Equal(2, _world.Postex.Sent.Count);
    }

    [Fact]
    public async Task EffectDone_MailServerRewritesMessageIds_NeverCountsAndNoMailGoesTwice()
    {
        _world.Mailbox.RewritesMessageIds = true;
        await _world.AcceptedAsync(await CrashTests.ProposedAsync(_world, "refusal"));
        await _world.LearnAsync();

        Assert.Equal(Unproven.NotFound, (await WayAsync(SendReply)).Because);
        await AgainAsync(SendReply, new Mishap.LostAfter());
        Assert.Equal(2, _world.Mailbox.Sent.Count);
    }

    [Theory]
    [InlineData(FailureReason.Nonsense, 0)]
    [InlineData(FailureReason.Unreachable, 1)]
    public async Task EffectDone_SentCannotBeRead_IsLookedForAgainOnlyWhenNobodyAnswered(FailureReason why, int left)
    {
        await _world.AcceptedAsync(await CrashTests.ProposedAsync(_world, "refusal"));
        _world.Calls.Plan("find-mail", new Mishap.Silent(why));

        await _world.LearnAsync();

        Assert.Equal(left, _world.Sightings.Expected.Count(one => one.Effect is SendReply));
        Assert.Equal(RecoveryCapability.None, (await WayAsync(SendReply)).By);
    }

    [Fact]
    public async Task EffectDone_KindIsProven_NothingIsAskedMore()
    {
        var world = new World();

        await world.AcceptedAsync(await CrashTests.ProposedAsync(world, "letter"));

        Assert.Empty(world.Sightings.Expected);
    }

    [Fact]
    public async Task EffectRepeated_NotFoundAfterItWasDone_CountsNoMore()
    {
        var world = new World();
        var proposed = await CrashTests.ProposedAsync(world, "letter");
        world.Calls.Plan("letter", new Mishap.LostBefore());
        await world.AcceptedAsync(proposed);
        world.Postex.IgnoresReferences = true;

        await world.LearnAsync();

        Assert.False((await world.Sightings.OfAsync(DispatchLetter, Cancellation))!.IsFound);
    }

    [Fact]
    public async Task Declared_None_IsNeverLearnt()
    {
        _world.Recovering(DispatchLetter, RecoveryCapability.None);

        await _world.AcceptedAsync(await CrashTests.ProposedAsync(_world, "letter"));

        Assert.DoesNotContain(_world.Sightings.Expected, one => one.Effect is DispatchLetter);
        Assert.Equal(new RecoveryWay(RecoveryCapability.None, null), await WayAsync(DispatchLetter));
    }

    private Task<RecoveryWay> WayAsync(EffectKind effect) =>
        new RecoveryWays(_world.Settings, _world.Sightings).OfAsync(effect, Cancellation);

    // Another case of the same tenant, whose answer is lost.
    private async Task<ActivationCase> AgainAsync(EffectKind effect, Mishap mishap)
    {
        var proposed = await CrashTests.ProposedAsync(_world, RouteOf(effect));
        _world.Calls.Plan(CallOf(effect), mishap);
        return await _world.AcceptedAsync(proposed);
    }

    private static string RouteOf(EffectKind effect) => effect switch
    {
        RegisterContact => "email",
        SendReply => "refusal",
        _ => "letter",
    };

    private static string CallOf(EffectKind effect) => effect switch
    {
        DispatchLetter => "letter",
        RegisterLetter => "register-letter",
        RegisterContact => "register-contact",
        _ => "reply",
    };

    private static string QuestionOf(EffectKind effect) => effect switch
    {
        DispatchLetter => "find-dispatches",
        RegisterLetter => "find-letter",
        RegisterContact => "find-contact",
        _ => "find-mail",
    };
}
