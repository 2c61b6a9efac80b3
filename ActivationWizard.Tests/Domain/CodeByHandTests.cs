using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>
/// A code that passes through a person: shown for a letter by hand, typed for a letter by Postex, and never written down.
/// </summary>
public sealed class CodeByHandTests
{
    private const string Typed = "KANARIE-7777";

    private readonly World _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reveal_LetterByHand_IsRecordedBeforeItIsShownAndHasNoCode()
    {
        var waits = await LetterByHandAsync();
        var inJournal = 0;
        _world.Calls.Before["code"] = () =>
            inJournal = _world.Journal.Of(waits.Number).Count(entry => entry.Event is CodeRevealed);

        var shown = Assert.IsType<Reveal.Shown>(await RevealAsync(waits));

        Assert.Equal(1, inJournal);
        Assert.Equal(_world.Umbrella.Codes["k1"], shown.Code.Reveal());
        var entry = _world.Journal.Of(waits.Number)[^1];
        Assert.Equal((new CodeRevealed(), DemoPeople.Sanne), (entry.Event, entry.Actor));
        Assert.DoesNotContain(
            _world.Umbrella.Codes["k1"], $"{shown}{string.Join(' ', _world.Journal.Of(waits.Number))}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reveal_Twice_IsRecordedTwice()
    {
        var waits = await LetterByHandAsync();
        await RevealAsync(waits);
        await RevealAsync((await _world.Runner.LoadAsync(waits.Number, Cancellation))!);

        Assert.Equal(2, _world.Journal.Of(waits.Number).Count(entry => entry.Event is CodeRevealed));
    }

    [Theory]
    [InlineData("tom.visser", Role.Employee, Obstacle.NotYourCase)]
    [InlineData("els.de.groot", Role.TeamLead, Obstacle.NotAllowed)]
    [InlineData("sanne.bakker", Role.TeamLead, Obstacle.NotAllowed)]
    [InlineData("bram.kuipers", Role.SystemManager, Obstacle.NotAllowed)]
    public async Task Reveal_ByAnybodyElse_IsDeclinedAndUmbrellaIsNotAsked(string id, Role role, Obstacle obstacle)
    {
        var waits = await LetterByHandAsync();
        var asked = _world.Calls.Asked.Count;

        var declined = await RevealAsync(waits, new Actor(id, id, role));

        Assert.Equal(new Reveal.Declined(obstacle), declined);
        Assert.Equal(asked, _world.Calls.Asked.Count);
    }

    [Fact]
    public async Task Reveal_NothingToShow_IsDeclined()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });

