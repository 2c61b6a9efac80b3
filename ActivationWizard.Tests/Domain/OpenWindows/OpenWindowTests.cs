using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Run;
using ActivationWizard.Tests.Kit.Systems;
using static ActivationWizard.Domain.Effects.EffectKind;

namespace ActivationWizard.Tests.Domain.OpenWindows;

/// <summary>
/// Between looking and sending (G4): everything that somebody else can do, on every route, before the first effect and between
/// every two. Nothing leaves on a fact that is otherwise now; what a route does not rest on never stops it.
/// </summary>
public sealed class OpenWindowTests
{
    // What may not follow on facts that changed: something leaves, or will, or an account is opened or ends.
    private static readonly string[] Grave = ["mail-code", "letter", "reply", "delete", "unblock", "prefer"];

    private static readonly string[] Codes = ["mail-code", "letter"];

    private static readonly Dictionary<EffectKind, Type> Done = new()
    {
        [CorrectContacts] = typeof(ContactsCorrected),
        [SetPreference] = typeof(PreferenceSet),
        [BlockAccount] = typeof(AccountBlocked),
        [UnblockAccount] = typeof(AccountUnblocked),
        [DeleteAccount] = typeof(AccountDeleted),
        [CreateAccount] = typeof(AccountCreated),
        [ActivateAccount] = typeof(AccountActivated),
        [ReadCode] = typeof(CodeRead),
        [DispatchLetter] = typeof(LetterDispatched),
        [ConfirmDispatch] = typeof(DispatchConfirmed),
        [RegisterLetter] = typeof(LetterRegistered),
        [SendReply] = typeof(ReplySent),
        [RegisterContact] = typeof(ContactRegistered),
    };

    // One of each kind every day; the others have the same effects in another order.
    private static readonly string[] EveryDay =
        ["recreate, e-mail", "letter, code there", "administrator, blocked", "refusal under bewind"];

    public static IEnumerable<TheoryDataRow<string>> Routes => RouteStory.All.Select(route =>
        EveryDay.Contains(route.Name) ? new TheoryDataRow<string>(route.Name) : NightlyAttribute.Row(route.Name));

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Case_SomethingIsOtherwiseMeanwhile_NothingLeavesOnIt(string name)
    {
        var route = RouteStory.All.Single(one => one.Name == name);
        var table = new Table(name);
        foreach (var act in ActElsewhere.All)
        {
            for (var before = 0; before < route.Effects.Length; before++)
                await HoldAsync(table, route, act, before);
        }

        table.Check(20 * route.Effects.Length);
    }

    [Fact]
    public async Task Routes_NobodyElseDoesAnything_HaveTheEffectsThatAreToldOfThem()
    {
        foreach (var route in RouteStory.All)
        {
            var world = new World();
            var proposed = await route.ProposedAsync(world);
            Assert.Equal(route.Row, proposed.Verdict!.Row);

            var done = await world.AcceptedAsync(proposed);

            Assert.True(done.State.IsFinal, route.Name);
            Assert.Equal(route.Effects, done.Effects.Select(one => one.Effect));
        }
    }

    [Fact]
    public void Acts_EveryFact_IsTouched() => Assert.All(
        Enum.GetValues<Matter>(), matter => Assert.Contains(ActElsewhere.All, act => act.Touches.Contains(matter)));

    [Fact]
    public async Task Letter_CodeWasReplacedAfterItWasRead_IsNotSentWithTheOldOne()
    {
        var world = new World();
        var proposed = await world.TakenAsync(Sample.Request with { Email = null });
        world.Journal.After[typeof(CodeRead)] = () => world.Umbrella.Codes["k1"] = "KANARIE-0666";

        var stopped = await world.AcceptedAsync(proposed);

        Assert.Equal("andere-code", Assert.IsType<EffectRefused>(stopped.Trouble).Code);
        Assert.Empty(world.Postex.Sent);
    }

    [Fact]
    public async Task RecentCode_AnotherOneWentOutMeanwhile_HasToBeConfirmedAnew()
    {
        var world = new World().WithAccount(AccountStatus.Registered, Sample.Own);
        await world.AcceptedAsync(await world.TakenAsync(Sample.Request));
        var mine = await world.TakenAsync(Sample.Request);
        Assert.True(Proposal.Of(mine)!.AsksAboutRecentCode);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.AcceptedAsync(await world.TakenAsync(Sample.Request));

        var again = await world.AcceptedAsync(mine);

        Assert.Equal(ActivationState.AwaitingDecision, again.State);
        Assert.Equal(FactKind.RecentCode, Assert.Single(again.Changes).Fact);
    }

