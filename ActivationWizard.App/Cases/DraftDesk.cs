using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Cases;

/// <summary>What the person who is signed in filled in and did not send.</summary>
public sealed class DraftDesk(CurrentActor current, CaseDrafts drafts)
{
    /// <summary>For the question that the case asks now.</summary>
    public async Task<Draft> OfAsync(ActivationCase activation) =>
        await drafts.OfAsync(activation.Number, activation.Question, await current.GetAsync(), CancellationToken.None);
}
