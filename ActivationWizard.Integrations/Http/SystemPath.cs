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

    /// <summary>
    /// The path of an address that the system itself gave, such as that of a next page; one that is not sendable when it leads
    /// elsewhere than under <paramref name="system"/>.
    /// </summary>
    public static SystemPath At(Uri system, string? address)
    {
        var isUnder = Uri.TryCreate(address, UriKind.Absolute, out var given) && system.IsBaseOf(given)
            && given.AbsoluteUri.StartsWith(system.AbsoluteUri, StringComparison.Ordinal);
        return new SystemPath(isUnder ? given!.AbsoluteUri[system.AbsoluteUri.Length..] : "", isUnder);
    }

    /// <summary>Adds a filter; null leaves it out. <paramref name="longest"/> bounds it, in characters.</summary>
    public SystemPath With(string name, string? value, int longest = LongestPart)
    {
        if (value is not null)
            _query.Add((name, value));
        IsSendable &= value is null || (value.Length > 0 && value.Length <= longest);
        return this;
    }

    public Uri ToUri()
    {
        var query = string.Join('&', _query.Select(one => $"{Uri.EscapeDataString(one.Name)}={Uri.EscapeDataString(one.Value)}"));
        return new Uri(query.Length is 0 ? _path : $"{_path}?{query}", UriKind.Relative);
    }
}
