using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ActivationWizard.Integrations.Sandbox.Faults;

/// <summary>One line of a fault script: which calls it meets, what goes wrong, how often.</summary>
public sealed record FaultRule
{
    /// <summary>What goes wrong.</summary>
    public required FaultKind Fault { get; init; }

    /// <summary><c>umbrella</c>, <c>viewpoint</c>, <c>postex</c> or <c>mailbox</c>; null meets all.</summary>
    public string? System { get; init; }

    /// <summary>GET, POST…; null meets all.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// The path under the system's base address; <c>*</c> is any part of one segment, <c>**</c> anything. Null meets all.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>
    /// Any of these in the path, the query, the body or the key, so that several tests at once meet their own faults only. None
    /// meets all.
    /// </summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>How many calls it spoils; 0 is every one. Default 1.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How many calls that it meets pass unharmed first.</summary>
    public int After { get; init; }

    /// <summary>How long a delay, the pause of a drip, or the lateness of an effect is. Default one second.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The status instead of the fault's own.</summary>
    public int? Status { get; init; }

    /// <summary>
    /// The header as it is sent; <c>absent</c> leaves it out, <c>date</c> is an HTTP date <see cref="Delay"/> from now.
    /// Default 1.
    /// </summary>
    public string RetryAfter { get; init; } = "1";

    /// <summary>Which properties schema drift touches. Default <c>status</c>.</summary>
    public IReadOnlyList<string> Fields { get; init; } = ["status"];

    /// <summary>Whether the effect happens all the same; null is what the fault's name says.</summary>
    public bool? Effect { get; init; }

    /// <summary>How many calls it has met. Kept by the server.</summary>
    [JsonInclude]
    public int Met { get; internal set; }

    [JsonIgnore]
    internal bool CarriesOut =>
        Effect ?? Fault is not (FaultKind.TimeoutBefore or FaultKind.TooManyRequests or FaultKind.ErrorBefore
        or FaultKind.ResetBefore or FaultKind.LoginPage or FaultKind.Unauthorized or FaultKind.Forbidden
        or FaultKind.NotFoundHtml or FaultKind.Conflict or FaultKind.Redirect);

    [JsonIgnore]
    internal Twist Twist => Fault switch
    {
        FaultKind.NotSent => Twist.NotSent,
        FaultKind.EmailInUse => Twist.EmailInUse,
        FaultKind.SessionError => Twist.SessionError,
        _ => Twist.None,
    };

    internal bool Meets(SandboxRequest request) =>
        (System is null || System.Equals(request.System, StringComparison.OrdinalIgnoreCase))
        && (Method is null || Method.Equals(request.Method, StringComparison.OrdinalIgnoreCase))
        && (Path is null
            || Regex.IsMatch(request.Path, Pattern(Path), RegexOptions.IgnoreCase | RegexOptions.NonBacktracking))
        && (About.Count is 0 || About.Any(one => IsAbout(request, one)));

    private static bool IsAbout(SandboxRequest request, string text) =>
        request.Path.Contains(text, StringComparison.OrdinalIgnoreCase)
        || request.Text.Contains(text, StringComparison.OrdinalIgnoreCase)
        || request.IdempotencyKey?.Contains(text, StringComparison.OrdinalIgnoreCase) is true
        || request.Query.Any(pair => pair.Value.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static string Pattern(string path) =>
        "^" + Regex.Escape(path)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$";
}
