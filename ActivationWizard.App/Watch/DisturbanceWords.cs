using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.App.Watch;

/// <summary>A disturbance in words.</summary>
public static class DisturbanceWords
{
    /// <summary>What it is about, without its times.</summary>
    public static string Of(Disturbance one) =>
        WatchText.ResourceManager.Word($"Kind{one.Kind}").With(Subject(one));

    private static string Subject(Disturbance one) =>
        one.Kind is DisturbanceKind.Unanswered && Enum.TryParse<ForeignSystem>(one.Subject, out var system)
            ? StepWords.Of(system) : one.Subject;

    /// <summary>One sentence that says what it is, since when, and whether it is over.</summary>
    public static string Sentence(Disturbance one) => one.OverAt is { } over
        ? WatchText.SentenceOver.With(Of(one), Moments.InFull(one.Since), Moments.InFull(over))
        : WatchText.Sentence.With(Of(one), Moments.InFull(one.Since));
}
