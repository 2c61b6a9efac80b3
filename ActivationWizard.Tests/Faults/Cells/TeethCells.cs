using ActivationWizard.Domain.Effects;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// A mistake that is planted in the host, the cell that brings it out, and the column in which it must be found.
/// </summary>
internal sealed record Tooth(Mistake Mistake, Harm Harm, Func<FaultWorld, Task<FaultRow>> RunAsync);

/// <summary>
/// A check that never failed proves nothing: each planted mistake must make it fail, in the column where it belongs.
/// </summary>
internal static class TeethCells
{
    private static readonly RouteCase Letter = RouteCase.Named("letter");
    private static readonly RouteCase Email = RouteCase.Named("e-mail");

    /// <summary>Every mistake.</summary>
    public static IReadOnlyList<Tooth> All { get; } =
    [
        Dies(Mistake.RequestedNotCommitted, EffectKind.DispatchLetter, Boundary.AfterEffect, Harm.Duplicate),
        Meets(Mistake.RetriedInTheCall, EffectKind.DispatchLetter, FaultKind.TimeoutAfter, Harm.Duplicate),
        Meets(Mistake.NewKeyPerAttempt, EffectKind.ActivateAccount, FaultKind.TimeoutAfter, Harm.Duplicate),
        Meets(Mistake.NoQuietPeriod, EffectKind.DispatchLetter, FaultKind.LateEffect, Harm.Duplicate),
        new(Mistake.LockPerCase, Harm.Broken, world => TogetherCells.OneTenantAsync(world, 1, Mistake.LockPerCase)),
        Dies(Mistake.DoneBeforeEffect, EffectKind.RegisterContact, Boundary.AfterDone, Harm.Lost),
        Meets(Mistake.ErrorIsNothing, EffectKind.DispatchLetter, FaultKind.ErrorAfter, Harm.Duplicate),
        Meets(Mistake.SilenceIsDone, EffectKind.RegisterContact, FaultKind.TimeoutBefore, Harm.Lost),
        Meets(Mistake.WrongRecipient, EffectKind.DispatchLetter, FaultKind.Delay, Harm.WrongRecipient),
        Meets(Mistake.OldCode, EffectKind.DispatchLetter, FaultKind.Delay, Harm.Leaked),
        Meets(Mistake.CodeLogged, EffectKind.DispatchLetter, FaultKind.Delay, Harm.Leaked),
        Dies(Mistake.NoRecovery, EffectKind.RegisterContact, Boundary.AfterRequested, Harm.Nowhere),
    ];

    /// <summary>Every mistake; the finding is that one was not found.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        foreach (var tooth in All)
        {
            await using var world = await FaultWorld.StartAsync();
            var row = await tooth.RunAsync(world);
            var isFound = row.Findings.Any(one => one.Harm == tooth.Harm);
            report.Say($"  {tooth.Mistake}: {(isFound ? "found" : "not found")} as {tooth.Harm}");
            Finding[] findings = isFound ? [] : [new(Harm.Broken, null, $"planted, and not found: {tooth.Mistake}")];
            report.Add(row with { Name = "planted mistakes, each found", Findings = findings, ForPerson = 0 });
        }
    }

    private static Tooth Meets(Mistake mistake, EffectKind effect, FaultKind fault, Harm harm) => new(mistake, harm, world =>
    {
        var times = fault is FaultKind.TimeoutAfter ? 3 : 1;
        var rule = new FaultRule { Fault = fault, Times = times, Delay = TimeSpan.FromSeconds(0.8) };
        return CallCells.RunAsync(
            mistake.ToString(), world, [new CallCell(RouteOf(effect), EffectCall.Of(effect)[0], rule)], mistake);
    });

    private static Tooth Dies(Mistake mistake, EffectKind effect, Boundary boundary, Harm harm) => new(mistake, harm, world =>
        KillCells.RunAsync(mistake.ToString(), world, [new KillCell(RouteOf(effect), effect, boundary)], mistake, seconds: 15));

    private static RouteCase RouteOf(EffectKind effect) => effect is EffectKind.RegisterContact ? Email : Letter;
}
