using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Execution;

/// <summary>What became of asking to see the code. Closed.</summary>
public abstract record Reveal
{
    private Reveal()
    {
    }

    /// <summary>Here it is: for the eyes of the handling employee, for half a minute.</summary>
    public sealed record Shown(ActivationCode Code) : Reveal;

    /// <summary>It may not be shown, or not now.</summary>
    public sealed record Declined(Obstacle Obstacle) : Reveal;

    /// <summary>Umbrella does not answer.</summary>
    public sealed record Silent(FailureReason Why) : Reveal;

    /// <summary>Umbrella holds another code than this case read, or none: a letter with it would be worth nothing.</summary>
    public sealed record OtherCode : Reveal;
}

/// <summary>
/// Shows the code to the handling employee. That it was asked for is in the journal first; the code is read in Umbrella at that
/// moment and compared with the fingerprint, and is kept nowhere.
/// </summary>
public sealed class CodeReveal(AnswerHandler answers, IUmbrella umbrella, ActivationSettings settings)
{
    /// <summary>How long a code is on the screen.</summary>
    public static readonly TimeSpan OnScreen = TimeSpan.FromSeconds(30);

    /// <summary>Shows the code of the case as the page showed it.</summary>
    public async Task<Reveal> ShowAsync(CaseNumber number, int seenVersion, Actor actor, CancellationToken cancellation)
    {
        var (decision, after) = await answers.AnswerAsync(number, seenVersion, new RevealCode(), actor, cancellation);
        if (decision is Decision.Declined declined)
            return new Reveal.Declined(declined.Obstacle);

        var activation = after!;
        return await umbrella.ReadCodeAsync(CodeByHand.CustomerOf(activation), cancellation) switch
        {
            Reply<CodeReading>.Answered { Value.Code: { } code }
                when code.Fingerprint(settings.FingerprintKey.Span) == activation.Fingerprint =>
                new Reveal.Shown(code),
            Reply<CodeReading>.NotAnswered silent => new Reveal.Silent(silent.Why),
            _ => new Reveal.OtherCode(),
        };
    }
}