    /// <summary>The account is blocked by another in the moment between the last look and the deletion.</summary>
    [Fact]
    public async Task Delete_BlockedJustBefore_DoesNotComeBackUnblocked()
    {
        var world = new World().WithAccount(AccountStatus.Active, Sample.Own);
        var proposed = await world.TakenAsync(Sample.Request with { Kind = CodeKind.New });
        world.Journal.After[typeof(DeletionRequested)] = () => world.WithAccount(AccountStatus.Blocked, Sample.Own);

        var stopped = await world.AcceptedAsync(proposed);

        Assert.Equal((ActivationState.NeedsAttention, true), (stopped.State, stopped.Trouble is EffectRefused));
        Assert.Empty(world.Calls.Ledger);
    }

    [Fact]
    public async Task Delete_AnswerLostAndFactsOtherwiseWhenItIsBack_IsNotAskedForOnceMore()
    {
        var world = new World().WithAccount(AccountStatus.Active, Sample.Own);
        var proposed = await world.TakenAsync(Sample.Request with { Kind = CodeKind.New });
        world.Calls.Plan("delete", new Mishap.LostBefore());
        world.Calls.Plan("account", null, null, new Mishap.Silent(), new Mishap.Silent(), new Mishap.Silent());
        world.Calls.Before["delete"] = () => world.Viewpoint.Arrangements.Add(("A1", new Coded("ACT")));

        var stopped = await world.OutwaitedAsync((await world.AcceptedAsync(proposed)).Number);

        Assert.IsType<ChangedBeforeSending>(stopped.Trouble);
        Assert.Empty(world.Calls.Ledger);
        var refused = await world.AcceptedAsync(await world.AnsweredAsync(stopped.Number, new FetchAgain()));
        Assert.Equal((ActivationState.Refused, Row.D18), (refused.State, refused.Verdict!.Row));
    }

    private static async Task HoldAsync(Table table, RouteStory route, ActElsewhere act, int before)
    {
        var world = new World();
        var proposed = await route.ProposedAsync(world);
        var (acted, at) = (false, 0);
        if (before is 0)
            acted = act.Do(world);
        else
            world.Journal.After[Done[route.Effects[before - 1]]] = () => (acted, at) = (act.Do(world), world.Calls.Ledger.Count);

        var end = await world.AcceptedAsync(proposed);
        if (!acted)
            return;

        var about = before is 0 ? "the first effect" : $"{route.Effects[before]}";
        var after = world.Calls.Done.Skip(at).ToList();
        if (!Matters(route, act, before))
        {
            table.Hold($"{act} before {about}: goes on", $"{route.Effects.Length} done", Said(end));
            return;
        }

        table.Hold($"{act} before {about}: follows", "", string.Join(' ', after.Where(Grave.Contains)));
        table.Hold($"{act} before {about}: stands", true, IsStopped(end, before));
        table.Hold(
            $"{act} before {about}: says what",
            true,
            end.Changes.Count > 0 || end.Trouble is EffectRefused or FreshCodeUnusable);
        if (act.Forbids)
        {
            await GoOnAsync(world, end);
            table.Hold(
                $"{act} before {about}: a code in the end",
                "",
                string.Join(' ', world.Calls.Done.Skip(at).Where(Codes.Contains)));
        }
    }

    // What a route sets itself it no longer compares once it did.
    private static bool Matters(RouteStory route, ActElsewhere act, int before) =>
        before <= route.Sends
        && (route.RestsOn.Intersect(act.Touches).Any()
            || (act.Touches.Contains(Matter.Preference) && before <= Array.IndexOf(route.Effects, SetPreference)));

    private static string Said(ActivationCase end) => end.State.IsFinal
        ? $"{end.Effects.Count(one => one.IsDone)} done"
        : $"{end.State} {end.Trouble} {string.Join(", ", end.Changes)}";

    // Nothing was done yet: proposed anew, or on hold. Otherwise a person looks.
    private static bool IsStopped(ActivationCase end, int before) => before is 0
        ? end.State is ActivationState.AwaitingDecision or ActivationState.OnHold or ActivationState.ChoosingTenant
        : end.State is ActivationState.NeedsAttention;

    private static async Task GoOnAsync(World world, ActivationCase end)
    {
        if (end.State is ActivationState.NeedsAttention && end.CanFetchAgain)
            end = await world.AnsweredAsync(end.Number, new FetchAgain());
        if (end.State is ActivationState.AwaitingDecision && Proposal.Of(end) is not null)
            await world.AcceptedAsync(end);
    }
}
