using System.Text.Json.Nodes;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Run;
using ActivationWizard.Tests.Kit.Tools;

namespace ActivationWizard.Tests.Architecture;

/// <summary>The bill of materials of the app, made as SECURITY.md says, names every package there is.</summary>
[Nightly("A tool of its own makes it, and packages change seldom.")]
public sealed class SbomTests
{
    private const string Lock = "packages.lock.json";
    private const string Project = "ActivationWizard.App/ActivationWizard.App.csproj";

    [Fact]
    public async Task Bill_MadeByTheCommandOfTheDocuments_HasEveryPackage()
    {
        using var folder = new TemporaryFolder();
        await RunAsync("tool", "restore");
        string[] command =
        [
            "tool", "run", "dotnet-CycloneDX", Project, "--output", folder.Path, "--filename", "sbom.json", "--output-format",
            "Json", "--disable-package-restore",
        ];
        // What is documented is what is tried, but for where it is written.
        var document = await File.ReadAllTextAsync(
            Path.Combine(Product.Root, "SECURITY.md"), TestContext.Current.CancellationToken);
        Assert.All(
            command.Where(part => part != folder.Path), part => Assert.Contains(part, document, StringComparison.Ordinal));

        await RunAsync(command);

        var bill = JsonNode.Parse(await File.ReadAllTextAsync(folder["sbom.json"], TestContext.Current.CancellationToken))!;
        Assert.Equal("CycloneDX", bill["bomFormat"]!.GetValue<string>());
        var named = bill["components"]!.AsArray()
            .Select(one => $"{one!["name"]} {one["version"]}".ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
        var locked = Locked(await File.ReadAllTextAsync(
            Path.Combine(Product.Root, "ActivationWizard.App", Lock), TestContext.Current.CancellationToken));
        Assert.NotEmpty(locked);
        Assert.DoesNotContain(locked, package => !named.Contains(package));
    }

    // Projects of ours are no packages.
    private static List<string> Locked(string text) =>
    [
        .. JsonNode.Parse(text)!["dependencies"]!.AsObject()
            .SelectMany(framework => framework.Value!.AsObject())
            .Where(package => package.Value!["type"]!.GetValue<string>() is not "Project")
            .Select(package => $"{package.Key} {package.Value!["resolved"]}".ToUpperInvariant())
            .Distinct(),
    ];

    private static async Task RunAsync(params string[] arguments)
    {
        var result = await CommandLine.RunAsync(
            "dotnet", arguments, Waiting.Limit, start => start.WorkingDirectory = Product.Root);
        Assert.True(result.Succeeded, result.Output);
    }
}
