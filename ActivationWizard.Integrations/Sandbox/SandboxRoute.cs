namespace ActivationWizard.Integrations.Sandbox;

/// <summary>One call of a contract: method, path with <c>{names}</c>, and what answers it.</summary>
internal sealed record SandboxRoute(string Method, string Template, Func<SandboxRequest, SandboxReply> Answer)
{
    /// <summary>Its body is a form or a text, and need not be JSON.</summary>
    public bool TakesText { get; init; }

    private readonly string[] _segments = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The path's values when it fits, else null.</summary>
    public Dictionary<string, string>? Match(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length != _segments.Length) return null;

        var values = new Dictionary<string, string>();
        foreach (var (expected, actual) in _segments.Zip(segments))
        {
            if (expected.StartsWith('{')) values[expected.Trim('{', '}')] = Uri.UnescapeDataString(actual);
            else if (expected != actual) return null;
        }

        return values;
    }
}
