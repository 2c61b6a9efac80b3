using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Telemetry;

/// <summary>Where traces and metrics go: the section <c>Telemetry</c> of the settings.</summary>
public sealed record TelemetrySettings
{
    private const string Section = "Telemetry";

    private static readonly SettingKind<string> HeaderList = new(
        "names and values", "one or more of name=value, with commas between", (string text, out string value) =>
            (value = text.Trim()).Split(',').All(IsHeader));

    private static readonly Setting<Uri?> Where = new($"{Section}:Endpoint", Kinds.Address, null)
    {
        Meaning = "The collector that takes traces and metrics by OTLP over HTTP, in protobuf: its address, to which "
            + "`v1/traces` and `v1/metrics` are added. They hold no personal data.",
        DefaultInWords = "nothing is sent",
    };

    private static readonly Setting<string> With = new($"{Section}:Headers", HeaderList, "")
    {
        Meaning = "Headers that the collector asks for, such as its key.",
        IsSecret = true,
    };

    private static readonly Setting<double> Share = new($"{Section}:TraceShare", Kinds.Number(0, 1), 1)
    {
        Meaning = "Which share of what happens is traced; metrics count all of it.",
    };

    private static readonly Setting<TimeSpan> Every = new(
        $"{Section}:IntervalSeconds", Kinds.WholeSeconds(1, 3600), TimeSpan.FromSeconds(30))
    {
        Meaning = "Time between two sendings of the metrics, and between two counts of the open cases for them.",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        Section, "Traces and metrics by OpenTelemetry. Nothing is collected while there is no endpoint.",
        [Where, With, Share, Every]);

    /// <summary>The collector; null sends nothing.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>As the exporter takes them; empty for none.</summary>
    public string Headers { get; init; } = "";

    /// <summary>From 0 to 1.</summary>
    public double TraceShare { get; init; } = Share.Standard;

    /// <summary>Between two sendings.</summary>
    public TimeSpan Interval { get; init; } = Every.Standard;

    /// <summary>Reads the section.</summary>
    public static TelemetrySettings Read(SettingsReader read) => new()
    {
        Endpoint = read.Of(Where),
        Headers = read.Of(With),
        TraceShare = read.Of(Share),
        Interval = read.Of(Every),
    };

    private static bool IsHeader(string text) =>
        text.Split('=', 2) is [{ Length: > 0 } name, { Length: > 0 }]
        && text.All(one => one is >= ' ' and <= '~') && name.Trim().All(one => char.IsAsciiLetterOrDigit(one) || one is '-');
}
