using ActivationWizard.App.Words;

namespace ActivationWizard.App.Controls;

/// <summary>How something stands.</summary>
public enum MarkKind
{
    Ok,
    Difference,
    Unknown,
    Busy,
    Waiting,
    Problem,
    Done,
}

/// <summary>The looks of a <see cref="MarkKind"/>: a sign and a word, so that nothing depends on colour alone.</summary>
public sealed record MarkLook(string Sign, string Word, string CssClass)
{
    public static MarkLook For(MarkKind kind) => kind switch
    {
        MarkKind.Ok => new("✓", ShellText.MarkOk, "aw-mark-ok"),
        MarkKind.Difference => new("✗", ShellText.MarkDifference, "aw-mark-difference"),
        MarkKind.Unknown => new("?", ShellText.MarkUnknown, "aw-mark-unknown"),
        MarkKind.Busy => new("↻", ShellText.MarkBusy, "aw-mark-busy"),
        MarkKind.Waiting => new("…", ShellText.MarkWaiting, "aw-mark-waiting"),
        MarkKind.Problem => new("!", ShellText.MarkProblem, "aw-mark-problem"),
        MarkKind.Done => new("✓", ShellText.MarkDone, "aw-mark-done"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
