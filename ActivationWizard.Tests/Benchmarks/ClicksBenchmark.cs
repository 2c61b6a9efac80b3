using ActivationWizard.Tests.Browser;
using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.Messages;
using Xunit.MicrosoftTestingPlatform;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>What each scenario asks of the employee, as the scenario tests count it.</summary>
internal static class ClicksBenchmark
{
    public static async Task RunAsync(TextWriter output)
    {
        var rows = new Rows();
        var only = new[] { "--filter-class", typeof(ScenarioTests).FullName! };
        await TestPlatformTestFramework.RunAsync(only, (builder, args) =>
        {
            builder.AddSelfRegisteredExtensions(args);
            builder.TestHost.AddDataConsumer(_ => rows);
        });
        await output.WriteLineAsync(
            "| Scenario | By | Clicks or presses | At most | Characters typed | Screens |\n"
            + "| --- | --- | --- | --- | --- | --- |");
        foreach (var row in rows.Written.Order(StringComparer.Ordinal))
            await output.WriteLineAsync(row);
    }

    /// <summary>Keeps what the tests wrote; one that failed wrote nothing, and the run has said why.</summary>
    private sealed class Rows : IDataConsumer
    {
        public List<string> Written { get; } = [];
        public string Uid => nameof(ClicksBenchmark);
        public string Version => "1.0.0";
        public string DisplayName => "Scenario counts";
        public string Description => "Keeps the rows that scenario tests write";
        public Type[] DataTypesConsumed => [typeof(TestNodeUpdateMessage)];

        public Task<bool> IsEnabledAsync() => Task.FromResult(true);

        public Task ConsumeAsync(IDataProducer dataProducer, IData value, CancellationToken cancellationToken)
        {
            if (((TestNodeUpdateMessage)value).TestNode.Properties.SingleOrDefault<StandardOutputProperty>() is { } written)
                Written.Add(written.StandardOutput.Trim());
            return Task.CompletedTask;
        }
    }
}
