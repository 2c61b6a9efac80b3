using ActivationWizard.App.Journal;
using ActivationWizard.App.Words;
using ActivationWizard.Integrations.Contracts;

namespace ActivationWizard.App.SystemChecks;

/// <summary>The words of a check, in the reader's language.</summary>
public static class CheckWords
{
    /// <summary>What was tried.</summary>
    public static string Of(CheckSubject subject) => ChecksText.ResourceManager.Word($"Subject{subject}");

    /// <summary>What is expected of it, as a sentence.</summary>
    public static string Expected(CheckLine line) => Expected($"{line.Subject}", line.Name);

    /// <inheritdoc cref="Expected(CheckLine)"/>
    public static string Expected(string subject, string name) => ChecksText.ResourceManager.Word($"{subject}{name}");

    /// <summary>How it stands.</summary>
    public static string Of(CheckResult result) => ChecksText.ResourceManager.Word($"Result{result}");

    /// <summary>What is wrong with a database, as a sentence; a server's own words are not in it.</summary>
    public static string Of(DatabaseFault fault) =>
        ChecksText.ResourceManager.Word($"Fault{fault.Kind}").With(fault.Setting, fault.Detail);

    /// <summary>What came instead, or why it cannot be told; empty for what works.</summary>
    public static string Came(CheckLine line) => line.Faults.Count > 0
        ? string.Join(' ', line.Faults.Select(Of))
        : Came(line.Observation);

    /// <inheritdoc cref="Came(CheckLine)"/>
    public static string Came(Observation observation) => observation.Reason is { } reason
        ? $"{ChecksText.ResourceManager.Word($"Untold{reason}")} {observation.Came}".TrimEnd()
        : observation.Came;
}
