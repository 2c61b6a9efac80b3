using System.Collections.Concurrent;
using System.Net;
using System.Reflection.PortableExecutable;
using System.Text;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Run;
using ActivationWizard.Tests.Kit.Tools;
using Mono.Cecil;
using CommandLine = ActivationWizard.Tests.Kit.Tools.CommandLine;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>What is published for production, by the command of the README: what is in it, and that it runs.</summary>
[Nightly("It publishes: minutes, and the whole machine.")]
public sealed class PublishTests(PublishTests.Published published) : IClassFixture<PublishTests.Published>
{
    private const string Command = "dotnet publish ActivationWizard.App -c Production -r linux-x64 -o out";
    private static readonly string[] Ours = ["Domain", "Integrations", "App"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Folder_Published_NeedsNoRuntimeAndIsCompiledAhead()
    {
        Assert.True(File.Exists(published.Folder["libcoreclr.so"]));
        Assert.All(Ours, name =>
        {
            using var file = File.OpenRead(published.Folder[$"ActivationWizard.{name}.dll"]);
            using var assembly = new PEReader(file);
            Assert.True(assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0, name);
        });
        Assert.True(File.Exists(published.Folder["templates/nl/NotTenant.txt"]));
    }

    [Fact]
    public void Folder_Published_HasNothingOfADemonstration()
    {
        Assert.All(Ours, name =>
        {
            using var module = ModuleDefinition.ReadModule(published.Folder[$"ActivationWizard.{name}.dll"]);
            Assert.DoesNotContain(
                module.GetTypes(),
                type => type.Namespace.StartsWith(typeof(SandboxSeeds).Namespace!.Replace(".Seeds", ""), StringComparison.Ordinal)
                    || type.Name.StartsWith("Demo", StringComparison.Ordinal) && type.Name != nameof(Demonstration));
            var text = Encoding.Unicode.GetString(File.ReadAllBytes(published.Folder[$"ActivationWizard.{name}.dll"]))
                + Encoding.Unicode.GetString(File.ReadAllBytes(published.Folder[$"ActivationWizard.{name}.dll"])[1..]);
            Assert.All(
                DemoPeople.All.Select(person => person.Name).Concat(SandboxSeeds.Requests.Select(request => request.Naam)),
                person => Assert.DoesNotContain(person, text, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Program_AsADemonstration_IsRefusedInASentence()
    {
        using var data = new TemporaryFolder();

        var result = await published.RunAsync($"--Installation:DataFolder={data.Path}");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Installation:Mode must be Production", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Program_AsAProduction_ServesTheSignIn()
    {
        using var data = new TemporaryFolder();
        await using var provider = new IdentityProvider();
        await provider.StartAsync();
        var (process, ready) = await ChildProcess.StartAsync(
            published.Program,
            [
                "--Urls=http://127.0.0.1:0", $"--Installation:DataFolder={data.Path}",
                .. ProductionApp.SettingsFor(provider.Authority).Select(one => $"--{one.Key}={one.Value}"),
            ],
            published.Folder.Path, "(Production) is ready. Open ", new ConcurrentQueue<string>());
        await using var ends = process;
        using var http = new HttpClient { BaseAddress = new Uri(ready.Split(' ')[0]) };

        using var page = await http.GetAsync(Urls.SignIn, Cancellation);
        using var health = await http.GetAsync(Urls.Health, Cancellation);
        using var style = await http.GetAsync("app.css", Cancellation);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, health.StatusCode, style.StatusCode));
    }

    /// <summary>The folder, made once.</summary>
    public sealed class Published : IAsyncLifetime
    {
        internal TemporaryFolder Folder { get; } = new();

        internal string Program => Folder["ActivationWizard.App"];

        internal Task<CommandResult> RunAsync(params string[] arguments) =>
            CommandLine.RunAsync(Program, arguments, Waiting.Limit, start => start.WorkingDirectory = Folder.Path);

        public async ValueTask InitializeAsync()
        {
            Assert.Contains(Command, await File.ReadAllTextAsync(Path.Combine(Product.Root, "README.md"), Cancellation),
                StringComparison.Ordinal);
            var arguments = Command.Split(' ')[1..^1].Append(Folder.Path);
            var result = await CommandLine.RunAsync(
                "dotnet", arguments, TimeSpan.FromMinutes(20), start => start.WorkingDirectory = Product.Root);
            Assert.True(result.Succeeded, result.Reason);
        }

        public ValueTask DisposeAsync()
        {
            Folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
