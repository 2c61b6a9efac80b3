using ActivationWizard.App.Background;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Intake;

/// <summary>What became of a request that came in. Closed.</summary>
public abstract record IntakeOutcome
{
    private IntakeOutcome()
    {
    }

    /// <summary>
    /// It has this case; the same for the same request under the same key, and for any request under the key of a case that
    /// cannot be read any more.
    /// </summary>
    public sealed record Received(CaseNumber Number) : IntakeOutcome;

    /// <summary>It cannot be taken in; nothing was opened.</summary>
    public sealed record Faulty(IReadOnlyList<IntakeFault> Faults) : IntakeOutcome;

    /// <summary>The key belongs to another request, which has this case.</summary>
    public sealed record KeyInUse(CaseNumber Number) : IntakeOutcome;
}

/// <summary>The one way in for every request: the website's, the demonstration's, and those that an employee types.</summary>
public sealed class RequestIntake(AnswerHandler answers, WaitingCases waiting, TimeProvider time)
{
    /// <summary>
    /// Reads the fields and opens a case for them, which is looked up in the background. The same <paramref name="key"/> never
    /// opens a second one.
    /// </summary>
    public async Task<IntakeOutcome> ReceiveAsync(IntakeFields fields, Actor actor, string key, CancellationToken cancellation)
    {
        var reading = IntakeReading.Of(fields, time.GetUtcNow());
        if (reading.Request is not { } request)
            return new IntakeOutcome.Faulty(reading.Faults);

        var opened = await answers.OpenAsync(request, actor, key, cancellation);
        // Of what was erased nothing is left to compare with: the key says that it was taken in.
        if (opened.Case is not { } activation)
            return new IntakeOutcome.Received(opened.Number);
        waiting.AddArrived(activation);
        var known = activation.Received;
        return known == (fields.ReceivedAt is null ? request with { ReceivedAt = known.ReceivedAt } : request)
            ? new IntakeOutcome.Received(opened.Number)
            : new IntakeOutcome.KeyInUse(opened.Number);
    }
}
