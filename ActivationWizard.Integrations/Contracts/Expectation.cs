using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Contracts;

/// <summary>An assumption, and how the answers of a system are held against it; null for one that is never tried.</summary>
internal sealed record Expectation<TAnswers>(string Name, Func<TAnswers, Observation>? Judge = null);

/// <summary>A contract as a list of expectations.</summary>
internal static class Expectations
{
    public static IReadOnlyList<Assumption> Of<T>(ForeignSystem system, IReadOnlyList<Expectation<T>> all) =>
        [.. all.Select(one => new Assumption(system, one.Name, one.Judge is not null))];

    /// <summary>Every expectation beside these answers; without answers none can be told.</summary>
    public static IReadOnlyList<CheckedAssumption> Judged<T>(
        ForeignSystem system, IReadOnlyList<Expectation<T>> all, T? answers, UntoldReason without)
        where T : class =>
    [
        .. all.Select(one => new CheckedAssumption(
            new Assumption(system, one.Name, one.Judge is not null),
            one.Judge is null ? Observation.Untold(without is UntoldReason.ByHand ? without : UntoldReason.NeedsChange)
            : answers is null ? Observation.Untold(without)
            : one.Judge(answers))),
    ];
}
