using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>
/// The journal goes back to an earlier moment and the systems do not: nothing is done twice before a person has looked.
/// </summary>
public sealed class GoingBackTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Routes =>
        ["email", "letter", "recreate-email", "recreate-letter", "refusal", "block", "administrator", "unblock"];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task WentBack_ToAnyVersionOfARoute_NothingIsDoneTwice(string route)
    {
        var length = await LengthAsync(route);
        for (var version = 1; version < length; version++)
        {
            var world = new World();
            var number = (await CrashTests.ProposedAsync(world, route)).Number;
            var proposed = (await world.Runner.LoadAsync(number, Cancellation))!;
            if (version >= proposed.Version)
                await world.AcceptedAsync(proposed);
            await GoBackAsync(world, number, version);

            var last = await GoOnAsync(world, number);

            Assert.True(
                world.Calls.Done.GroupBy(one => one).All(same => same.Count() is 1),
                $"{route}, back to {version}: {string.Join(", ", world.Calls.Done)} ({last.State})");
        }
    }

    [Fact]
    public async Task WentBack_BeforeTheLetter_AsksAPersonWhoseYesIsEnough()
    {
        var world = new World();
        var proposed = await CrashTests.ProposedAsync(world, "letter");
        await world.AcceptedAsync(proposed);
        var requested = world.Journal.Of(proposed.Number).First(entry => entry.Event is LetterDispatchRequested);
        await GoBackAsync(world, proposed.Number, requested.Sequence - 1);

        var stopped = await world.ContinuedAsync(proposed.Number);
        Assert.Equal(ActivationState.NeedsAttention, stopped.State);
        Assert.Equal(EffectKind.DispatchLetter, Assert.IsType<LostTimeDoubted>(stopped.Trouble).Effect);
        Assert.Equal((EvidenceKind.CannotTell, EvidenceDetail.Traces), (stopped.Evidence!.Kind, stopped.Evidence.Detail));

        var next = await world.AnsweredAsync(
            stopped.Number, new SettleOutcome(SeenOutcome.Happened, "staat in Postex"), DemoPeople.Els);
        Assert.Equal(EffectKind.RegisterLetter, Assert.IsType<LostTimeDoubted>(next.Trouble).Effect);
        var ended = await world.AnsweredAsync(
            next.Number, new SettleOutcome(SeenOutcome.Happened, "staat in het dossier"), DemoPeople.Els);
        Assert.Equal(ActivationState.SentByLetter, ended.State);
        Assert.Single(world.Postex.Sent);
    }

    [Fact]
    public async Task WentBack_NothingHadHappened_OnePersonsNoIsEnough()
    {
        var world = new World();
        var proposed = await CrashTests.ProposedAsync(world, "letter");
        await GoBackAsync(world, proposed.Number, proposed.Version);

        var stopped = await world.AcceptedAsync(proposed);
        Assert.Equal(EffectKind.CreateAccount, Assert.IsType<LostTimeDoubted>(stopped.Trouble).Effect);
        Assert.Equal(EvidenceKind.Absent, stopped.Evidence!.Kind);
        Assert.Empty(world.Calls.Done);

        var ended = await world.AnsweredAsync(
            stopped.Number, new SettleOutcome(SeenOutcome.DidNotHappen, "geen account, geen brief"), DemoPeople.Els);
        Assert.Equal(ActivationState.SentByLetter, ended.State);
        Assert.False(ended.IsInDoubt);
        Assert.Equal(["create", "activate", "letter", "register-letter"], world.Calls.Done);
    }

    [Fact]
    public async Task WentBack_NewKeys_AreOfTheNewEpoch()
    {
        var world = new World();
        var proposed = await CrashTests.ProposedAsync(world, "letter");
        var first = await world.AcceptedAsync(proposed);
        await GoBackAsync(world, proposed.Number, proposed.Version);

        var again = await world.AcceptedAsync(proposed);

        Assert.Empty(first.Effects.Select(one => one.Key).Intersect(again.Effects.Select(one => one.Key)));
    }

    private static async Task<int> LengthAsync(string route)
    {
        var world = new World();
        var ended = await world.AcceptedAsync(await CrashTests.ProposedAsync(world, route));
        Assert.True(ended.State.IsFinal);
        return ended.Version;
    }

    private static async Task GoBackAsync(World world, CaseNumber number, int version)
    {
        world.Journal.GoBack(number, version);
        world.Epoch.Now = world.Epoch.Now.Next();
        var before = (await world.Runner.LoadAsync(number, Cancellation))!;
        await world.Journal.AppendAsync(before, [new WentBackInTime(world.Epoch.Now)], Actor.Wizard, null, Cancellation);
        world.Start();
    }

    // What is proposed is agreed to, as employees do; nobody says what became of anything.
    private static async Task<ActivationCase> GoOnAsync(World world, CaseNumber number)
    {
        var last = await world.ContinuedAsync(number);
        if (last.Handler is null && !last.State.IsFinal)
            last = await world.AnsweredAsync(number, new TakeCase());
        return last.State is ActivationState.AwaitingDecision && Proposal.Of(last) is not null
            ? await world.AcceptedAsync(last)
            : last;
    }
}
