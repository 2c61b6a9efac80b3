using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Cases;

/// <summary>Shows a code to the person who is signed in and handles the case.</summary>
public sealed class CodeDesk(CurrentActor current, CodeReveal reveal, SecurityLog log)
{
    /// <summary>The code of the case as the page showed it; that it was asked for is on disk when this returns.</summary>
    public async Task<Reveal> ShowAsync(CaseNumber number, int seenVersion)
    {
        var actor = await current.GetToActAsync();
        var came = await reveal.ShowAsync(number, seenVersion, actor, CancellationToken.None);
        log.WriteFrom(
            SecurityEvent.Reveal, actor.Id, actor.Role, $"case {number}: {came.GetType().Name}", await current.AddressAsync());
        return came;
    }
}
