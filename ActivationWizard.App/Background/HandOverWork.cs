using ActivationWizard.App.Journal.Notes;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;

namespace ActivationWizard.App.Background;

/// <summary>Hands over the cases of who is away that were being carried out then, each as soon as it may be.</summary>
public sealed class DueHandOverRound(DueHandOvers due, AnswerHandler answers, WaitingCases waiting)
{
    /// <summary>Tries each once. Two instances at once are harmless: what one did, the other finds done.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var handOver in await due.AllAsync(cancellation))
        {
            if (await IsOverAsync(handOver, handOver.Answer, cancellation))
                await due.RemoveAsync(handOver.Number, cancellation);
        }
    }

    private async Task<bool> IsOverAsync(DueHandOver handOver, PassOn answer, CancellationToken cancellation)
    {
        var (decision, activation) = await answers.AnswerAsync(handOver.Number, 0, answer, handOver.By, cancellation);
        if (activation is null || activation.State.IsFinal)
            return true;
        if (decision is Decision.Taken)
        {
            waiting.Add(activation);
            return true;
        }

        if (activation.Handler?.Id != answer.FromId)
            return true;
        // Whoever was to get it may not have it any more: it is not lost for that.
        return HandOver.IsPossible(activation) && answer.To is not null
            && await IsOverAsync(handOver, answer with { To = null }, cancellation);
    }
}

/// <summary>Has a round at every sweep.</summary>
public sealed class HandOverWork(DueHandOverRound round, WorkSettings work, TimeProvider time, ILogger<HandOverWork> log)
    : RepeatedWork("Handing over the cases of who is away", work.SweepInterval, time, log)
{
    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken cancellation) => round.RunAsync(cancellation);
}
