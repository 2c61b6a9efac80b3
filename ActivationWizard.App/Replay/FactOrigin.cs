using ActivationWizard.Domain.Facts;

namespace ActivationWizard.App.Replay;

/// <summary>Who said a fact, and when.</summary>
public sealed record FactOrigin(Source Source, DateTimeOffset At)
{
    /// <summary>The origin of a fact that was asked.</summary>
    public static FactOrigin Of(CaseFacts facts, FactKind kind) => kind switch
    {
        FactKind.Person => Of(facts.Person),
        FactKind.Tenancy => Of(facts.Tenancy),
        FactKind.Protection => Of(facts.Protection),
        FactKind.Administrator => Of(facts.Administrator),
        FactKind.Contacts => Of(facts.Contacts),
        FactKind.Arrangement => Of(facts.Arrangement),
        FactKind.Account => Of(facts.Account),
        FactKind.Email => Of(facts.Email),
        FactKind.Address => Of(facts.Address),
        FactKind.Preference => Of(facts.Preference),
        FactKind.RecentCode => Of(facts.RecentCode),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A request's or a setting's fact has no source."),
    };

    private static FactOrigin Of<T>(Fact<T> fact)
        where T : class => new(fact.Source, fact.At);
}
