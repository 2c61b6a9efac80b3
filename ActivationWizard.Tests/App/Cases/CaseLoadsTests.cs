using System.Data.Common;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.App.Cases;

/// <summary>How often the events of one case are read from the database, and so folded, for what people do.</summary>
public sealed class CaseLoadsTests : IDisposable
{
    private readonly CommandCount _reads;
    private readonly TestApp _app;
    private CaseNumber? _counted;

    public CaseLoadsTests()
    {
        _reads = new CommandCount(Counts);
        _app = new TestApp(new() { Settings = { ["Work:SweepIntervalSeconds"] = "60" } });
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Click_AnAnswerAndTheRunAfterIt_ReadTheCaseOnceBetweenThem()
    {
        var desk = _app.DeskOf(DemoPeople.Sanne);
        var number = await _app.NumberOfAsync("E. Mailstra");
        await desk.TakeAsync(number);
        var proposed = await _app.UntilAsync(
            number, one => one is { State: ActivationState.AwaitingDecision, Handler: not null });
        _counted = number;

        var (decision, after) = await desk.AnswerAsync(number, proposed.Version, new AcceptProposal(new Acceptance()));

        Assert.IsType<Decision.Taken>(decision);
        Assert.IsType<ProposalAccepted>(after!.Last);
        await SummaryAsync(number, one => one?.IsFinal is true);
        Assert.Equal(1, _reads.Sent);
    }

    [Fact]
    public async Task Intake_ANewRequestAndTheRunAfterIt_ReadNothingBack()
    {
        var seed = await _app.UntilAsync(
            await _app.NumberOfAsync("E. Mailstra"), one => one.State is ActivationState.AwaitingDecision);
        var open = await _app.Queries.WorkListAsync(DemoPeople.Els, WorkListFilter.All, Cancellation);
        var ordinal = open.Max(one => one.Number.Ordinal);
        var number = CaseNumber.Of(seed.Number.Year, ordinal + 1);
        _counted = number;

        var outcome = await _app.Services.GetRequiredService<RequestIntake>().ReceiveAsync(
            Fields(seed), Actor.Wizard, "key", Cancellation);

        Assert.Equal(number, Assert.IsType<IntakeOutcome.Received>(outcome).Number);
        await SummaryAsync(number, one => one is ActivationState.AwaitingDecision);
        Assert.Equal(0, _reads.Sent);
    }

    public void Dispose()
    {
        _reads.Dispose();
        _app.Dispose();
    }

    // Of this app: those of other tests have cases of the same number.
    private bool Counts(DbCommand command) => _counted is { } number
        && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal)
        && command.CommandText.Contains("\"Events\"", StringComparison.Ordinal)
        && command.Parameters.Cast<DbParameter>().Any(one => one.Value is long value && value == CaseKey.Of(number))
        && command.Connection!.ConnectionString.Contains(_app.DataFolder, StringComparison.Ordinal);

    private static IntakeFields Fields(ActivationCase seed) => new()
    {
        Requester = seed.Request.Requester,
        Kind = seed.Request.Kind,
        Channel = seed.Request.Channel,
        Name = seed.Request.Name,
        Postcode = seed.Request.Address.Postcode.Spaced,
        HouseNumber = $"{seed.Request.Address.HouseNumber}",
        Email = $"{seed.Request.Email}",
    };

    // The summary only: a test that read the case would be counted.
    private Task<ActivationState?> SummaryAsync(CaseNumber number, Func<ActivationState?, bool> isSo) => Waiting.ForAsync(
        $"case {number}",
        async () => (await _app.Queries.FindAsync(number, DemoPeople.Sanne, Cancellation))?.State,
        isSo,
        state => $"{state}");
}
