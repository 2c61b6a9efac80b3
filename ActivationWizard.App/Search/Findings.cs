using System.Text.Json.Serialization;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;

namespace ActivationWizard.App.Search;

/// <summary>What was found for a text.</summary>
/// <param name="Query">The text.</param>
/// <param name="Cases">The cases.</param>
/// <param name="People">People in Viewpoint; null for who opens no cases.</param>
public sealed record Findings(string Query, FoundCases Cases, FoundTenants? People)
{
    /// <summary>Every case that can be opened from it, each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<CaseSummary> All =>
        [.. Cases.Cases.Concat(People?.Tenants.SelectMany(one => one.OpenRequests) ?? []).DistinctBy(one => one.Number)];

    /// <summary>How much that is, in words.</summary>
    public string InWords() => this switch
    {
        { Cases.Cases.Count: 0, People.Tenants.Count: > 0 } => IntakeText.SearchFoundPeopleOnly.With(Query, People.Tenants.Count),
        { Cases.Cases.Count: 0 } => IntakeText.SearchFoundNone.With(Query),
        { Cases.IsCut: true } => IntakeText.SearchFoundMost.With(CaseSearch.MostRows),
        _ => IntakeText.SearchFound.With(Query, Cases.Cases.Count),
    };
}
