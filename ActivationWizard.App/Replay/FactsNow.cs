using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Replay;

/// <summary>
/// Asks a source what it says now about a fact of then: the one look that leaves the wizard, a read, on request only and written
/// down. It is no part of replaying, and the case does not change by it.
/// </summary>
public sealed class FactsNow(FactGathering gathering, FinishedCases cases)
{
    // What a fact is read from, asked again before it.
    private static readonly Dictionary<FactKind, FactKind[]> AskedBefore = new()
    {
        [FactKind.Tenancy] = [FactKind.Person],
        [FactKind.Protection] = [FactKind.Person],
        [FactKind.Administrator] = [FactKind.Person, FactKind.Protection],
        [FactKind.Contacts] = [FactKind.Person, FactKind.Protection],
        [FactKind.Arrangement] = [FactKind.Person, FactKind.Tenancy],
        [FactKind.Account] = [FactKind.Person],
        [FactKind.Email] = [FactKind.Person, FactKind.Account],
        [FactKind.Address] = [FactKind.Person, FactKind.Tenancy],
        [FactKind.Preference] = [FactKind.Person],
    };

    /// <summary>True for a fact that a source outside can be asked about.</summary>
    public static bool CanAsk(FactKind kind) => kind is FactKind.Person || AskedBefore.ContainsKey(kind);

    /// <summary>
    /// The case with the facts as they are now, as far as this one needs; null when the case is not this actor's to see. The fact
    /// stays not asked where one that it rests on is not there any more.
    /// </summary>
    public async Task<ActivationCase?> AskAsync(CaseNumber number, FactKind kind, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.AskSourceAgain);
        if (!CanAsk(kind)
            || await cases.ReadAsync(number, AccessKind.SourceNow, actor, cancellation) is not { Case: { } activation })
            return null;

        var input = new GatheringInput(activation.Request, activation.ChosenPartyId ?? activation.PartyId, activation.Proof);
        var facts = CaseFacts.None;
        foreach (var one in AskedBefore.GetValueOrDefault(kind, []))
        {
            facts = await gathering.AskAsync(one, input, facts, cancellation);
            if (!IsKnown(facts, one))
                return activation.WithFacts(facts);
        }

        return activation.WithFacts(await gathering.AskAsync(kind, input, facts, cancellation));
    }

    private static bool IsKnown(CaseFacts facts, FactKind kind) => kind switch
    {
        FactKind.Person => facts.Person.Value?.Party is not null,
        FactKind.Tenancy => facts.Tenancy.Value is not null,
        FactKind.Protection => facts.Protection.Value is not null,
        _ => true,
    };
}
