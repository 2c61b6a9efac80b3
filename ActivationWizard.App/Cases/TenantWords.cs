using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Cases;

/// <summary>What became of another request of the tenant, in a few words.</summary>
public static class TenantWords
{
    /// <summary>Whose it is while it is open, and how it ended when it is not.</summary>
    public static string Of(CaseSummary other) => other switch
    {
        { State.IsFinal: true } => TenantText.ResourceManager.Word($"End{other.State}"),
        { Handler: { } handler } => TenantText.StateWith.With(handler.Name),
        _ => TenantText.StateNobody,
    };
}
