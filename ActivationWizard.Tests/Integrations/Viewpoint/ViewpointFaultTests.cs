using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.DependencyInjection;
using static ActivationWizard.Domain.Ports.FailureReason;
using static ActivationWizard.Tests.Integrations.Viewpoint.ViewpointBench;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

/// <summary>Every fault, for a question and for an effect: what the port says of it, and that nothing is done twice.</summary>
public sealed class ViewpointFaultTests
{
    private static readonly (string, string?)[] Persistent =
        [("Retries", "2"), ("RetryPauseSeconds", "0"), ("RetryAfterCapSeconds", "0")];

    [Theory]
    [InlineData(FaultKind.TimeoutBefore, Unreachable)]
    [InlineData(FaultKind.TimeoutAfter, Unreachable)]
    [InlineData(FaultKind.TooManyRequests, Unreachable)]
    [InlineData(FaultKind.ErrorBefore, Unreachable)]
    [InlineData(FaultKind.ErrorAfter, Unreachable)]
    [InlineData(FaultKind.ResetBefore, Unreachable)]
    [InlineData(FaultKind.ResetAfter, Unreachable)]
    [InlineData(FaultKind.HalfBody, Unreachable)]
    [InlineData(FaultKind.SlowDrip, Unreachable)]
    [InlineData(FaultKind.MalformedJson, Nonsense)]
    [InlineData(FaultKind.LoginPage, Nonsense)]
    [InlineData(FaultKind.WrongSubject, Nonsense)]
    [InlineData(FaultKind.LateEffect, Unreachable)]
    [InlineData(FaultKind.Unauthorized, NotAllowed)]
    [InlineData(FaultKind.Forbidden, NotAllowed)]
    [InlineData(FaultKind.NotFoundHtml, Nonsense)]
    [InlineData(FaultKind.Conflict, Nonsense)]
    [InlineData(FaultKind.Oversize, Nonsense)]
    [InlineData(FaultKind.TooDeep, Nonsense)]
    [InlineData(FaultKind.Redirect, Nonsense)]
    public async Task Question_Spoiled_IsSilent(FaultKind fault, FailureReason why)
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D22");
        bench.Script(fault);
        Silent(why, await bench.Viewpoint.ReadPartyAsync(party, Cancellation));
        Silent(why, await bench.Viewpoint.AgreementsOfPartyAsync(party, Cancellation));
    }

    [Theory]
    [InlineData(FaultKind.Delay)]
    [InlineData(FaultKind.Duplicate)]
    [InlineData(FaultKind.NotSent)]
    public async Task Question_LateOrTwice_IsAnsweredOnce(FaultKind fault)
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D10", "flag");
        bench.Server.Script(new() { Fault = fault, Times = 0, Delay = TimeSpan.FromMilliseconds(50) });
        Assert.Single(Answer(await bench.Viewpoint.FlagsAsync(party, Cancellation)));
    }

    [Theory]
    [InlineData(FaultKind.ErrorBefore)]
    [InlineData(FaultKind.ResetBefore)]
    [InlineData(FaultKind.HalfBody)]
    public async Task Question_SpoiledOnce_IsAskedAgain(FaultKind fault)
    {
        await using var bench = await StartAsync(settings: Persistent);
        var party = await bench.PartyAsync("D22");
        bench.Server.Script(new() { Fault = fault, Times = 2 });
        Assert.NotNull(Answer(await bench.Viewpoint.ReadPartyAsync(party, Cancellation)));
        Assert.Equal(3, bench.Server.Calls.Count(call => call.System == "viewpoint"));
        Assert.DoesNotContain(bench.Vera.Violations, violation => violation.Contains("request", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FaultKind.TimeoutBefore, "Unknown Unreachable", 0)]
    [InlineData(FaultKind.TimeoutAfter, "Unknown Unreachable", 1)]
    [InlineData(FaultKind.TooManyRequests, "NotDone Unreachable", 0)]
    [InlineData(FaultKind.ErrorBefore, "Unknown Unreachable", 0)]
    [InlineData(FaultKind.ErrorAfter, "Unknown Unreachable", 1)]
    [InlineData(FaultKind.ResetBefore, "Unknown Unreachable", 0)]
    [InlineData(FaultKind.ResetAfter, "Unknown Unreachable", 1)]
    [InlineData(FaultKind.HalfBody, "Unknown Unreachable", 1)]
    [InlineData(FaultKind.SlowDrip, "Unknown Unreachable", 1)]
    [InlineData(FaultKind.MalformedJson, "Unknown Nonsense", 1)]
    [InlineData(FaultKind.LoginPage, "Unknown Nonsense", 0)]
    [InlineData(FaultKind.WrongSubject, "Unknown Nonsense", 1)]
    [InlineData(FaultKind.Unauthorized, "NotDone NotAllowed", 0)]
    [InlineData(FaultKind.Forbidden, "NotDone NotAllowed", 0)]
    [InlineData(FaultKind.NotFoundHtml, "Unknown Nonsense", 0)]
    [InlineData(FaultKind.Conflict, "Refused conflict", 0)]
    [InlineData(FaultKind.Oversize, "Unknown Nonsense", 1)]
    [InlineData(FaultKind.TooDeep, "Unknown Nonsense", 1)]
    [InlineData(FaultKind.Redirect, "Unknown Nonsense", 0)]
    [InlineData(FaultKind.MissingFields, "Unknown Nonsense", 1)]
    [InlineData(FaultKind.Delay, "Done", 1)]
    [InlineData(FaultKind.Duplicate, "Done", 1)]
    [InlineData(FaultKind.NotSent, "Done", 1)]
    public async Task Registration_Spoiled_IsSentOnceAndSaysWhatIsKnown(FaultKind fault, string outcome, int effects)
    {
        await using var bench = await StartAsync(settings: Persistent);
        var party = await bench.PartyAsync("D22");
        bench.Server.Script(new()
        {
            Fault = fault,
            Method = "POST",
            Times = 0,
            Fields = ["code"],
            Delay = fault is FaultKind.SlowDrip ? SilenceClock.Silence : TimeSpan.FromMilliseconds(20),
        });

        var said = Said(await bench.Viewpoint.RegisterContactAsync(Contact(party), Cancellation));

        Assert.Equal((outcome, effects, 1), (said, bench.Server.Ledger.Count, Sent(bench, "POST")));
    }

    [Theory]
    [InlineData(FaultKind.TimeoutAfter, "Unknown Unreachable", 1)]
    [InlineData(FaultKind.LoginPage, "Unknown Nonsense", 0)]
    [InlineData(FaultKind.NotFoundHtml, "Unknown Nonsense", 0)]
    [InlineData(FaultKind.ErrorAfter, "Unknown Unreachable", 1)]
    [InlineData(FaultKind.Conflict, "Refused conflict", 0)]
    [InlineData(FaultKind.TooManyRequests, "NotDone Unreachable", 0)]
    [InlineData(FaultKind.Redirect, "Unknown Nonsense", 0)]
    [InlineData(FaultKind.Delay, "Done", 1)]
    public async Task Correction_Spoiled_IsSentOnceAndSaysWhatIsKnown(FaultKind fault, string outcome, int effects)
    {
        await using var bench = await StartAsync(settings: Persistent);
        var party = await bench.PartyAsync("D17", "empty");
        bench.Server.Script(new() { Fault = fault, Method = "PATCH", Times = 0, Delay = TimeSpan.FromMilliseconds(20) });

        var said = Said(await bench.Viewpoint.CorrectContactsAsync(
            party, new ContactCorrection(new EmailContact(null, true, Email("a@b.example")), null), Key(), Cancellation));

        Assert.Equal((outcome, effects, 1), (said, bench.Server.Ledger.Count, Sent(bench, "PATCH")));
    }

    [Theory]
    [InlineData(FaultKind.ErrorBefore, "NotDone Unreachable")]
    [InlineData(FaultKind.Forbidden, "NotDone NotAllowed")]
    [InlineData(FaultKind.WrongSubject, "NotDone Nonsense")]
    public async Task Effect_PartyCannotBeRead_IsNotSent(FaultKind fault, string outcome)
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D22");
        bench.Script(fault, method: "GET");
        Assert.Equal(outcome, Said(await bench.Viewpoint.RegisterContactAsync(Contact(party), Cancellation)));
        Assert.Equal(outcome, Said(await bench.Viewpoint.RegisterLetterAsync(
            new LetterRecord(Key(), party, "1", TimeProvider.System.GetUtcNow()), Cancellation)));
        Assert.DoesNotContain(bench.Server.Calls, call => call.Method == "POST");
    }

    [Fact]
    public async Task AnyCall_NobodyListens_IsNotDone()
    {
        // Nobody listens on port 1, tcpmux, of this machine.
        await using var services = Services(("BaseAddress", "http://127.0.0.1:1"), ("ApiKey", "sleutel"), ("Retries", "0"))
            .BuildServiceProvider();
        var viewpoint = services.GetRequiredService<IViewpoint>();
        Silent(Unreachable, await viewpoint.ReadPartyAsync("1", Cancellation));
        Assert.Equal("NotDone Unreachable", Said(await viewpoint.RegisterContactAsync(Contact("1"), Cancellation)));
    }

    [Fact]
    public async Task Registration_LateEffect_IsFoundByItsReferenceAfterwards()
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D22");
        bench.Server.Script(new() { Fault = FaultKind.LateEffect, Method = "POST", Delay = TimeSpan.FromMilliseconds(100) });
        Assert.Equal("Unknown Unreachable", Said(await bench.Viewpoint.RegisterContactAsync(Contact(party), Cancellation)));
        await Waiting.ForAsync("the late effect", () => bench.Server.Ledger.Count > 0);
        Assert.Equal(
            ReferenceMatch.Ours, Answer(await bench.Viewpoint.FindContactAsync(Key(), party, Channel.Mailbox, Cancellation)));
    }

    private static ContactRecord Contact(string party) =>
        new(Key(), party, ContactSubject.CodeByEmail, Channel.Mailbox, TimeProvider.System.GetUtcNow(), null);

    private static int Sent(ViewpointBench bench, string method) => bench.Server.Calls.Count(call => call.Method == method);

    private static string Said(EffectOutcome<NoResult> outcome) => outcome switch
    {
        EffectOutcome<NoResult>.Refused refused => $"Refused {refused.Code}",
        EffectOutcome<NoResult>.NotDone notDone => $"NotDone {notDone.Why}",
        EffectOutcome<NoResult>.Unknown unknown => $"Unknown {unknown.Why}",
        _ => "Done",
    };
}
