namespace ActivationWizard.App.SignIn;

/// <summary>Tells an address of this app from one that leads away from it.</summary>
public static class ReturnUrl
{
    /// <summary>Longer addresses than this are not ours.</summary>
    private const int MaximumLength = 2_000;

    /// <summary>
    /// <paramref name="value"/> when it is a path of this app, else the home page. Browsers read <c>//host</c>, <c>/\host</c>
    /// and a path with a tab or line break in front of the second slash as another site. An address that a browser gives has
    /// percent signs for all but visible ASCII, and a header can hold nothing else.
    /// </summary>
    public static string Safe(string? value) => IsLocal(value) ? value! : Urls.Home;

    private static bool IsLocal(string? value) =>
        value is { Length: > 0 and <= MaximumLength }
        && value[0] == '/'
        && (value.Length == 1 || value[1] is not ('/' or '\\'))
        && value.All(character => character is > ' ' and <= '~');
}
