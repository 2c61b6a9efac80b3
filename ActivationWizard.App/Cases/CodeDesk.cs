using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Cases;

/// <summary>Shows a code to the person who is signed in and handles the case.</summary>
public sealed class CodeDesk(CurrentActor current, CodeReveal reveal)
{
    /// <summary>The code of the case as the page showed it; that it was asked for is on disk when this returns.</summary>
    public async Task<Reveal> ShowAsync(CaseNumber number, int seenVersion) =>
        await reveal.ShowAsync(number, seenVersion, await current.GetToActAsync(), CancellationToken.None);
}
