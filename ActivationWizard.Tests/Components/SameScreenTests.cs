using System.Text.RegularExpressions;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Cases.Parts;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Replay;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Domain;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Systems;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>
/// Every moment of every scenario's journal, written by the real runner, drawn once as the employee had it and once in replay:
/// the same, but for what makes it read-only.
/// </summary>
public sealed partial class SameScreenTests : Screen
{
    [Theory]
    [InlineData("e-mail")]
    [InlineData("letter")]
    [InlineData("refusal")]
    [InlineData("new code by e-mail")]
    [InlineData("new code by letter")]
    [InlineData("court administrator")]
    [InlineData("trouble")]
    [InlineData("detours")]
    public async Task Screen_EveryMoment_IsTheScreenOfThen(string scenario)
    {
        var world = new World();
        var done = await FinishAsync(world, scenario);
        var entries = world.Journal.Of(done.Number);
        var session = ReplaySession.Of(new RawCase(done.Number, entries, null));

        Assert.Equal(entries.Count, session.Count);
        for (var sequence = 1; sequence <= session.Count; sequence++)
        {
            var live = Render<CaseScreen>(parameters => parameters
                .Add(screen => screen.Case, ActivationCase.Fold(entries.Take(sequence)))
                .AddCascadingValue(new AnswerRights(true, true)));
            var replayed = Render<ReplayScreen>(parameters => parameters.Add(screen => screen.Moment, session.At(sequence)));
            Assert.Equal(Plain(live.Find(".aw-step").OuterHtml), Plain(replayed.Find(".aw-screen .aw-step").OuterHtml));
            Assert.NotNull(replayed.Find(".aw-screen[inert]"));
        }
    }

    private static async Task<ActivationCase> FinishAsync(World world, string scenario)
    {
        switch (scenario)
        {
            case "letter":
                return await world.AcceptedAsync(await world.TakenAsync(Sample.Request with { Email = null }));
            case "refusal":
                return await world.AcceptedAsync(await world.UnderBewind().TakenAsync(Sample.Request));
            case "new code by e-mail":
                return await world.AcceptedAsync(
                    await world.WithAccount(AccountStatus.Active, Sample.Own)
                        .TakenAsync(Sample.Request with { Kind = CodeKind.New }));
            case "new code by letter":
                return await world.AcceptedAsync(
                    await world.WithAccount(AccountStatus.Active)
                        .TakenAsync(Sample.Request with { Kind = CodeKind.New, Email = null }));
            case "court administrator":
                return await world.AcceptedAsync(await AdministratorTests.VerifiedAsync(world.UnderBewind()));
            case "detours":
                var first = await world.TakenAsync(Sample.Request);
                await world.AnsweredAsync(first.Number, new RefuseInstead("Aanvrager wil niet meer"));
                return await world.AcceptedAsync(await world.AnsweredAsync(first.Number, new FetchAgain()));
            case "trouble":
                var proposed = await world.TakenAsync(Sample.Request);
                world.Calls.Plan("activate", new Mishap.Silent());
                var stopped = await world.AcceptedAsync(proposed);
                return await world.AnsweredAsync(stopped.Number, new TryAgain());
            default:
                return await world.AcceptedAsync(await world.TakenAsync(Sample.Request));
        }
    }

    private static string Plain(string markup) => Random().Replace(markup, "");

    // The read-only marks, ids that differ at every drawing, and the numbers of event handlers.
    [GeneratedRegex(
        @" disabled(="""")?| blazor:[\w:]+=""[^""]*""| (id|for|aria-\w+by)=""mud[^""]*""|mud\w*-?[0-9a-f]{8}[0-9a-f-]*")]
    private static partial Regex Random();
}
