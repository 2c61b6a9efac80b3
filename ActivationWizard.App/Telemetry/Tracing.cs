using System.Diagnostics;

namespace ActivationWizard.App.Telemetry;

/// <summary>
/// What the app does, as spans of a trace. A tag is a number, a name of ours or a case number: nothing of people.
/// </summary>
public static class Tracing
{
    /// <summary>The source of the spans.</summary>
    public const string SourceName = "ActivationWizard.App";

    /// <summary>The number of the case.</summary>
    public const string Case = "activationwizard.case";

    /// <summary>The kind of answer that a person gave.</summary>
    public const string Answer = "activationwizard.answer";

    /// <summary>The names of the events that were written.</summary>
    public const string Events = "activationwizard.events";

    /// <summary>What came of it.</summary>
    public const string Outcome = "activationwizard.outcome";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>A step on the way of what goes on; null while nobody collects.</summary>
    public static Activity? Step(string name, string number) => Tagged(Source.StartActivity(name), number);

    /// <summary>
    /// What a person began at a page: a trace of its own, for the connection of a page is open for hours. Null while nobody
    /// collects. Only for an async method, whose flow it does not outlive.
    /// </summary>
    public static Activity? Act(string name, string number)
    {
        Activity.Current = null;
        return Tagged(Source.StartActivity(name, ActivityKind.Server), number);
    }

    /// <summary>
    /// What came in by itself: a trace of its own, of no case yet. Null while nobody collects. Only for an async method, whose
    /// flow it does not outlive.
    /// </summary>
    public static Activity? Begin(string name)
    {
        Activity.Current = null;
        return Source.StartActivity(name, ActivityKind.Consumer);
    }

    /// <summary>What goes on later because of <paramref name="cause"/>, in the same trace; null while nobody collects.</summary>
    public static Activity? Following(ActivityContext cause, string name, string number)
    {
        Activity.Current = null;
        return Tagged(Source.StartActivity(name, ActivityKind.Consumer, cause), number);
    }

    private static Activity? Tagged(Activity? activity, string number) => activity?.SetTag(Case, number);
}
