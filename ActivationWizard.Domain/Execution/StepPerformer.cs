using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Execution;

/// <summary>Performs one move that was planned, and says what came of it. Appends nothing.</summary>
public sealed class StepPerformer(FactReview facts, EffectPerformer effects, IMailbox mailbox)
{
    /// <summary>
    /// The events that follow. None when a system is still busy with what it was asked, or the run has lost its right to act:
    /// that is asked again later, and is not an event. Throws <see cref="InvalidOperationException"/> for a case that rests.
    /// </summary>
    public async Task<IReadOnlyList<CaseEvent>> EventsAsync(
        ActivationCase activation, Move move, Run run, CancellationToken cancellation) =>
        move switch
        {
            Move.Ask => [new FactsGathered(await facts.GatherAsync(activation, activation.Facts, cancellation))],
            Move.Append append => append.Events,
            Move.Reread => [await facts.RereadAsync(activation, cancellation)],
            Move.Recheck => [effects.Waiting(activation, await facts.RecheckAsync(activation, cancellation))],
            Move.Compose reply => [await ComposedAsync(activation, reply.Template, cancellation)],
            Move.Perform perform => await effects.PerformAsync(activation, perform.Effect, run, cancellation) is { } ended
                ? [ended] : [],
            Move.Recover recover => await effects.RecoverAsync(activation, recover.Effect, cancellation),
            Move.Look look => [await effects.LookAsync(activation, look.Trouble, cancellation)],
            Move.SeekAddress => [await facts.SeekAddressAsync(activation, cancellation)],
            _ => throw new InvalidOperationException("A case that rests has no events."),
        };

    /// <summary>What is still to be done once the events of a move are in the journal.</summary>
    public async Task AppendedAsync(
        ActivationCase before, Move move, IReadOnlyList<CaseEvent> events, CancellationToken cancellation)
    {
        if (move is Move.Perform && events is [EffectDone done])
            await effects.ExpectAsync(before, done, cancellation);
    }

    private async Task<CaseEvent> ComposedAsync(
        ActivationCase activation, TemplateChoice template, CancellationToken cancellation)
    {
        var filling = new ReplyFilling(Addressee.NameFor(activation, template), activation.Number);
        return await mailbox.ComposeAsync(template, filling, cancellation) switch
        {
            Reply<FilledReply?>.Answered { Value: { } reply } => new ReplyComposed(
                template,
                activation.Request.Mail is { } mail ? reply.Text with { Subject = mail.ReplySubject } : reply.Text,
                reply.Version),
            Reply<FilledReply?>.NotAnswered silent => new ReplyNotComposed(template, silent.Why, mailbox.TemplateFolder),
            _ => new ReplyNotComposed(template, null, mailbox.TemplateFolder),
        };
    }
}
