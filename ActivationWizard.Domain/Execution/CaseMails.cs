using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Execution;

/// <summary>What became of a mail that names a case. Closed.</summary>
public abstract record MailOutcome
{
    private MailOutcome()
    {
    }

    /// <summary>It is on the case, which is as it is after it.</summary>
    public sealed record Added(ActivationCase Case) : MailOutcome;

    /// <summary>It was on the case before.</summary>
    public sealed record KnownAlready : MailOutcome;

    /// <summary>It is not this case's, whatever it says; nothing was written.</summary>
    public sealed record NotOfThisCase : MailOutcome;

    /// <summary>The case has so many that a person has to decide; nothing was written.</summary>
    public sealed record TooMany : MailOutcome;

    /// <summary>
    /// The case is in the middle of a call, which nothing may come between: to be offered again, not before this moment where
    /// that is known.
    /// </summary>
    public sealed record Busy(DateTimeOffset? Until) : MailOutcome;

    /// <summary>There is no such case.</summary>
    public sealed record NoSuchCase : MailOutcome;
}

/// <summary>
/// The door that mails come in by: puts each on its case, once. What follows is in the journal when it returns; no system is
/// called. A case that goes on by itself after it is given to <see cref="CaseRunner"/> by whoever called.
/// </summary>
public sealed class CaseMails(ICaseJournal journal, TenantGuard tenants)
{
    private const int MostRaces = 5;

    /// <summary>
    /// Takes in a mail on behalf of <paramref name="actor"/>: the wizard, or the person who says that it belongs.
    /// </summary>
    public async Task<MailOutcome> ReceiveAsync(
        CaseNumber number, CaseMail mail, Actor actor, CancellationToken cancellation)
    {
        for (var race = 0; race < MostRaces; race++)
        {
            if (await journal.LoadAsync(number, cancellation) is not { } activation)
                return new MailOutcome.NoSuchCase();
            if (MailTaking.Decide(activation, mail) is not MailDecision.Taken taken)
                return Declined(MailTaking.Decide(activation, mail));
            if (await AppendAsync(activation, taken, actor, cancellation) is { } ended)
                return ended;
        }

        return new MailOutcome.Busy(null);
    }

    private static MailOutcome Declined(MailDecision decision) => decision switch
    {
        MailDecision.KnownAlready => new MailOutcome.KnownAlready(),
        MailDecision.TooMany => new MailOutcome.TooMany(),
        _ => new MailOutcome.NotOfThisCase(),
    };

    // Null when somebody else was first. Of an effect that is being carried out the outcome has to be the next event: what comes
    // between would make it one that is not known.
    private async Task<MailOutcome?> AppendAsync(
        ActivationCase activation, MailDecision.Taken taken, Actor actor, CancellationToken cancellation)
    {
        var right = new Run();
        if (activation is { State.WaitsForSystem: true, ActsForTenant: true })
        {
            switch (await tenants.AcquireAsync(activation, cancellation))
            {
                case LeaseOutcome.Held held:
                    right.Claim = held.Claim;
                    break;
                case LeaseOutcome.UnderWay under:
                    return new MailOutcome.Busy(under.Until);
                default:
                    return new MailOutcome.Busy(null);
            }
        }

        try
        {
            var (outcome, after) = await journal.AppendAsync(activation, taken.Events, actor, right.Claim, cancellation);
            return outcome is AppendOutcome.Appended ? new MailOutcome.Added(after) : null;
        }
        finally
        {
            await tenants.YieldAsync(right);
        }
    }
}
