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

    /// <summary>What was odd about an answer, as a sentence.</summary>
    public static string Of(CheckFault fault)
    {
        var sentence = ChecksText.ResourceManager.Word($"{fault.Kind.GetType().Name}{fault.Kind}");
        return fault.Subject is { } subject ? $"{TemplateWords.Name(subject)}: {sentence}" : sentence;
    }

    /// <summary>Why it cannot be told, or what is wrong, in sentences; empty for what works and what is only shown.</summary>
    public static string Said(CheckLine line) =>
        string.Join(' ', [.. line.Faults.Select(Of), .. Sentences(line.Observation)]);

    /// <summary>The same, and what came instead; empty for what works.</summary>
    public static string Came(CheckLine line) => $"{Said(line)} {line.Observation.Came}".Trim();

    /// <inheritdoc cref="Came(CheckLine)"/>
    public static string Came(Observation observation) =>
        $"{string.Join(' ', Sentences(observation))} {observation.Came}".Trim();

    private static IEnumerable<string> Sentences(Observation observation) =>
    [
        .. observation.Reason is { } reason ? [ChecksText.ResourceManager.Word($"Untold{reason}")] : Array.Empty<string>(),
        .. observation.Faults.Select(Of),
    ];
}
