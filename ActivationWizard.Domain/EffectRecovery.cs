using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain;

/// <summary>
/// Finds out what became of an effect whose answer was lost. What honours its key, or is a state that can be read, is simply asked again; what can be asked by
/// our reference is asked after the quiet period, and sent again only when it is not there; the rest is for a person.
/// </summary>
public sealed class EffectRecovery(
    EffectExecution effects, IViewpoint viewpoint, IPostex postex, IMailbox mailbox, ActivationSettings settings, TimeProvider time)
{
    /// <summary>The event that follows: done, one of the troubles, or unknown when nobody can tell.</summary>
    public Task<CaseEvent> RecoverAsync(ActivationCase activation, EffectRequested effect, Run run, CancellationToken cancellation) => effect switch
    {
        LetterDispatchRequested letter => QueryAsync(
            token => FindAsync(letter, token), activation, effect, run, cancellation),
        LetterRegistrationRequested letter => QueryAsync(
            async token => Seen(await viewpoint.IsLetterRegisteredAsync(letter.Key, token), new LetterRegistered(letter.Key)),
            activation, effect, run, cancellation),
        ContactRegistrationRequested contact => QueryAsync(
            async token => Seen(await viewpoint.IsContactRegisteredAsync(contact.Key, token), new ContactRegistered(contact.Key)),
            activation, effect, run, cancellation),
        ReplyRequested reply => QueryAsync(
            async token => Seen(await mailbox.IsSentAsync(reply.Key, token), new ReplySent(reply.Key)),
            activation, effect, run, cancellation),
        _ => AskAgainAsync(activation, effect, run, cancellation),
    };

    // That this call reached nobody does not say that the lost one did not: then nobody can tell.
    private async Task<CaseEvent> AskAgainAsync(ActivationCase activation, EffectRequested effect, Run run, CancellationToken cancellation)
    {
        var goesByKey = effect is CreationRequested or ActivationRequested;
        if (goesByKey && RequestedAt(activation, effect) + settings.KeyLifetime <= time.GetUtcNow())
            return new OutcomeUnknown(effect.Effect, effect.Key, Silence.Unreachable);

        var ended = await effects.PerformAsync(activation, effect, run, cancellation);
        return ended is EffectNotDone { Why: var why } && !effect.Effect.IsRead ? new OutcomeUnknown(effect.Effect, effect.Key, why) : ended;
    }

    private async Task<CaseEvent> QueryAsync(
        Func<CancellationToken, Task<Reply<CaseEvent?>>> ask,
        ActivationCase activation,
        EffectRequested effect,
        Run run,
        CancellationToken cancellation)
    {
        // Counted from here: what was sent last, by this run or by a recovery that died, may have left a moment ago.
        await Task.Delay(settings.QuietPeriod, time, cancellation);

        return await ask(cancellation) switch
        {
            Reply<CaseEvent?>.Answered { Value: { } done } => done,
            Reply<CaseEvent?>.Answered => await effects.PerformAsync(activation, effect, run, cancellation),
            Reply<CaseEvent?>.NotAnswered silent => new OutcomeUnknown(effect.Effect, effect.Key, silent.Why),
            _ => throw new InvalidOperationException("Reply is closed."),
        };
    }

    private DateTimeOffset RequestedAt(ActivationCase activation, EffectRequested effect) =>
        activation.Effects.Find(one => one.Key == effect.Key)?.RequestedAt ?? time.GetUtcNow();

    private async Task<Reply<CaseEvent?>> FindAsync(LetterDispatchRequested letter, CancellationToken cancellation)
    {
        var found = await postex.FindDispatchesAsync(letter.Key, cancellation);
        return found.Select(CaseEvent? (sessions) => sessions switch
        {
            [] => null,
            [var one] => new LetterDispatched(letter.Key, one.SessionId),
            _ => new EffectRefused(letter.Effect, letter.Key, "dubbel"),
        });
    }

    private static Reply<CaseEvent?> Seen(Reply<bool> reply, CaseEvent done) => reply.Select(CaseEvent? (there) => there ? done : null);
}
