using System.Globalization;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.App.Words;

/// <summary>The words of a fact that the employee looks up: where, along what path, and what can be answered.</summary>
public static class HandWords
{
    /// <summary>The question, about this request's person.</summary>
    public static string Question(FactKind fact, ActivationCase activation)
    {
        var name = activation.Facts.Person.Value?.Party?.Name.OnEnvelope ?? activation.Request.Name;
        return HandText.ResourceManager.Word($"Question{fact}{Elsewhere(fact, activation.Facts)}")
            .With(name, activation.Request.Address, activation.Request.Email);
    }

    /// <summary>What is easily overlooked.</summary>
    public static string Hint(FactKind fact) => HandText.ResourceManager.Word($"Hint{fact}");

    /// <summary>The answers that fit the question; where one system was read already, only what the other can say.</summary>
    public static IReadOnlyList<string> AnswersTo(FactKind fact, CaseFacts facts) => IsElsewhere(fact, facts)
        ? [nameof(EmailComparison.Match), nameof(EmailComparison.PortalDiffers)]
        : HandFacts.AnswersTo(fact);

    /// <summary>An answer that a person gives by hand.</summary>
    public static string Answer(FactKind fact, string answer, CaseFacts facts) =>
        HandText.ResourceManager.GetString($"Answer{fact}{answer}{Elsewhere(fact, facts)}", CultureInfo.CurrentUICulture)
            ?? HandText.ResourceManager.Word($"Answer{fact}{answer}");

    /// <summary>The lines of the instruction along which the fact is found.</summary>
    public static IReadOnlyList<string> Path(FactKind fact, CaseFacts facts)
    {
        return InstructionText.ResourceManager.Word($"PathFact{fact}{Elsewhere(fact, facts)}").Split('~');
    }

    /// <summary>Where the fact is looked up.</summary>
    public static ForeignSystem SystemOf(FactKind fact, CaseFacts facts) => HandFacts.LookedUpIn(fact, facts);

    /// <summary>What is wrong: a system that is silent, one that is worked by hand, or an employee who does not know.</summary>
    public static string Title(FactKind fact, CaseFacts facts)
    {
        var system = StepWords.Of(SystemOf(fact, facts));
        return facts.OriginOf(fact) switch
        {
            { Source: Source.Employee } => HandText.TitleDontKnow,
            { Why: Domain.Ports.FailureReason.WorkedByHand } => HandText.Title.With(system),
            _ => VerdictsText.HoldSourceUnavailable.With(system),
        };
    }

    /// <summary>What to do about it.</summary>
    public static string Help(FactKind fact, CaseFacts facts)
    {
        var system = StepWords.Of(SystemOf(fact, facts));
        return facts.OriginOf(fact) switch
        {
            { Source: Source.Employee } => HandText.HelpDontKnow.With(system),
            { Why: Domain.Ports.FailureReason.WorkedByHand } => HandText.Help,
            _ => VerdictsText.HoldSourceUnavailableHelp.With(system),
        };
    }

    // Viewpoint was read by the wizard: what is left to look up is what Umbrella has.
    private static bool IsElsewhere(FactKind fact, CaseFacts facts) =>
        fact is FactKind.Email && SystemOf(fact, facts) is ForeignSystem.Umbrella;

    private static string Elsewhere(FactKind fact, CaseFacts facts) =>
        IsElsewhere(fact, facts) ? nameof(ForeignSystem.Umbrella) : "";
}
