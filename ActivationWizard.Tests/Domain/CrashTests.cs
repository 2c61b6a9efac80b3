using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>
/// The process dies at every moment there is, round every call and every append, and once more during the recovery: each
/// effect is carried out exactly once, and the case comes to the same end.
/// </summary>
public sealed class CrashTests
{
    public static TheoryData<string> Routes =>
        [
            "email", "recreate-email", "letter", "recreate-letter", "administrator", "recreate-administrator", "unblock",
            "refusal", "block",
        ];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Process_DiesAtEveryMoment_EveryEffectIsDoneExactlyOnce(string route)
    {
        var (whole, moments, end) = await RunAsync(route);
        Assert.NotEmpty(whole);
        for (var at = 1; at <= moments; at++)
        {
            var (done, _, state) = await RunAsync(route, at);
            Assert.True(end == state && whole.SequenceEqual(done), $"{route}, died at {at}: {state}, {string.Join(' ', done)}");
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Process_DiesAgainDuringRecovery_EveryEffectIsDoneExactlyOnce(string route)
    {
        var (whole, moments, end) = await RunAsync(route);
        for (var at = 1; at <= moments; at += 3)
        {
            for (var again = 1; again <= 12; again++)
            {
                var (done, _, state) = await RunAsync(route, at, at + again);
                Assert.True(
                    end == state && whole.SequenceEqual(done),
                    $"{route}, died at {at} and {at + again}: {state}, {string.Join(' ', done)}");
            }
        }
    }

    private static async Task<(IReadOnlyList<string> Done, int Moments, ActivationState End)> RunAsync(
        string route, params int[] diesAt)
    {
        var world = new World();
        var proposed = await ProposedAsync(world, route);
        var before = world.Boundaries.Passed;
        foreach (var at in diesAt)
            world.Boundaries.DiesAt.Enqueue(before + at);
        var accept = new AcceptProposal(World.YesTo(proposed));
        for (var lives = 0; lives < 5; lives++)
        {
            try
            {
                if ((await world.ContinuedAsync(proposed.Number)).State is ActivationState.AwaitingDecision)
                    await world.TryAnswerAsync(proposed.Number, accept);
                await world.ContinuedAsync(proposed.Number);
                break;
            }
            catch (ProcessDiedException)
            {
                world.Start();
            }
        }

        var ended = await world.ContinuedAsync(proposed.Number);
        Assert.Equal(world.Calls.Ledger.Count, world.Calls.Ledger.DistinctBy(line => (line.What, line.Key)).Count());
        Assert.All(world.Calls.Ledger, line => Assert.Contains(
            world.Journal.Of(ended.Number), entry => entry.Event is EffectRequested requested && requested.Key == line.Key));
        return ([.. world.Calls.Done], world.Boundaries.Passed - before, ended.State);
    }

    /// <summary>A case of this route, up to the proposal.</summary>
    internal static async Task<ActivationCase> ProposedAsync(World world, string route)
    {
        var request = Sample.Request;
        switch (route)
        {
            case "recreate-email":
                world.WithAccount(AccountStatus.Active, Sample.Own);
                request = request with { Kind = CodeKind.New };
                break;
            case "letter":
                request = request with { Email = null };
                break;
            case "recreate-letter":
                world.WithAccount(AccountStatus.Registered, Sample.Other);
                request = request with { Kind = CodeKind.New };
                break;
            case "refusal":
                world.Viewpoint.Agreements.Clear();
                break;
            case "block":
                world.UnderBewind().WithAccount(AccountStatus.Active);
                break;
            case "administrator" or "recreate-administrator" or "unblock":
                return await AdministratorAsync(world, route);
        }

        return await world.TakenAsync(request);
    }

    private static async Task<ActivationCase> AdministratorAsync(World world, string route)
    {
        world.UnderBewind();
        if (route is not "administrator")
            world.WithAccount(route is "unblock" ? AccountStatus.Blocked : AccountStatus.Active, Sample.Own);
        world.Umbrella.Former = AccountStatus.Active;
        return await AdministratorTests.VerifiedAsync(world);
    }
}
