namespace ActivationWizard.App.Controls;

/// <summary>
/// Which page this tab is on. The browser itself announces the page that it loaded; the headings of the pages after it take the
/// focus.
/// </summary>
public sealed class Visit
{
    private string? _path;

    /// <summary>True when a heading is first shown at another path than before; not for the page that was loaded.</summary>
    public bool IsArrivalAt(string path)
    {
        var isArrival = _path is not null && _path != path;
        _path = path;
        return isArrival;
    }
}
