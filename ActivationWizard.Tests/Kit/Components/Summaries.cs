using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Components;

/// <summary>Lines of the work list.</summary>
internal static class Summaries
{
    public static readonly DateTimeOffset Received = new(2026, 11, 23, 8, 5, 0, TimeSpan.Zero);

    public static CaseSummary Of(ActivationState state, Actor? handler = null, int ordinal = 431) => new(
        CaseNumber.Of(2026, ordinal),
        3,
        state,
        "A. Jansen",
        "Dorpsstraat 1, 5611 CD Plaats",
        Requester.Tenant,
        CodeKind.First,
        Channel.Website,
        Received,
        Received,
        Received)
    {
        Handler = handler,
    };

    public static CaseSummary Mine(ActivationState state, int ordinal = 431) => Of(state, DemoPeople.Sanne, ordinal);
}
