using System.Diagnostics;

namespace ActivationWizard.App.Shell;

/// <summary>Ties what a person saw to a line in the log, by a number that says nothing else.</summary>
public static partial class FailureLog
{
    public static string NewReference() => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToHexString();

    [LoggerMessage(1, LogLevel.Error, "A page failed; reference {Reference}.")]
    public static partial void PageFailed(ILogger logger, string reference, Exception? exception);
}
