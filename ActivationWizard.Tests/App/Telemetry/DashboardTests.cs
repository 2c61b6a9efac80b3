using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.RegularExpressions;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Extensions.DependencyInjection;
using YamlDotNet.RepresentationModel;

namespace ActivationWizard.Tests.App.Telemetry;

/// <summary>The dashboard and the rules of alerts name metrics that there are, and every one that there is.</summary>
public sealed partial class DashboardTests
{
    private static string Dashboard => File.ReadAllText(Path.Combine(Product.Root, "deploy/grafana/activationwizard.json"));

    private static string Rules =>
        File.ReadAllText(Path.Combine(Product.Root, "deploy/prometheus/activationwizard.rules.yml"));

    [Fact]
    public async Task Metrics_InTheDashboardAndTheRules_AreThoseThatAreDeclared()
    {
        var declared = await DeclaredAsync();
        string[] known = [.. declared.SelectMany(one => one.Value)];

        Assert.Empty(Named(Dashboard).Except(known));
        Assert.Empty(Named(Rules).Except(known));
        Assert.Empty(declared.Where(one => !one.Value.Any(Named(Dashboard).Contains)).Select(one => one.Key));
    }

    [Fact]
    public void Files_AreWhatTheyAreFor()
    {
        Assert.NotEmpty(JsonDocument.Parse(Dashboard).RootElement.GetProperty("panels").EnumerateArray());
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Rules));
        var groups = (YamlSequenceNode)((YamlMappingNode)yaml.Documents[0].RootNode)["groups"];
        foreach (var rule in groups.SelectMany(group => (YamlSequenceNode)((YamlMappingNode)group)["rules"]))
        {
            Assert.NotEmpty($"{rule["alert"]}");
            Assert.NotEmpty(Named($"{rule["expr"]}"));
            Assert.NotEmpty($"{rule["annotations"]["summary"]}");
        }
    }

    private static HashSet<string> Named(string text) =>
        [.. MetricName().Matches(text).Select(match => match.Value)];

    // Every instrument of ours, with the names that Prometheus gives what comes of it.
    private static async Task<Dictionary<string, string[]>> DeclaredAsync()
    {
        var declared = new Dictionary<string, string[]>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name.StartsWith("ActivationWizard.", StringComparison.Ordinal))
                    declared[instrument.Name] = NamesOf(instrument);
            },
        };
        await using var app = new TestApp();
        app.Services.GetRequiredService<CircuitMeter>();
        app.Services.GetRequiredService<LimitRefusals>();
        listener.Start();
        Assert.NotEmpty(declared);
        return declared;
    }

    private static string[] NamesOf(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        var name = instrument.Name.Replace('.', '_') + unit;
        return instrument.GetType().Name switch
        {
            "Counter`1" => [$"{name}_total"],
            "Histogram`1" => [$"{name}_bucket", $"{name}_sum", $"{name}_count"],
            _ => [name],
        };
    }

    [GeneratedRegex("activationwizard_[a-z_]+")]
    private static partial Regex MetricName();
}
