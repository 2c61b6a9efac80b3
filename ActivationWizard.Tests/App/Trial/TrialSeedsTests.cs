using ActivationWizard.App;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Trial;

/// <summary>
/// Every seeded request through a trial, in the whole app: proposed, done the old way, and compared. Nothing may have happened
/// in any system.
/// </summary>
public sealed class TrialSeedsTests(ITestOutputHelper output)
{
    private static readonly (Practice Practice, RefusalGround? Ground)[] Ways =
    [
        (Practice.CodeByEmail, null), (Practice.CodeByLetter, null), (Practice.NewCode, null),
        (Practice.Refused, RefusalGround.PaymentArrangement), (Practice.Nothing, null), (Practice.Other, null),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EverySeed_TriedOut_ChangesNothingAndEveryDifferenceIsFound()
    {
        await using var app = new TestApp(new() { Settings = new() { ["Activation:Trial"] = "true" } });
        var open = await app.Queries.WorkListAsync(DemoPeople.Els, WorkListFilter.All, Cancellation);
        Assert.Equal(SandboxSeeds.Requests.Count, open.Count);

        var told = new Dictionary<CaseNumber, RecordPractice>();
        foreach (var (number, at) in open.Select((one, at) => (one.Number, at)))
            told[number] = await HandledAsync(app, number, at);

        // Nothing was done: neither by the ledgers, nor by the calls, nor by mail, nor by the journal.
        Assert.Empty(app.Sandbox.Ledger);
        Assert.DoesNotContain(app.Sandbox.Calls, call =>
            call.Method is not "GET" && !call.Path.EndsWith("token", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(app.DataFolder, "*.eml", SearchOption.AllDirectories));
        foreach (var number in told.Keys)
        {
            var ended = await app.CaseAsync(number);
            Assert.Equal((ActivationState.TriedOut, true, 0), (ended.State, ended.IsTrial, ended.Effects.Count));
        }

        await FoundAsync(app, told);
        await ShownAsync(app, told);

        // The figures of what the wizard does, and the journal's proof, know them for what they are.
        Assert.Empty(await app.Services.GetRequiredService<Overviews>().CasesAsync(
            DemoPeople.Els, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Cancellation));
        Assert.Empty((await app.Services.GetRequiredService<JournalVerification>().CheckAllAsync(Cancellation)).Breaks);
    }

    // Every third one is done differently, each time in another way and for another reason.
    private static async Task<RecordPractice> HandledAsync(TestApp app, CaseNumber number, int at)
    {
        var desk = app.DeskOf(DemoPeople.Sanne);
        Assert.True(await desk.TakeAsync(number));
        var proposed = await app.UntilAsync(number, one => one is { AsksForPractice: true, IsOutdated: false } && IsWhole(one));
        Assert.Equal(
            new Decision.Declined(Obstacle.TrialRun),
            (await desk.AnswerAsync(number, proposed.Version, new AcceptProposal(new Acceptance()))).Decision);

        var (practice, ground) = Ways[at / 3 % Ways.Length];
        var reasons = Enum.GetValues<PracticeReason>();
        var told = at % 3 is 0 || !proposed.HasComparable
            ? new RecordPractice(practice, ground, reasons[at % reasons.Length], $"Zaak nummer {at}")
            : new RecordPractice(Practice.AsProposed, null, null, null);
        Assert.IsType<Decision.Taken>((await desk.AnswerAsync(number, proposed.Version, told)).Decision);
        return told;
    }

    // A refusal that goes by mail is drafted first, for the employee to see.
    private static bool IsWhole(ActivationCase one) =>
        Proposal.Of(one) is not { Refusal: not null, Email: not null } || one.State is not ActivationState.AwaitingDecision
        || one.Composed is not null;

    private async Task FoundAsync(TestApp app, Dictionary<CaseNumber, RecordPractice> told)
    {
        var found = await app.Services.GetRequiredService<Trials>().CasesAsync(
            DemoPeople.Els, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Cancellation);
        var different = told.Where(one => one.Value.Practice is not Practice.AsProposed).ToDictionary();

        Assert.Equal(told.Keys.OrderBy(one => $"{one}"), found.Select(one => one.Number).OrderBy(one => $"{one}"));
        Assert.Equal(
            different.Keys.OrderBy(one => $"{one}"),
            found.Where(one => one.IsDifferent).Select(one => one.Number).OrderBy(one => $"{one}"));
        Assert.All(found.Where(one => one.IsDifferent), one =>
        {
            var said = different[one.Number];
            Assert.Equal(new PracticeRecorded(said.Practice!.Value, said.Ground, said.Reason, said.Note), one.Practice);
        });
        output.WriteLine(
            $"differences found {found.Count(one => one.IsDifferent)} of {different.Count}, of {told.Count} requests");
    }

    private static async Task ShownAsync(TestApp app, Dictionary<CaseNumber, RecordPractice> told)
    {
        using var dutch = new FixedCulture("nl-NL");
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Els);
        var (page, all, csv) = (
            await visitor.ReadAsync(Urls.Trial), await visitor.ReadAsync($"{Urls.Trial}?toon=alles&dagen=1"),
            await visitor.ReadAsync(Urls.TrialCsv));

        Assert.Contains(ShellText.TrialBar, page, StringComparison.Ordinal);
        Assert.All(told, one =>
        {
            var link = $"href=\"{Urls.ForReplay(one.Key.ToString()).InPage()}\"";
            Assert.Contains(link, all, StringComparison.Ordinal);
            Assert.Equal(
                one.Value.Practice is not Practice.AsProposed, page.Contains(link, StringComparison.Ordinal));
            Assert.Contains($"{one.Key};", csv, StringComparison.Ordinal);
        });
        Assert.Equal(told.Count + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        using var other = app.Visitor();
        await other.SignInAsync(DemoPeople.Sanne);
        using var refused = await other.Http.GetAsync(Urls.TrialCsv, Cancellation);
        Assert.False(refused.IsSuccessStatusCode && refused.Content.Headers.ContentType?.MediaType is "text/csv");
    }
}
