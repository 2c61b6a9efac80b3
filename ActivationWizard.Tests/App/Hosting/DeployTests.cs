using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.App.Background;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Tools;
using Microsoft.Extensions.Configuration;
using CommandLine = ActivationWizard.Tests.Kit.Tools.CommandLine;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>
/// The files of <c>deploy/</c>: their settings are settings, their paths are those of the guide, and they are strict.
/// </summary>
public sealed partial class DeployTests
{
    private const string Unit = "deploy/activationwizard.service";

    // Of the framework and of the runtime, which no section of ours declares.
    private static readonly string[] OfOthers = ["DOTNET_EnableDiagnostics"];

    private static readonly Dictionary<string, string> Declared = AppSettings.Declared
        .SelectMany(section => section.Settings)
        .ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Key);

    public static TheoryData<string> Files =>
    [
        Unit, "deploy/activationwizard-run", "deploy/settings.env", "deploy/Containerfile", "deploy/compose.yaml",
        "deploy/windows-service.ps1",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_ThatSetsSomething_SetsDeclaredSettings(string file)
    {
        var keys = Key().Matches(Read(file)).Select(match => match.Value).ToHashSet();

        Assert.NotEmpty(keys);
        Assert.DoesNotContain(keys.Except(OfOthers), key => !Declared.ContainsKey(key));
    }

    [Fact]
    public void Settings_FilledIn_AreTakenByTheProduct()
    {
        using var data = new TemporaryFolder();
        var lines = GuideSettings.FilledIn("https://login.example.nl/tenant/v2.0").ToDictionary(
            one => one.Key, one => (string?)one.Value);
        lines["Installation:DataFolder"] = data.Path;

        var settings = AppSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(lines).Build(), data.Path);

        Assert.False(settings.Installation.IsDemo);
    }

    [Fact]
    public async Task Run_ValuesThatMeanSomethingToAShell_AreTakenAsTheyStand()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder["settings.env"], "# A=comment\nA=a;b $HOME `id`\n\nB=\"q;r\"\nC=Password=\"x y\"",
            TestContext.Current.CancellationToken);
        var reading = Read("deploy/activationwizard-run").Split("Journal__MasterKey=")[0]
            .Replace("/etc/activationwizard/settings.env", folder["settings.env"], StringComparison.Ordinal);

        var said = await CommandLine.RunAsync(
            "sh", ["-c", $"{reading}printf '%s\\n' \"$A\" \"$B\" \"$C\""], Waiting.Limit);

        Assert.Equal((0, "a;b $HOME `id`\nq;r\nPassword=\"x y\"\n"), (said.ExitCode, said.Output));
    }

    [Fact]
    public void Settings_AsAContainerReadsThem_HaveNoQuotes() => Assert.DoesNotContain(
        Read("deploy/settings.env").Split('\n'),
        line => line.Contains("=\"", StringComparison.Ordinal) && !line.StartsWith("# ", StringComparison.Ordinal));

    [Fact]
    public void Unit_ItsPaths_AreThoseOfTheGuide()
    {
        var guide = Read("docs/operations.md");
        var paths = UnitPath().Matches(Read(Unit)).Select(match => match.Value).ToHashSet();

        Assert.Contains("/opt/activationwizard/ActivationWizard.App", paths);
        Assert.All(paths, path => Assert.Contains(path, guide, StringComparison.Ordinal));
        Assert.Contains("useradd --system --home-dir /var/lib/activationwizard", guide, StringComparison.Ordinal);
        Assert.All(
            Directory.GetFiles(Path.Combine(Product.Root, "deploy"), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetFileName(file)).Where(name => name is not "README.md"),
            name => Assert.Contains(name, guide, StringComparison.Ordinal));
    }

    [Fact]
    public void Unit_WhatItSays_IsWhatTheAppNeeds()
    {
        var unit = Read(Unit);
        var stop = int.Parse(StopTime().Match(unit).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Contains("Type=notify", unit, StringComparison.Ordinal);
        Assert.Contains("User=activationwizard", unit, StringComparison.Ordinal);
        Assert.Contains("ProtectSystem=strict", unit, StringComparison.Ordinal);
        var work = WorkSettings.Read(new SettingsReader(new ConfigurationBuilder().Build(), false));
        Assert.True(stop > work.StopGrace.TotalSeconds);
    }

    [Fact]
    public async Task Unit_ForSystemd_IsRightAndStrict()
    {
        if (CommandLine.Find("systemd-analyze") is not { } analyze)
        {
            Assert.Skip("There is no systemd-analyze here.");
            return;
        }

        using var folder = new TemporaryFolder();
        var copy = folder["activationwizard.service"];
        await File.WriteAllTextAsync(
            copy, Program().Replace(Read(Unit), "ExecStart=/bin/true"), TestContext.Current.CancellationToken);

        var right = await CommandLine.RunAsync(analyze, ["verify", copy], Waiting.Limit);
        // In tenths: 0 is closed, 100 is open; below 20 systemd calls it OK.
        var strict = await CommandLine.RunAsync(
            analyze, ["security", "--offline=true", "--no-pager", "--threshold=20", copy], Waiting.Limit);

        Assert.Equal((0, ""), (right.ExitCode, right.Output));
        Assert.True(strict.Succeeded, strict.Output);
    }

    [Fact]
    public void Proxies_InFront_SayWhatTheAppHasToKnow()
    {
        var nginx = Read("deploy/nginx.conf");

        Assert.All(
            new[] { "Host $host", "X-Forwarded-For $remote_addr", "X-Forwarded-Proto $scheme", "Upgrade $http_upgrade" },
            header => Assert.Contains($"proxy_set_header {header};", nginx, StringComparison.Ordinal));
        Assert.Contains("gzip off;", nginx, StringComparison.Ordinal);
        Assert.Contains("HTTP_X_FORWARDED_PROTO", Read("deploy/iis/web.config"), StringComparison.Ordinal);
    }

    [Fact]
    public void Proxy_ItsLog_HasNoWordsOfASearch()
    {
        var nginx = Read("deploy/nginx.conf");
        var logged = LogFormat().Match(nginx).Groups[1].Value;

        Assert.Contains("$request_method $uri ", logged, StringComparison.Ordinal);
        Assert.All(
            new[] { "$request ", "$request\"", "$request_uri", "$args", "$query_string", "$http_referer" },
            name => Assert.DoesNotContain(name, logged, StringComparison.Ordinal));
        Assert.Equal(nginx.Split("server {").Length - 1, nginx.Split("activationwizard.log activationwizard;").Length - 1);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Product.Root, path));

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+__[A-Za-z_]+\b|\bDOTNET_\w+\b")]
    private static partial Regex Key();

    [GeneratedRegex(@"/(?:opt|etc|var/lib)/activationwizard[A-Za-z./]*")]
    private static partial Regex UnitPath();

    [GeneratedRegex(@"TimeoutStopSec=(\d+)")]
    private static partial Regex StopTime();

    [GeneratedRegex("log_format activationwizard '(.*)';")]
    private static partial Regex LogFormat();

    [GeneratedRegex("ExecStart=.*")]
    private static partial Regex Program();
}
