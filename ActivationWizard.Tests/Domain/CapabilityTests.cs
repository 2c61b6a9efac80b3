using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Tests.Kit.Systems;
using static ActivationWizard.Domain.Effects.EffectKind;

namespace ActivationWizard.Tests.Domain;

/// <summary>
/// Every effect by every way in which its system can let it be recovered: it happened, it did not, nobody answers.
/// </summary>
public sealed class CapabilityTests
{
    private static readonly Dictionary<EffectKind, (string Route, string Call, string Ledger, string? Question)> Places = new()
    {
        [CreateAccount] = ("letter", "create", "create", "account"),
        [ActivateAccount] = ("letter", "activate", "activate", null),
        [DeleteAccount] = ("recreate-email", "delete", "delete", "account"),
        [BlockAccount] = ("block", "block", "block", "account"),
        [UnblockAccount] = ("unblock", "unblock", "unblock", "account"),
        [CorrectContacts] = ("administrator", "correct", "correct", "party"),
        [SetPreference] = ("administrator", "prefer", "prefer", "preference"),
        [DispatchLetter] = ("letter", "letter", "letter", "find-dispatches"),
        [RegisterLetter] = ("letter", "register-letter", "register-letter", "find-letter"),
        [RegisterContact] = ("email", "register-contact", "register-contact", "find-contact"),
        [SendReply] = ("refusal", "reply", "reply", "find-mail"),
    };

    private static readonly double[] Growing = [10, 30, 60, 120];
    private static readonly bool[] Either = [true, false];

    private readonly World _world = new();

    public static TheoryData<EffectKind, RecoveryCapability, bool> Ways => new(
        from effect in Places.Keys
        from capability in effect.Recoverable
        from happened in Either
        select (effect, capability, happened));

    public static TheoryData<EffectKind, RecoveryCapability> Askable => new(
        from effect in Places.Keys
        from capability in effect.Recoverable
        where capability is not RecoveryCapability.None
        select (effect, capability));

    [Fact]
    public void Contracts_EveryEffectThatChangesSomething_HasAWayAndNone()
    {
        var changing = Enum.GetValues<EffectKind>().Where(effect => !effect.IsRead).ToArray();

        Assert.Equal([ReadCode, ConfirmDispatch], Enum.GetValues<EffectKind>().Except(changing).Order());
        Assert.All(changing, effect => Assert.Contains(RecoveryCapability.None, effect.Recoverable));
        Assert.All(changing, effect => Assert.Contains(effect.Recoverable, way => way is not RecoveryCapability.None));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task AnswerLost_IsRecoveredAsDeclared(EffectKind effect, RecoveryCapability capability, bool happened)
    {
        var (route, call, ledger, _) = Places[effect];
        var proposed = await CrashTests.ProposedAsync(_world.Recovering(effect, capability), route);
        _world.Calls.Plan(call, happened ? new Mishap.LostAfter() : new Mishap.LostBefore());

        var ended = await _world.AcceptedAsync(proposed);

        if (capability is RecoveryCapability.None)
        {
            Assert.Equal(effect, Assert.IsType<OutcomeUnknown>(ended.Trouble).Effect);
            Assert.Equal(happened ? 1 : 0, _world.Calls.Done.Count(one => one == ledger));
            Assert.DoesNotContain(_world.Journal.Of(ended.Number), entry => entry.Event is RequestRepeated);
        }
        else
        {
            Assert.True(ended.State.IsFinal, $"{ended.State} {ended.Trouble}");
            Assert.Single(_world.Calls.Done, ledger);
        }
    }

    [Theory]
    [MemberData(nameof(Askable))]
    public async Task AnswerLost_SystemSilentForHours_IsWaitedOutWithGrowingPauses(
        EffectKind effect, RecoveryCapability capability)
    {
        var (route, call, ledger, question) = Places[effect];
        var proposed = await CrashTests.ProposedAsync(_world.Recovering(effect, capability), route);
        _world.Calls.Plan(call, [new Mishap.LostAfter(), .. capability is RecoveryCapability.Key ? Silences : []]);
        _world.Calls.Before[call] = () =>
        {
            if (capability is not RecoveryCapability.Key)
                _world.Calls.Plan(question!, Silences);
        };

        var ended = await _world.AcceptedAsync(proposed);

        Assert.True(ended.State.IsFinal, $"{ended.State} {ended.Trouble}");
        Assert.Single(_world.Calls.Done, ledger);
        var lost = _world.Journal.Of(ended.Number).Where(entry => entry.Event is AnswerLost).ToList();
        Assert.Equal(1 + Silences.Length, lost.Count);
        Assert.Equal(
            Growing,
            lost.Skip(1).SkipLast(1).Select(entry => (((AnswerLost)entry.Event).Again - entry.At).TotalSeconds));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task ProcessDied_IsRecoveredAsDeclared(EffectKind effect, RecoveryCapability capability, bool happened)
    {
        var (route, call, ledger, _) = Places[effect];
        var proposed = await CrashTests.ProposedAsync(_world.Recovering(effect, capability), route);
        _world.Calls.Before[call] = () => _world.Boundaries.DiesAt.Enqueue(_world.Boundaries.Passed + (happened ? 1 : 0));
        if (!happened)
            _world.Calls.Before[call] = () => throw new ProcessDiedException();
        await Assert.ThrowsAsync<ProcessDiedException>(() => _world.AcceptedAsync(proposed));

        _world.Start();
        var ended = await _world.ContinuedAsync(proposed.Number);

        Assert.Equal(capability is RecoveryCapability.None, ended.Trouble is OutcomeUnknown);
        Assert.Equal(capability is not RecoveryCapability.None, ended.State.IsFinal);
        Assert.Equal(capability is RecoveryCapability.None && !happened ? 0 : 1, _world.Calls.Done.Count(one => one == ledger));
    }

    private static Mishap[] Silences => [.. Enumerable.Repeat(new Mishap.Silent(), 5)];
}
