using System.Globalization;
using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Status;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActivationWizard.Tests.App.Background;

/// <summary>A system that is away for a while, over real HTTP: waited out, and told on the status page.</summary>
public sealed class OutageTests
{
    [Fact]
    public async Task Outage_OfSomeSeconds_IsWaitedOutByTheWizardItself()
    {
        using var app = new TestApp(new() { Settings = { ["Activation:RetryPausesSeconds"] = "0.3,0.6,1" } });
        var number = await app.NumberOfAsync("E. Mailstra");
        app.Sandbox.Script(new FaultRule
        {
            Fault = FaultKind.TooManyRequests,
            System = "umbrella",
            Method = "POST",
            Path = "**/activatie",
            Times = 3,
        });
        await SendAsync(app, number);

        var waits = await app.UntilAsync(number, one => one.Trouble is EffectNotDone);
        Assert.NotNull(((EffectNotDone)waits.Trouble!).Again);
        await app.UntilAsync(number, one => one.State is ActivationState.SentByEmail);

        var signs = app.Services.GetRequiredService<SystemPulse>().Of(ForeignSystem.Umbrella);
        Assert.Equal((429, true), (signs.RefusedWith, signs.RefusedAt < signs.SucceededAt));
        Assert.Single(app.Sandbox.Ledger, entry => entry.Effect == SandboxEffects.MailCode);
        var lines = app.Log.GetSnapshot().Where(line => line.Level >= LogLevel.Warning)
            .Select(line => line.Message).Where(line => line.Contains($"{number}", StringComparison.Ordinal)).ToList();
        // One line for each attempt that came to nothing, and none besides.
        Assert.Equal([.. Enumerable.Range(1, lines.Count)], lines.Select(line => int.Parse(
            Regex.Match(line, @"attempt (\d+):").Groups[1].Value, CultureInfo.InvariantCulture)));
        Assert.All(lines, line => Assert.Matches(
            @"^Umbrella: case \S+, ActivateAccount, attempt \d+: not done \(Unreachable\); next try \d{4}-\d\d-\d\dT", line));
        Assert.NotEmpty(lines);
    }

    [Fact]
    public async Task Status_AfterCalls_SaysWhoAnswersAndNothingOfAnybody()
    {
        using var app = new TestApp();
        var number = await app.NumberOfAsync("E. Mailstra");
        // Of one of the seeded people no system says a word: what counts is the last that each said.
        foreach (var seeded in await app.Queries.WorkListAsync(DemoPeople.Els, WorkListFilter.All, CancellationToken.None))
            await app.UntilAsync(seeded.Number,
                one => one.State is not (ActivationState.Opened or ActivationState.GatheringFacts));
        await SendAsync(app, number);
        await app.UntilAsync(number, one => one.State is ActivationState.SentByEmail);

        var cases = await app.Services.GetRequiredService<CaseFeed>().LookAsync(CancellationToken.None);
        var report = await app.Services.GetRequiredService<InstallationStatus>()
            .ReadAsync(DemoPeople.Bram, cases, CancellationToken.None);
        Assert.All(
            report.Systems.Where(one => one.System is ForeignSystem.Umbrella or ForeignSystem.Viewpoint),
            one => Assert.True(one.Signs.Answers));
        Assert.Equal(11, report.Recoveries.Count);
        Assert.NotNull(report.LastSweep);

        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Bram);
        var words = await visitor.ReadAsync(Urls.Status);
        Assert.Contains("Als een antwoord kwijtraakt", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Mailstra", words, StringComparison.Ordinal);
        using var lead = app.Visitor();
        await lead.SignInAsync(DemoPeople.Els);
        var forLead = await lead.ReadAsync(Urls.Status);
        using var dutch = new FixedCulture("nl-NL");
        Assert.All(report.Recoveries, one => Assert.Matches(
            $"(?s){Regex.Escape(StepWords.Of(one.Effect))}.{{0,300}}{Regex.Escape(WordsOf(one.By))}", forLead));
        Assert.DoesNotMatch("(?i)>[^<]*\\b(key|query|state|sqlite)\\b[^<]*<", forLead);
        using var employee = app.Visitor();
        await employee.SignInAsync(DemoPeople.Sanne);
        Assert.DoesNotContain("Als een antwoord kwijtraakt", await employee.ReadAsync(Urls.Status), StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => app.Services.GetRequiredService<InstallationStatus>()
            .ReadAsync(DemoPeople.Sanne, cases, CancellationToken.None));
    }

    private static string WordsOf(RecoveryCapability by) => by switch
    {
        RecoveryCapability.Key => "dezelfde vraag met hetzelfde kenmerk",
        RecoveryCapability.Query => "vragen of ons kenmerk er is",
        RecoveryCapability.State => "lezen hoe het nu staat",
        _ => "niet door de wizard: een mens kijkt",
    };

    private static async Task SendAsync(TestApp app, CaseNumber number)
    {
        var desk = app.DeskOf(DemoPeople.Sanne);
        await desk.TakeAsync(number);
        var proposed = await app.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);
        Assert.IsType<Decision.Taken>(
            (await desk.AnswerAsync(number, proposed.Version, new AcceptProposal(new Acceptance()))).Decision);
    }
}
