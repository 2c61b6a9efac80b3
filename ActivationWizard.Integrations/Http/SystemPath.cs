namespace ActivationWizard.Integrations.Http;

/// <summary>A path and query under a system's base address. What others gave us cannot lead it elsewhere.</summary>
internal sealed class SystemPath
{
    private const int LongestPart = 200;
    private readonly List<(string Name, string Value)> _query = [];
    private readonly string _path;

    private SystemPath(string path, bool isSendable) => (_path, IsSendable) = (path, isSendable);

    /// <summary>False with a part that is empty, dots only or over 200 characters: it is not sent then.</summary>
    public bool IsSendable { get; private set; }

    public static SystemPath Of(params string[] segments) => new(
        string.Join('/', segments.Select(Uri.EscapeDataString)),
        segments.All(one => one.Length <= LongestPart && one.Trim('.').Length > 0));

    /// <summary>Adds a filter; null leaves it out.</summary>
    public SystemPath With(string name, string? value)
    {
        if (value is not null)
            _query.Add((name, value));
        IsSendable &= value is null or { Length: > 0 and <= LongestPart };
        return this;
    }

    public Uri ToUri()
    {
        var query = string.Join('&', _query.Select(one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}"));
        return new Uri(query.Length is 0 ? _path : $"{_path}?{query}", UriKind.Relative);
    }
}
