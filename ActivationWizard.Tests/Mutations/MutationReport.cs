using System.Globalization;
using System.Text.Json.Nodes;

namespace ActivationWizard.Tests.Mutations;

/// <summary>One mutation that was tried.</summary>
/// <param name="Path">The file, from the project's folder.</param>
/// <param name="Status">As the tool calls it.</param>
internal sealed record Mutation(string Path, int Line, string Mutator, string Replacement, string Status)
{
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : Path;

    public bool IsNoticed => Status is "Killed" or "Timeout";

    /// <summary>Nobody noticed it, or no test comes near it.</summary>
    public bool Survives => Status is "Survived" or "NoCoverage";

    public override string ToString() => $"{Path}:{Line} {Mutator}: {Replacement.ReplaceLineEndings(" ")}"
        + (Status is "NoCoverage" ? " (not reached)" : "");
}

/// <summary>What the tool left behind: mutation testing elements, schema 2.</summary>
internal sealed class MutationReport
{
    private MutationReport(IReadOnlyList<Mutation> tried) => Tried = tried;

    /// <summary>Those that were tried; what did not compile or was left out is not among them.</summary>
    public IReadOnlyList<Mutation> Tried { get; }

    public IEnumerable<Mutation> Survivors => Tried.Where(one => one.Survives);

    /// <summary>How many of a hundred were noticed, per folder.</summary>
    public IReadOnlyDictionary<string, double> Scores => Tried.GroupBy(one => one.Folder)
        .ToDictionary(folder => folder.Key, folder => 100.0 * folder.Count(one => one.IsNoticed) / folder.Count());

    public static MutationReport Read(string json, string project)
    {
        var report = JsonNode.Parse(json)!;
        return new([
            .. from file in report["files"]!.AsObject()
               let path = PathIn(project, file.Key)
               from one in file.Value!["mutants"]!.AsArray()
               let mutation = new Mutation(
                   path,
                   one!["location"]!["start"]!["line"]!.GetValue<int>(),
                   one["mutatorName"]!.GetValue<string>(),
                   one["replacement"]!.GetValue<string>(),
                   one["status"]!.GetValue<string>())
               where mutation.IsNoticed || mutation.Survives
               orderby mutation.Path, mutation.Line
               select mutation,
        ]);
    }

    public override string ToString() => string.Join('\n', Tried.GroupBy(one => one.Folder).Select(folder => string.Create(
        CultureInfo.InvariantCulture,
        $"{folder.Key}: {Scores[folder.Key]:0.0} %, {folder.Count(one => one.IsNoticed)} of {folder.Count()} noticed")));

    private static string PathIn(string project, string path)
    {
        var plain = path.Replace('\\', '/');
        var at = plain.LastIndexOf($"{project}/", StringComparison.Ordinal);
        return at < 0 ? plain : plain[(at + project.Length + 1)..];
    }
}
