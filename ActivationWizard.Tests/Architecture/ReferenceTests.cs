using System.Reflection;
using ActivationWizard.Tests.Kit;
using NetArchTest.Rules;

namespace ActivationWizard.Tests.Architecture;

/// <summary>App knows Integrations, Integrations knows Domain, Domain knows no one: by what is really referred to.</summary>
public sealed class ReferenceTests
{
    private static readonly string[] Databases = ["Microsoft.EntityFrameworkCore", "Microsoft.Data.Sqlite", "Npgsql"];
    private static readonly string[] TheirWires = ["MailKit", "MimeKit", "System.Net.Http.Json"];
    private static readonly string[] TheirPaths =
        ["/bvg/v4", "/bog/v4", "/brg/v4", "/inc/v4", "/bdo/v4", "/rest/v2", "urn:umbrella:"];

    [Fact]
    public void Domain_References_StatelessAndTheFrameworkOnly() =>
        Assert.All(References(Product.Domain), name =>
            Assert.True(name is "Stateless" || name.StartsWith("System.", StringComparison.Ordinal), name));

    [Fact]
    public void Domain_Project_NamesStatelessOnly()
    {
        var (_, project) = Assert.Single(Product.Files("ActivationWizard.Domain", ".csproj"));

        Assert.Equal(["""<PackageReference Include="Stateless" />"""],
            project.Split('\n').Select(line => line.Trim()).Where(line => line.Contains("Reference ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Integrations_References_NoDatabaseNoScreenNoApp() =>
        Assert.DoesNotContain(References(Product.Integrations), name =>
            name is "ActivationWizard.App" or "MudBlazor" || StartsWithAny(name, Databases));

    [Fact]
    public void App_References_NoneOfTheirWires() =>
        Assert.DoesNotContain(References(Product.App), name => StartsWithAny(name, TheirWires));

    [Fact]
    public void App_Sources_HoldNoneOfTheirPaths() =>
        Assert.Empty(
            from file in Product.Files("ActivationWizard.App", ".cs").Concat(Product.Files("ActivationWizard.App", ".razor"))
            from path in TheirPaths
            where file.Text.Contains(path, StringComparison.Ordinal)
            select $"{file.Path} holds {path}");

    [Fact]
    public void Database_OutsideTheJournal_IsNotTouched() =>
        Assert.Empty(
            Touching(Databases, types => types.And().DoNotResideInNamespaceStartingWith("ActivationWizard.App.Journal")));

    [Fact]
    public void Http_InTheApp_IsNotCalled() => Assert.Empty(Touching(["System.Net.Http"], types => types));

    [Fact]
    public void References_OfThisAssembly_ShowWhatTheRulesLookFor()
    {
        Assert.Contains(References(typeof(ReferenceTests).Assembly), name => StartsWithAny(name, Databases));
    }

    private static IEnumerable<string> Touching(string[] forbidden, Func<PredicateList, PredicateList> which) =>
        which(Types.InAssembly(Product.App).That().ResideInNamespaceStartingWith("ActivationWizard.App"))
            .ShouldNot().HaveDependencyOnAny(forbidden).GetResult().FailingTypeNames ?? [];

    private static IEnumerable<string> References(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static bool StartsWithAny(string name, string[] starts) =>
        starts.Any(start => name.StartsWith(start, StringComparison.Ordinal));
}
