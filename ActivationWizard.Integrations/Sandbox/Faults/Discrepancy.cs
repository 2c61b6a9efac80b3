using System.Text.RegularExpressions;

namespace ActivationWizard.Integrations.Sandbox.Faults;

/// <summary>One way in which a real system may differ from its contract, for good: a test lets a simulator be so.</summary>
/// <param name="System"><c>umbrella</c>, <c>viewpoint</c>, <c>postex</c> or <c>mailbox</c>.</param>
/// <param name="Path">A regular expression of the paths under the system's base address that it is about.</param>
public sealed record Discrepancy(string System, string Path)
{
    /// <summary>GET, POST…; null is about all.</summary>
    public string? Method { get; init; }

    /// <summary>Parts of the query that are not looked at.</summary>
    public IReadOnlyList<string> IgnoredFilters { get; init; } = [];

    /// <summary>A header of the request that is not looked at.</summary>
    public string? IgnoredHeader { get; init; }

    /// <summary>A header that no answer has.</summary>
    public string? LeftOutHeader { get; init; }

    /// <summary>Headers that each answer has.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A status that is answered whatever is asked, with a page of HTML or <see cref="InsteadBody"/>.</summary>
    public int? Instead { get; init; }

    /// <summary>JSON.</summary>
    public string? InsteadBody { get; init; }

    /// <summary>A property of each message, by a path with dots, that is left out, or has <see cref="Value"/>.</summary>
    public string? Property { get; init; }

    /// <summary>JSON; null leaves the property out.</summary>
    public string? Value { get; init; }

    /// <summary>Only these items of a list are shown: <c>path=value</c>.</summary>
    public string? KeepsOnly { get; init; }

    internal bool Meets(string system, string method, string path) =>
        system == System && (Method is null || Method == method) && Regex.IsMatch(path, Path, RegexOptions.NonBacktracking);
}
