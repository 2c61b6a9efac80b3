namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>A screen to look at: where it is, what to do there, and what shows that it is there.</summary>
internal sealed record Exhibit(string Name, string Path, string Sign, Func<Desktop, Task>? Act = null);

/// <summary>
/// A walk past screens: no violation of WCAG 2.2 AA, nothing
/// wider than the window, nothing in the console, no request elsewhere.
/// </summary>
internal static class GalleryWalk
{
    // A page that is not there is one of the screens, and so is one too many.
    private static readonly string[] OfPages = ["status of 404", "status of 429"];

    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SCREENSHOTS");

    /// <summary>Where a picture goes; null when nobody asked for any.</summary>
    public static string? PathOf(string picture) => Pictures is null ? null : Path.Combine(Pictures, picture);

    /// <summary>What is wrong, a line each.</summary>
    public static async Task<IReadOnlyList<string>> WalkAsync(Desktop desk, IEnumerable<Exhibit> exhibits, Looking how)
    {
        List<string> found = [];
        foreach (var exhibit in exhibits)
        {
            await desk.GoUnaskedAsync(exhibit.Path);
            if (exhibit.Act is { } act)
                await act(desk);
            await desk.WaitForAsync(exhibit.Sign);
            found.AddRange(await Looks.ProblemsAsync(desk.Page, exhibit.Name, how));
        }

        found.AddRange(desk.Problems.Where(
            problem => !OfPages.Any(status => problem.Contains(status, StringComparison.Ordinal))));
        return found;
    }
}
