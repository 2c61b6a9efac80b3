namespace ActivationWizard.Integrations.Http;

/// <summary>A path and query under a system's base address. What others gave us is escaped and cannot lead to another resource.</summary>
internal sealed class SystemPath
{
    private const int LongestPart = 200;
    private readonly List<(string Name, string Value)> _query = [];
    private readonly string _path;

    private SystemPath(string path, bool isSendable) => (_path, IsSendable) = (path, isSendable);

    /// <summary>False for a part that cannot be meant: empty, dots only, or longer than 200 characters. Such a request is not sent.</summary>
    public bool IsSendable { get; private set; }

    public static SystemPath Of(params string[] segments) =>
        new(string.Join('/', segments.Select(Uri.EscapeDataString)), segments.All(one => one.Length <= LongestPart && one.Trim('.').Length > 0));

    /// <summary>Adds a filter; null and empty leave it out.</summary>
    public SystemPath With(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            _query.Add((name, value));
        IsSendable &= value is not { Length: > LongestPart };
        return this;
    }

    public Uri ToUri()
    {
        var query = string.Join('&', _query.Select(one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}"));
        return new Uri(query.Length is 0 ? _path : $"{_path}?{query}", UriKind.Relative);
    }
}
