using System.Text.Json;
using ActivationWizard.App.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>The two forms of a line, as the console writes them.</summary>
public sealed class LogLinesTests
{
    [Fact]
    public void Line_OfText_HasDateTimeAndZone() =>
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d warn: .*Postex is away\s*$", Written(LogForm.Text));

    [Fact]
    public void Line_OfJson_IsOneObjectWithTheMomentAndTheValues()
    {
        var written = Written(LogForm.Json).TrimEnd();

        Assert.DoesNotContain('\n', written);
        var line = JsonDocument.Parse(written).RootElement;
        Assert.EndsWith("Z", line.GetProperty("Timestamp").GetString(), StringComparison.Ordinal);
        Assert.Equal("Warning", line.GetProperty("LogLevel").GetString());
        Assert.Equal("Postex", line.GetProperty("State").GetProperty("System").GetString());
    }

    private static string Written(LogForm form)
    {
        using var provider = new ServiceCollection().AddLogging(logging => logging.AddLines(form)).BuildServiceProvider();
        var name = provider.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName;
        var formatter = provider.GetServices<ConsoleFormatter>().Single(one => one.Name == name);
        var state = new[]
        {
            KeyValuePair.Create<string, object?>("System", "Postex"),
            KeyValuePair.Create<string, object?>("{OriginalFormat}", "{System} is away"),
        };
        using var writer = new StringWriter();
        formatter.Write(
            new LogEntry<KeyValuePair<string, object?>[]>(LogLevel.Warning, "Test", 1, state, null, (_, _) => "Postex is away"),
            null, writer);
        return writer.ToString();
    }
}
