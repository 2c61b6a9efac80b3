using ActivationWizard.Domain;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>
/// A check that never failed proves nothing: each planted mistake must make it fail, in the column where it belongs.
/// </summary>
public sealed class TeethTests
{
    private static readonly RouteCase Letter = RouteCase.Named("letter");
    private static readonly RouteCase Email = RouteCase.Named("e-mail");

    [Theory]
    [InlineData(nameof(Mistake.RetriedInTheCall), EffectKind.DispatchLetter, FaultKind.TimeoutAfter, nameof(Harm.Duplicate))]
    [InlineData(nameof(Mistake.NewKeyPerAttempt), EffectKind.ActivateAccount, FaultKind.TimeoutAfter, nameof(Harm.Duplicate))]
    [InlineData(nameof(Mistake.NoQuietPeriod), EffectKind.DispatchLetter, FaultKind.LateEffect, nameof(Harm.Duplicate))]
    [InlineData(nameof(Mistake.ErrorIsNothing), EffectKind.DispatchLetter, FaultKind.ErrorAfter, nameof(Harm.Duplicate))]
    [InlineData(nameof(Mistake.SilenceIsDone), EffectKind.RegisterContact, FaultKind.TimeoutBefore, nameof(Harm.Lost))]
    [InlineData(nameof(Mistake.WrongRecipient), EffectKind.DispatchLetter, FaultKind.Delay, nameof(Harm.WrongRecipient))]
    [InlineData(nameof(Mistake.OldCode), EffectKind.DispatchLetter, FaultKind.Delay, nameof(Harm.Leaked))]
    [InlineData(nameof(Mistake.CodeLogged), EffectKind.DispatchLetter, FaultKind.Delay, nameof(Harm.Leaked))]
    public async Task Check_MistakeAndAFault_IsFound(string mistake, EffectKind effect, FaultKind fault, string harm)
    {
        await using var world = await FaultWorld.StartAsync();
        var times = fault is FaultKind.TimeoutAfter ? 3 : 1;
        var rule = new FaultRule { Fault = fault, Times = times, Delay = TimeSpan.FromSeconds(0.8) };
        var cell = new CallCell(effect is EffectKind.RegisterContact ? Email : Letter, EffectCall.Of(effect)[0], rule);

        var row = await CallCells.RunAsync(mistake, world, [cell], Enum.Parse<Mistake>(mistake));

        Assert.Contains(row.Findings, one => one.Harm == Enum.Parse<Harm>(harm));
    }

    [Theory]
    [InlineData(nameof(Mistake.RequestedNotCommitted), EffectKind.DispatchLetter, nameof(Boundary.AfterEffect), nameof(Harm.Duplicate))]
    [InlineData(nameof(Mistake.DoneBeforeEffect), EffectKind.RegisterContact, nameof(Boundary.AfterDone), nameof(Harm.Lost))]
    [InlineData(nameof(Mistake.NoRecovery), EffectKind.RegisterContact, nameof(Boundary.AfterRequested), nameof(Harm.Nowhere))]
    public async Task Check_MistakeAndADeath_IsFound(string mistake, EffectKind effect, string boundary, string harm)
    {
        await using var world = await FaultWorld.StartAsync();
        var cell = new KillCell(effect is EffectKind.RegisterContact ? Email : Letter, effect, Enum.Parse<Boundary>(boundary));

        var row = await KillCells.RunAsync(mistake, world, [cell], Enum.Parse<Mistake>(mistake), seconds: 15);

        Assert.Equal(1, row.Cells);
        Assert.Contains(row.Findings, one => one.Harm == Enum.Parse<Harm>(harm));
    }

    [Fact]
    public async Task Check_LockPerCase_IsFound()
    {
        await using var world = await FaultWorld.StartAsync();

        var row = await TogetherCells.OneTenantAsync(world, 1, Mistake.LockPerCase);

        Assert.Contains(row.Findings, one => one.Harm is Harm.Broken);
    }
}
