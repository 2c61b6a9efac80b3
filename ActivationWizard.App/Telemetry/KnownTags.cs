using System.Diagnostics;
using OpenTelemetry;

namespace ActivationWizard.App.Telemetry;

/// <summary>
/// Lets nothing out but tags that are known to hold nothing of people. The framework tags a request with its address, the browser
/// and where it came from; a request that has no page or API of ours is not sent at all.
/// </summary>
internal sealed class KnownTags : BaseProcessor<Activity>
{
    private const string OfTheFramework = "Microsoft.AspNetCore";

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        Tracing.Case, Tracing.Answer, Tracing.Events, Tracing.Outcome,
        "activationwizard.system", "activationwizard.operation", "activationwizard.correlation", "activationwizard.attempts",
        TracedRequests.Method, TracedRequests.Route, TracedRequests.Status, "error.type",
    };

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name is OfTheFramework && data.GetTagItem(TracedRequests.Route) is null)
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        foreach (var (key, _) in data.TagObjects.ToList())
        {
            if (!Known.Contains(key))
                data.SetTag(key, null);
        }

        // Of an exception its kind is known; its message may quote what it could not handle.
        if (data.StatusDescription is { Length: > 0 })
            data.SetStatus(data.Status);
    }
}
