namespace ActivationWizard.App.Words;

/// <summary>
/// What the names of the app's cookies begin with. In production it says to a browser that a cookie is set over https, by this
/// host and for the whole of it, also where the app is below a path; a demonstration may be served over plain HTTP.
/// </summary>
public sealed record CookiePrefix(string Text)
{
    /// <summary>That of a production.</summary>
    public const string Host = "__Host-";

    /// <summary>That of an installation.</summary>
    public static CookiePrefix Of(bool isDemo) => new(isDemo ? "" : Host);

    /// <summary>The name under which it is kept.</summary>
    public string Before(string name) => Text + name;
}
