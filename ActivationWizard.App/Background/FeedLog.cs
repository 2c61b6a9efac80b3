namespace ActivationWizard.App.Background;

/// <summary>What the feed of changes writes in the log: once when the database goes, once when it is back.</summary>
internal static partial class FeedLog
{
    [LoggerMessage(1, LogLevel.Warning,
        "The look for changes failed: {Kind}. Pages stay as they are; it looks again every second.")]
    public static partial void Away(ILogger logger, string kind);

    [LoggerMessage(2, LogLevel.Information, "The look for changes succeeds again.")]
    public static partial void Back(ILogger logger);

    // Not its message: that may quote what it could not handle.
    [LoggerMessage(3, LogLevel.Warning, "A page could not show a change: {Kind}. It is told of the next one.\n{Trace}")]
    public static partial void PageFailed(ILogger logger, string kind, string? trace);
}
