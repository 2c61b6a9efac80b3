using System.Text.RegularExpressions;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>
/// Files that are written from the code and kept with it, whole or in part. A test compares them; a run with APPROVE=1 writes
/// them anew.
/// </summary>
internal static class WrittenFile
{
    private const string HowTo =
        "To write it anew: APPROVE=1 dotnet run --project ActivationWizard.Tests -c Release -- --no-install "
        + "--filter-class \"*DocumentTests\"";

    /// <summary>The whole file is <paramref name="text"/>, with one line end after it.</summary>
    /// <param name="path">From the folder of the solution.</param>
    /// <param name="text">What the code says it is.</param>
    public static void Is(string path, string text) => Compare(path, _ => Normal(text) + "\n");

    /// <summary>The file holds <paramref name="text"/> between the comments <c>name</c> and <c>/name</c>.</summary>
    /// <param name="path">From the folder of the solution.</param>
    /// <param name="name">Of the part; the test fails when the file has none of that name.</param>
    /// <param name="text">What the code says it is.</param>
    public static void Holds(string path, string name, string text) => Compare(path, file =>
    {
        var part = new Regex($@"(?<=<!-- {name} -->\n).*?(?=<!-- /{name} -->)", RegexOptions.Singleline);
        Assert.Single(part.Matches(file));
        return part.Replace(file, _ => $"\n{Normal(text)}\n\n");
    });

    private static void Compare(string path, Func<string, string> wanted)
    {
        var whole = Path.Combine(Product.Root, path);
        var file = File.Exists(whole) ? File.ReadAllText(whole).ReplaceLineEndings("\n") : "";
        var now = wanted(file);
        if (now == file)
            return;
        if (Environment.GetEnvironmentVariable("APPROVE") is not "1")
            Assert.Fail($"{path} is not what the code says. {HowTo}\n\n{now}");
        File.WriteAllText(whole, now);
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").Trim('\n');
}
