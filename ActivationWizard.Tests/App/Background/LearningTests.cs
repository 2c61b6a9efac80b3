using ActivationWizard.App;
using ActivationWizard.App.Background;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Status;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Background;

/// <summary>An installation that begins, and learns what a look-up by our reference is worth.</summary>
public sealed class LearningTests
{
    [Fact]
    public async Task Status_InstallationThatBegins_SaysQueryOnlyOnceSomethingOfOursWasFound()
    {
        using var app = new TestApp(new()
        {
            HasLearnt = false,
            Settings = { ["Activation:QuietPeriodSeconds"] = "1", ["Work:SweepIntervalSeconds"] = "0.5" },
        });
        EffectKind[] asked = [EffectKind.DispatchLetter, EffectKind.RegisterLetter, EffectKind.RegisterContact];
        Assert.All(await StatusAsync(app, asked), one =>
            Assert.Equal((RecoveryCapability.None, Unproven.NeverFound), (one.By, one.Unproven)));
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Bram);
        Assert.Contains(StatusText.NeverFound, await visitor.ReadAsync(Urls.Status), StringComparison.Ordinal);

        var number = await app.NumberOfAsync("E. Mailstra");
        var desk = app.DeskOf(DemoPeople.Sanne);
        await desk.TakeAsync(number);
        var proposed = await app.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);
        await desk.AnswerAsync(number, proposed.Version, new AcceptProposal(new Acceptance()));
        await app.UntilAsync(number, one => one.State is ActivationState.SentByEmail);

        await Waiting.ForAsync(
            "what was registered is found",
            () => StatusAsync(app, [EffectKind.RegisterContact]),
            now => now is [{ By: RecoveryCapability.Query, Unproven: null }],
            now => $"{now[0].By} {now[0].Unproven}");
        Assert.All(
            await StatusAsync(app, [EffectKind.DispatchLetter]), one => Assert.Equal(RecoveryCapability.None, one.By));
    }

    private static async Task<IReadOnlyList<RecoveryStatus>> StatusAsync(TestApp app, EffectKind[] effects)
    {
        var cases = await app.Services.GetRequiredService<CaseFeed>().LookAsync(CancellationToken.None);
        var report = await app.Services.GetRequiredService<InstallationStatus>()
            .ReadAsync(DemoPeople.Bram, cases, CancellationToken.None);
        return [.. report.Recoveries.Where(one => effects.Contains(one.Effect))];
    }
}
