using System.Globalization;
using System.Resources;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.App.Words;

/// <summary>
/// The value that a rule was looked at with: recorded as a code, said in the words of the fact that it is a value of.
/// </summary>
public static class RuleValue
{
    /// <summary>In words. Throws for a value that the fact cannot have: a code is nothing for people.</summary>
    public static string Of(FactKind fact, string value) => Prefixes(fact)
        .Select(prefix => FactsText.ResourceManager.GetString($"{prefix}{value}", CultureInfo.CurrentUICulture))
        .FirstOrDefault(word => word is not null)
        ?? throw new MissingManifestResourceException($"No word for the value {value} of {fact}.");

    /// <summary>What is said of it; the sign for none where no fact or no value was looked at.</summary>
    public static string Of(RuleTrace rule) =>
        rule is { Fact: { } fact, Value: { } value } ? Of(fact, value) : FactsText.None;

    // The names of the kinds of value, as the words begin.
    private static IEnumerable<string> Prefixes(FactKind fact) => fact switch
    {
        FactKind.Requester or FactKind.CodeKind or FactKind.ArrangementPolicy => [fact.ToString()],
        FactKind.Person => [nameof(PersonMatch)],
        FactKind.Account => ["AccountStatus", nameof(CustomerMatch)],
        FactKind.Email => [nameof(EmailComparison)],
        _ => [$"{fact}Status"],
    };
}
