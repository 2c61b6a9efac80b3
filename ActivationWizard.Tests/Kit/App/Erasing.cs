using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>Erases a case of an app that runs.</summary>
internal static class Erasing
{
    /// <summary>The wizard lets go of a case a moment after its end: that is waited for.</summary>
    public static Task EraseAsync(this TestApp app, CaseNumber number) => Waiting.ForAsync(
        $"the erasure of {number}", () => TryAsync(app, number), refusal => refusal is null, refusal => refusal!);

    // Why it cannot be; null when it is.
    private static async Task<string?> TryAsync(TestApp app, CaseNumber number)
    {
        try
        {
            await app.Services.GetRequiredService<CaseErasure>().EraseAsync(
                number, DemoPeople.Bram.Id, "Asked by the tenant", CancellationToken.None);
            return null;
        }
        catch (CaseNotErasableException refused)
        {
            return refused.Message;
        }
    }
}
