using System.Globalization;
using System.Xml;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;

namespace ActivationWizard.App.Finished;

/// <summary>
/// Cases as an event log for process mining (IEEE 1849, XES): what happened, when, by which role. Who the tenant is, and what the
/// events hold, stays in the wizard.
/// </summary>
public static class XesWriter
{
    private const string Space = "http://www.xes-standard.org/";

    private static readonly (string Name, string Prefix)[] Extensions =
        [("Concept", "concept"), ("Time", "time"), ("Organizational", "org"), ("Lifecycle", "lifecycle")];

    /// <summary>Writes the whole log.</summary>
    public static async Task WriteAsync(Stream output, IEnumerable<IReadOnlyList<RecordedEvent>> cases)
    {
        await using var writer = XmlWriter.Create(output, new XmlWriterSettings { Async = true, Indent = true });
        await writer.WriteStartDocumentAsync();
        await writer.WriteStartElementAsync(null, "log", Space);
        // The standard's schema has a decimal number here.
        await writer.WriteAttributeStringAsync(null, "xes.version", null, "1849.2016");
        await writer.WriteAttributeStringAsync(null, "xes.features", null, "");
        foreach (var (name, prefix) in Extensions)
            await ElementAsync(writer, "extension", ("name", name), ("prefix", prefix), ("uri", $"{Space}{prefix}.xesext"));
        await GlobalsAsync(writer);
        await ElementAsync(writer, "classifier", ("name", "Event"), ("scope", "event"), ("keys", "concept:name"));
        foreach (var entries in cases)
            await TraceAsync(writer, entries);
        await writer.WriteEndElementAsync();
        await writer.WriteEndDocumentAsync();
    }

    private static async Task GlobalsAsync(XmlWriter writer)
    {
        await writer.WriteStartElementAsync(null, "global", Space);
        await writer.WriteAttributeStringAsync(null, "scope", null, "trace");
        await ValueAsync(writer, "string", "concept:name", "unknown");
        await writer.WriteEndElementAsync();
        await writer.WriteStartElementAsync(null, "global", Space);
        await writer.WriteAttributeStringAsync(null, "scope", null, "event");
        await ValueAsync(writer, "string", "concept:name", "unknown");
        await ValueAsync(writer, "date", "time:timestamp", "1970-01-01T00:00:00.000+00:00");
        await ValueAsync(writer, "string", "lifecycle:transition", "complete");
        await writer.WriteEndElementAsync();
    }

    private static async Task TraceAsync(XmlWriter writer, IReadOnlyList<RecordedEvent> entries)
    {
        await writer.WriteStartElementAsync(null, "trace", Space);
        await ValueAsync(writer, "string", "concept:name", entries[0].Number.ToString());
        var activation = ActivationCase.Fold(entries);
        await MinutesAsync(writer, "waitingMinutes", activation.Times.WaitedSince(activation.Request.ReceivedAt));
        await MinutesAsync(writer, "handlingMinutes", activation.Times.Handled);
        foreach (var entry in entries)
        {
            await writer.WriteStartElementAsync(null, "event", Space);
            await ValueAsync(writer, "string", "concept:name", JournalNames.Of(entry.Event));
            await ValueAsync(writer, "date", "time:timestamp",
                entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
            await ValueAsync(writer, "string", "lifecycle:transition", "complete");
            await ValueAsync(writer, "string", "org:role", entry.Actor.Role.ToString());
            await writer.WriteEndElementAsync();
        }

        await writer.WriteEndElementAsync();
    }

    private static Task MinutesAsync(XmlWriter writer, string key, TimeSpan? time) => time is { } span
        ? ValueAsync(writer, "float", key, span.TotalMinutes.ToString("0.0", CultureInfo.InvariantCulture)) : Task.CompletedTask;

    private static Task ValueAsync(XmlWriter writer, string type, string key, string value) =>
        ElementAsync(writer, type, ("key", key), ("value", value));

    private static async Task ElementAsync(XmlWriter writer, string name, params (string Name, string Value)[] attributes)
    {
        await writer.WriteStartElementAsync(null, name, Space);
        foreach (var (attribute, value) in attributes)
            await writer.WriteAttributeStringAsync(null, attribute, null, value);
        await writer.WriteEndElementAsync();
    }
}
