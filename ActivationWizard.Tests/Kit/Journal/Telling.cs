using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Journal;

/// <summary>Cases that are told to a journal event by event, through its own door.</summary>
public static class Telling
{
    /// <summary>Opens a case and lets this happen in it.</summary>
    public static async Task<CaseNumber> TellAsync(
        this ICaseJournal journal, ActivationRequest request, Func<CaseNumber, IEnumerable<(Actor Actor, CaseEvent Fact)>> story)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var number = (await journal.OpenAsync(request, Actor.Wizard, null, cancellation)).Number;
        var activation = (await journal.LoadAsync(number, cancellation))!;
        foreach (var (actor, fact) in story(number))
        {
            (var outcome, activation) = await journal.AppendAsync(activation, [fact], actor, null, cancellation);
            Assert.Equal(AppendOutcome.Appended, outcome);
        }

        return number;
    }
}