        Assert.Equal(new Reveal.Declined(Obstacle.NotAskedNow), await RevealAsync(proposed));
    }

    [Fact]
    public async Task Reveal_UmbrellaHasAnotherCode_ShowsNone()
    {
        var waits = await LetterByHandAsync();
        _world.Umbrella.Codes["k1"] = "KANARIE-0666";

        Assert.IsType<Reveal.OtherCode>(await RevealAsync(waits));
    }

    [Fact]
    public async Task Reveal_UmbrellaIsSilent_SaysSo()
    {
        var waits = await LetterByHandAsync();
        _world.Calls.Plan("code", new Mishap.Silent());

        Assert.Equal(new Reveal.Silent(FailureReason.Unreachable), await RevealAsync(waits));
    }

    [Fact]
    public async Task Reveal_AfterTheLetter_IsDeclined()
    {
        var waits = await LetterByHandAsync();
        var done = await _world.DoneByHandAsync(waits);

        Assert.Equal(ActivationState.SentByLetter, done.State);
        Assert.Equal(new Reveal.Declined(Obstacle.NotAskedNow), await RevealAsync(done));
    }

    [Fact]
    public async Task Typed_PostexByMachine_GoesIntoTheLetterAndIsNowhereElse()
    {
        var waits = await CodeAskedAsync();
        Assert.True(CodeByHand.IsAsked(waits));
        Assert.DoesNotContain(Typed, Give(Typed).ToString(), StringComparison.Ordinal);

        var done = await _world.AnsweredAsync(waits.Number, Give($" {Typed} "));

        Assert.Equal(ActivationState.SentByLetter, done.State);
        Assert.Equal(Typed, Assert.Single(_world.Postex.Sent).Letter.Code.Reveal());
        Assert.NotNull(done.Fingerprint);
        Assert.DoesNotContain(Typed, string.Join(' ', _world.Journal.Of(waits.Number)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("kort")]
    [InlineData("kanarie-7777")]
    [InlineData("KANARIE-7777\nBcc: x")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Typed_NotACode_IsDeclinedAtOnce(string? typed)
    {
        var waits = await CodeAskedAsync();

        Assert.Equal(new Decision.Declined(Obstacle.CodeNotValid), await _world.TryAnswerAsync(waits.Number, Give(typed)));
    }

    [Fact]
    public async Task Typed_ProcessDiesBeforeTheLetter_IsAskedAgainAndOneLetterGoes()
    {
        var waits = await CodeAskedAsync();
        Assert.IsType<Decision.Taken>(await _world.TryAnswerAsync(waits.Number, Give(Typed)));
        _world.Start();

        var asked = await _world.ContinuedAsync(waits.Number);
        Assert.True(CodeByHand.IsAsked(asked));
        Assert.Empty(_world.Postex.Sent);
        var done = await _world.AnsweredAsync(waits.Number, Give(Typed));

        Assert.Equal(ActivationState.SentByLetter, done.State);
        Assert.Single(_world.Postex.Sent);
    }

    [Fact]
    public async Task Typed_NewCodeWasMadeMeanwhile_TheLetterHasTheOneTypedLast()
    {
        var waits = await CodeAskedAsync();
        await _world.TryAnswerAsync(waits.Number, Give(Typed));
        _world.Start();
        await _world.ContinuedAsync(waits.Number);

        await _world.AnsweredAsync(waits.Number, Give("KANARIE-8888"));

        Assert.Equal("KANARIE-8888", Assert.Single(_world.Postex.Sent).Letter.Code.Reveal());
    }

    [Fact]
    public async Task Typed_NotAsked_IsDeclined()
    {
        var waits = await LetterByHandAsync();

        Assert.Equal(new Decision.Declined(Obstacle.NotAskedNow), await _world.TryAnswerAsync(waits.Number, Give(Typed)));
    }

    [Fact]
    public async Task BothByHand_NoCodePassesThroughTheWizard()
    {
        _world.ByHand(ForeignSystem.Umbrella, ForeignSystem.Postex);
        var waits = await AcceptedByHandAsync();
        for (; waits.State is ActivationState.AwaitingManualStep;
            waits = await _world.AnsweredAsync(waits.Number, SystemsByHand.DoneOf(waits)))
            Assert.False(CodeByHand.IsAsked(waits) || CodeByHand.MayBeShown(waits), $"{waits.Trouble}");

        Assert.Equal(ActivationState.SentByLetter, waits.State);
        Assert.Null(waits.Fingerprint);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Looked_CodeIsGoodForLongEnough_GoesOnWithItsLastDay(bool typed)
    {
        var waits = await CodeAskedAsync();
        var last = Sample.Today.AddDays(_world.Settings.MinimumCodeDays);

        await _world.TryAnswerAsync(waits.Number, typed ? new GiveCode(Typed, last) : new SawCode(last));

        var read = Assert.IsType<CodeRead>(_world.Journal.Of(waits.Number)[^1].Event);
        Assert.Equal((typed, DutchCalendar.StartOf(last)), (read.Fingerprint is not null, read.ExpiresAt));
    }

    [Fact]
    public async Task Looked_FreshCodeIsNoGood_IsControleNodigAndNothingIsSent()
    {
        foreach (var answer in NoGood)
        {
            var waits = await CodeAskedAsync();

            var stopped = await _world.AnsweredAsync(waits.Number, answer);

            Assert.Equal(ActivationState.NeedsAttention, stopped.State);
            Assert.IsType<FreshCodeUnusable>(stopped.Trouble);
            Assert.Equal(
                new Decision.Declined(Obstacle.NotAnOption),
                await _world.TryAnswerAsync(waits.Number, new SettleOutcome(SeenOutcome.Happened, "het is er")));
            await _world.AnsweredAsync(waits.Number, new Withdraw("opnieuw"));
        }

        Assert.Empty(_world.Postex.Sent);
    }

    [Fact]
    public async Task Looked_CodeThatWasThereIsNoGood_IsMadeAfreshOnceAndThenItIsEnough()
    {
        var waits = await CodeOfBeforeAsync();
        Assert.DoesNotContain(waits.Effects, one => one.Effect is EffectKind.ActivateAccount);

        var fresh = await _world.AnsweredAsync(waits.Number, new SawCode(Sample.Today.AddDays(6)));

        Assert.Equal(EffectKind.ActivateAccount, Assert.IsType<ManualStepNeeded>(fresh.Trouble).Effect);
        var again = await _world.AnsweredAsync(waits.Number, new ConfirmManualStep());
        Assert.True(CodeByHand.IsLookedFor(again));
        Assert.IsType<FreshCodeUnusable>((await _world.AnsweredAsync(waits.Number, new SawNoCode())).Trouble);
        Assert.Empty(_world.Postex.Sent);
    }

    [Fact]
    public async Task Looked_NoLastDay_IsAskedForIt()
    {
        var waits = await CodeAskedAsync();

        foreach (var answer in (Answer[])[new ConfirmManualStep(), new SawCode(null), new GiveCode(Typed, null)])
            Assert.Equal(new Decision.Declined(Obstacle.LastDayNeeded), await _world.TryAnswerAsync(waits.Number, answer));
    }

    private static Answer[] NoGood =>
        [new SawNoCode(), new SawCode(Sample.Today.AddDays(6)), new GiveCode(Typed, Sample.Today.AddDays(-1))];

    private static GiveCode Give(string? typed) => new(typed, Sample.Today.AddDays(30));

    // The wizard saw that there is a code, and then Umbrella was silent.
    private async Task<ActivationCase> CodeOfBeforeAsync()
    {
        _world.Umbrella.Accounts["k1"] = Sample.Account("k1") with { HasCode = true, CodeExpiresAt = Sample.Now.AddDays(3) };
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.Plan("code", new Mishap.Silent());
        var silent = await _world.AcceptedAsync(proposed);
        _world.Calls.ByHand.UnionWith(["activate", "code"]);
        return await _world.AnsweredAsync(silent.Number, new TakeStepByHand());
    }

    private async Task<ActivationCase> LetterByHandAsync()
    {
        var proposed = await _world.TakenAsync(Sample.Request with { Email = null });
        _world.Calls.ByHand.Add("letter");
        var waits = await _world.AcceptedAsync(proposed);
        Assert.True(CodeByHand.MayBeShown(waits));
        return waits;
    }

    private async Task<ActivationCase> CodeAskedAsync()
    {
        _world.ByHand(ForeignSystem.Umbrella);
        return await _world.AnsweredAsync((await AcceptedByHandAsync()).Number, new ConfirmManualStep());
    }

    private async Task<ActivationCase> AcceptedByHandAsync()
    {
        var answers = HandAnswers.But((FactKind.Account, nameof(AccountStatus.Registered)));
        return await _world.AcceptedAsync(
            await _world.AnsweredByHandAsync(await _world.TakenAsync(Sample.Request with { Email = null }), answers));
    }

    private Task<Reveal> RevealAsync(ActivationCase seen, Actor? by = null) =>
        new CodeReveal(_world.Runner.Answers, _world.Umbrella, _world.Settings).ShowAsync(
            seen.Number, seen.Version, by ?? DemoPeople.Sanne, Cancellation);
}
