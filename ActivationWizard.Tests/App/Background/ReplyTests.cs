using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.App;

namespace ActivationWizard.Tests.App.Background;

/// <summary>A demonstration's replies go through its own Microsoft 365: a draft, its id in the journal, one mail.</summary>
public sealed class ReplyTests : IDisposable
{
    private readonly TestApp _app = new(new AppOptions
    {
        Settings = { ["Activation:QuietPeriodSeconds"] = "1", ["Work:SweepIntervalSeconds"] = "0.5" },
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refusal_AnswerOfTheGateway_LeavesOnceWhateverItSays()
    {
        foreach (var fault in new FaultKind?[] { null, FaultKind.ErrorAfter, FaultKind.ErrorBefore })
        {
            var number = await AgreedAsync($"Aanvrager {fault}", fault);

            var ended = await _app.UntilAsync(number, one => one.State is ActivationState.Refused);

            var sent = Assert.Single(_app.LedgerOf(ended), entry => entry.Effect is SandboxEffects.SendMail);
            Assert.Equal(ended.Results.Draft!.Id, sent.Detail);
            Assert.Contains("Auto-Submitted: auto-replied", Assert.Single(_app.MailsOf(ended)), StringComparison.Ordinal);
        }
    }

    public void Dispose() => _app.Dispose();

    private async Task<CaseNumber> AgreedAsync(string name, FaultKind? fault)
    {
        var seed = (await _app.Runner.LoadAsync(CaseNumber.Of(2026, 1), Cancellation))!.Request;
        var request = seed with { Requester = Requester.SomebodyElse, Name = name };
        var number = await _app.Runner.OpenAsync(request, Actor.Wizard, null, Cancellation);
        if (fault is { } one)
            _app.Sandbox.Script(new FaultRule
            {
                Fault = one,
                Status = 504,
                System = "mailbox",
                Path = "/v1.0/users/*/messages/*/send",
                About = [number.ToString()],
            });
        await _app.Runner.AnswerAsync(number, 1, new TakeNewCase(), DemoPeople.Sanne, Cancellation);
        var proposed = (await _app.Runner.ContinueAsync(number, Cancellation))!.Case;
        var composed = (ReplyComposed)proposed.Composed!;
        Assert.IsType<Decision.Taken>(await _app.Runner.AnswerAsync(
            number, proposed.Version,
            new AcceptProposal(new Acceptance { Reply = composed.Text, Template = composed.Template }),
            DemoPeople.Sanne, Cancellation));
        await _app.Runner.ContinueAsync(number, Cancellation);
        return number;
    }
}
