using ActivationWizard.App.Cases;
using ActivationWizard.App.Intake;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.MailIntake;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Messages;

/// <summary>What came of an act on a message. Closed.</summary>
public abstract record Handled
{
    private Handled()
    {
    }

    /// <summary>It was done; <paramref name="Number"/> is the case that was opened, and null when none was.</summary>
    public sealed record Done(CaseNumber? Number = null) : Handled;

    /// <summary>The request has faults; nothing was opened.</summary>
    public sealed record Faulty(IReadOnlyList<IntakeFault> Faults) : Handled;

    /// <summary>Somebody was first; nothing was done.</summary>
    public sealed record TooLate : Handled;

    /// <summary>There is no such case; nothing was done.</summary>
    public sealed record NoSuchCase : Handled;
}

/// <summary>
/// What is done with a message, on behalf of the person who is signed in. Throws <see cref="UnauthorizedAccessException"/> for a
/// role that handles none, and <see cref="SessionOverException"/> when the session is over.
/// </summary>
public sealed class MessageHandling(
    CurrentActor current, MessageDesk desk, IncomingMessages messages, RequestIntake intake, CaseDesk cases)
{
    /// <summary>
    /// Opens a case for it, which this person takes. Of two who do so one opens it, and the other is too late; what was typed
    /// counts only of the first.
    /// </summary>
    public async Task<Handled> RequestAsync(StoredMessage seen, IntakeFields fields)
    {
        var actor = await ActorAsync();
        if (await messages.FindAsync(seen.Id, actor, CancellationToken.None) is not { State: MessageState.Open })
            return new Handled.TooLate();
        switch (await intake.ReceiveAsync(fields, actor, seen.IntakeKey, CancellationToken.None))
        {
            case IntakeOutcome.Faulty faulty:
                return new Handled.Faulty(faulty.Faults);
            case IntakeOutcome.Received received:
                return await TakeAsync(seen, received.Number, actor);
            case IntakeOutcome.KeyInUse other:
                return await TakeAsync(seen, other.Number, actor);
            default:
                return new Handled.TooLate();
        }
    }

    /// <summary>It belongs to a case that is there.</summary>
    public async Task<Handled> BelongsToAsync(StoredMessage seen, CaseNumber number) =>
        Came(await desk.BelongsToAsync(seen.Id, seen.Version, number, await ActorAsync(), CancellationToken.None));

    /// <summary>It is no request.</summary>
    public async Task<Handled> NoRequestAsync(StoredMessage seen, NoRequestReason reason) =>
        Came(await desk.NoRequestAsync(seen.Id, seen.Version, reason, await ActorAsync(), CancellationToken.None));

    /// <summary>
    /// It was skipped or declined wrongly, and waits for somebody again; not while the mailbox does not show it.
    /// </summary>
    public async Task<Handled> TakeBackAsync(MessageOpening opened, StoredMessage seen, TakeBackReason reason) =>
        Came(await desk.TakeBackAsync(opened, seen.Version, reason, await ActorAsync(), CancellationToken.None));

    // Where somebody else said at this very moment that it is no request, the case is there all the same, and is for who asked.
    private async Task<Handled> TakeAsync(StoredMessage seen, CaseNumber number, Actor actor)
    {
        if (await desk.BecameCaseAsync(seen.Id, seen.Version, number, actor, CancellationToken.None) is not MessageDecision.Taken
            && await messages.FindAsync(seen.Id, actor, CancellationToken.None) is { } now && now.Case == number)
            return new Handled.TooLate();
        await cases.TakeAsync(number);
        return new Handled.Done(number);
    }

    private async Task<Actor> ActorAsync()
    {
        var actor = await current.GetToActAsync();
        actor.Demand(Operation.HandleMessages);
        return actor;
    }

    private static Handled Came(MessageDecision decision) => decision switch
    {
        MessageDecision.Taken => new Handled.Done(),
        MessageDecision.NoSuchCase => new Handled.NoSuchCase(),
        _ => new Handled.TooLate(),
    };
}
