using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.World;
using Microsoft.AspNetCore.Http;

namespace ActivationWizard.Integrations.Sandbox;

/// <summary>What every call goes through: the log, the fault it meets, the key's turn, the effect, the answer.</summary>
internal sealed class SandboxPipeline(
    SandboxWorld world, KeyedResponses responses, Troubles troubles, CallLog calls, SandboxOptions options,
    CancellationToken stopping)
{
    // No caller waits so long. A timer, and not for ever: a clock in the simulators' place is told of it.
    private static readonly TimeSpan Silence = TimeSpan.FromDays(1);

    public async Task HandleAsync(HttpContext context, SimulatedSystem system)
    {
        var request = troubles.Differing.Asked(await RequestReading.ReadAsync(context, system.Name));
        var rule = troubles.Faults.Next(request);
        calls.Add(request, rule?.Fault);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            if (options.Delay > TimeSpan.Zero) await Task.Delay(options.Delay, world.Time, ends.Token);
            var reply = rule is null
                ? await AnswerAsync(system, request, ends.Token)
                : await SpoiledAsync(rule, context, system, request, ends.Token);
            if (reply is not null) await ReplyWriting.WriteAsync(context, reply, rule, world.Time, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            context.Abort();
        }
    }

    private async Task<SandboxReply> AnswerAsync(SimulatedSystem system, SandboxRequest request, CancellationToken ends)
    {
        using var turn = await responses.EnterAsync(system, request, ends);
        return troubles.Differing.Answered(request, responses.CarryOut(system, request));
    }

    /// <summary>Null when no answer is sent.</summary>
    private async Task<SandboxReply?> SpoiledAsync(
        FaultRule rule, HttpContext context, SimulatedSystem system, SandboxRequest request, CancellationToken ends)
    {
        var turn = await responses.EnterAsync(system, request, ends);
        if (rule.Fault == FaultKind.LateEffect)
        {
            _ = HappenLaterAsync(rule, system, request, turn);
            return await SilentAsync(rule.Status == 0, ends) ?? Distortion.Instead(rule, request, system, world.Now);
        }

        using (turn)
        {
            if (rule.Fault == FaultKind.Delay) await Task.Delay(rule.Delay, world.Time, ends);
            if (rule.Fault == FaultKind.TimeoutBefore && !rule.CarriesOut) return await SilentAsync(true, ends);
            var reply = rule.CarriesOut ? responses.CarryOut(system, request with { Twist = rule.Twist }) : null;
            turn.Dispose();
            if (rule.Fault is FaultKind.ResetBefore or FaultKind.ResetAfter)
            {
                context.Abort();
                return null;
            }

            return await SilentAsync(rule.Fault is FaultKind.TimeoutBefore or FaultKind.TimeoutAfter, ends)
                ?? Distortion.Instead(rule, request, system, world.Now)
                ?? Distortion.Apply(rule, request, reply!);
        }
    }

    private async Task HappenLaterAsync(FaultRule rule, SimulatedSystem system, SandboxRequest request, IDisposable turn)
    {
        using (turn)
        {
            await Task.Delay(rule.Delay, world.Time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stopping.IsCancellationRequested) responses.CarryOut(system, request);
        }
    }

    /// <summary>Waits until the caller gives up; the cancellation ends it.</summary>
    private async Task<SandboxReply?> SilentAsync(bool silent, CancellationToken ends)
    {
        if (silent) await Task.Delay(Silence, world.Time, ends);
        return null;
    }
}
