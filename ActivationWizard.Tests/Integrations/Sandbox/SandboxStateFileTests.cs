using System.Net;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.Options;
using Xunit;
using static ActivationWizard.Tests.Kit.Systems.SandboxFixture;

namespace ActivationWizard.Tests.Integrations.Sandbox;

public sealed class SandboxStateFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sandbox-").FullName;

    private string StateFile => Path.Combine(_folder, "data", "sandbox.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Restart_ContinuesWithStateLedgerAndKeys()
    {
        var number = NumberOf("D25");
        string? hash;
        await using (var first = await StartAsync(new() { StateFile = StateFile }))
        {
            await Status(HttpStatusCode.OK, Activate(first, await first.Customer(number)));
            await Status(HttpStatusCode.Accepted, first.Postex("POST", "generators/263/raw", PostexSandboxTests.Letter("R-1")));
            hash = first.Server.Ledger[0].CodeHash;
        }

        await using var second = await StartAsync(new() { StateFile = StateFile });
        using var repeat = await Activate(second, await second.Customer(number));
        Assert.True(repeat.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal(2, second.Server.Ledger.Count);
        Assert.Equal(hash, (string?)(await second.Person(number))["klanten"]![0]!["account"]!["codeHash"]);
        Assert.Single((await Json(second.Postex("GET", "generator-sessions?reference=R-1")))["data"]!.AsArray());
    }

    [Fact]
    public async Task Change_IsOnDiskBeforeItsAnswerAndHoldsNoSearchableCode()
    {
        await using var sandbox = await StartAsync(new() { StateFile = StateFile });
        Assert.False(File.Exists(StateFile));
        await Status(HttpStatusCode.OK, Activate(sandbox, await sandbox.Customer(NumberOf("D25"))));

        var text = await File.ReadAllTextAsync(StateFile, Cancellation);
        Assert.Contains(sandbox.Server.Ledger[0].CodeHash!, text, StringComparison.Ordinal);
        Assert.DoesNotContain("KANARIE", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["sandbox.json"], Directory.GetFiles(Path.GetDirectoryName(StateFile)!).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("{ half")]
    [InlineData("{ \"format\": 99 }")]
    public async Task Start_FromAFileThatCannotBeRead_SaysWhich(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StateFile)!);
        await File.WriteAllTextAsync(StateFile, content, Cancellation);
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(new() { StateFile = StateFile }));
        Assert.Contains(StateFile, Assert.Single(exception.Failures), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Activate(SandboxFixture sandbox, string klant) =>
        sandbox.Umbrella("POST", $"klanten/{klant}/account/activatie", new { verzendwijze = "geen" }, "k1");
}
