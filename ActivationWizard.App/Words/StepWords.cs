using System.Globalization;
using System.Resources;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using Route = ActivationWizard.Domain.Rules.Route;

namespace ActivationWizard.App.Words;

/// <summary>The words of the domain's codes. A code without a word is a fault, which a test finds for every one.</summary>
public static class StepWords
{
    /// <summary>The word of a fact's value: its type and name are the key, <c>AccountStatusActive</c>.</summary>
    public static string Of(Enum value) => FactsText.ResourceManager.Word($"{value.GetType().Name}{value}");

    /// <summary>What a fact is called.</summary>
    public static string Of(FactKind fact) => FactsText.ResourceManager.Word($"Fact{fact}");

    /// <summary>Who said it.</summary>
    public static string Of(Source source) => FactsText.ResourceManager.Word($"Source{source}");

    /// <summary>Why a source gave nothing.</summary>
    public static string Of(FailureReason why) => FactsText.ResourceManager.Word($"FailureReason{why}");

    /// <summary>What is done.</summary>
    public static string Of(EffectKind effect) => EffectsText.ResourceManager.Word($"Effect{effect}");

    /// <summary>How far it is.</summary>
    public static string Of(EffectStatus status) => EffectsText.ResourceManager.Word($"Status{status}");

    /// <summary>The system's name.</summary>
    public static string Of(ForeignSystem system) => EffectsText.ResourceManager.Word($"System{system}");

    /// <summary>What a look at the system came to.</summary>
    public static string Of(EvidenceKind kind) => RecoveryText.ResourceManager.Word($"EvidenceKind{kind}");

    /// <summary>What there was to see.</summary>
    public static string Of(EvidenceDetail detail) => RecoveryText.ResourceManager.Word($"Detail{detail}");

    /// <summary>The ground of a refusal.</summary>
    public static string Of(RefusalGround ground) => VerdictsText.ResourceManager.Word($"Ground{ground}");

    /// <summary>What people call the case by.</summary>
    public static string Of(Scenario scenario) => VerdictsText.ResourceManager.Word($"Scenario{scenario}");

    /// <summary>What stands in the way of an answer, and what to do.</summary>
    public static string Of(Obstacle obstacle) => StepsText.ResourceManager.Word($"Obstacle{obstacle}");

    /// <summary>Why a person does a step: it is always so here, or the wizard got nowhere and somebody took it over.</summary>
    public static string WhyByHand(ManualStepNeeded step) => (step.Why switch
    {
        FailureReason.WorkedByHand => StepsText.ManualWhy,
        FailureReason.NotAllowed => StepsText.ManualWhyNotAllowed,
        FailureReason.TrialRun => StepsText.ManualWhyTrial,
        _ => StepsText.ManualWhyTaken,
    }).With(Of(step.Effect.System));

    /// <summary>Why an effect waits: a heading.</summary>
    public static string WaitHeading(EffectNotDone trouble) =>
        (trouble.Why switch
        {
            FailureReason.NotAllowed => RecoveryText.WaitHeadingNotAllowed,
            FailureReason.TrialRun => RecoveryText.WaitHeadingTrial,
            FailureReason.Nonsense => RecoveryText.WaitHeadingNonsense,
            _ => RecoveryText.WaitHeading,
        }).With(Of(trouble.Effect.System));

    /// <summary>What became of the search for the tenant.</summary>
    public static string Found(ActivationCase activation) => activation.Facts.Person switch
    {
        { Value: { Match: PersonMatch.Deceased, Party: { } party } } => StepsText.SearchDeceased.With(party.Name.OnEnvelope),
        { Value.Party: { } party } => StepsText.SearchFound.With(party.Name.OnEnvelope),
        { Value: { Match: PersonMatch.NotFound, Doubt: PersonDoubt.None } } => StepsText.SearchNotFound,
        { Value: { Match: PersonMatch.NotFound, Doubt: var doubt } } => Of(doubt),
        { Value.Match: PersonMatch.Several } => StepsText.SearchSeveral,
        { Status: FactStatus.Unknown, Source: Source.Employee } => StepsText.SearchDontKnow,
        { Status: FactStatus.Unknown, Why: FailureReason.WorkedByHand, Source: var source } =>
            StepsText.SearchByHand.With(Of(source)),
        { Status: FactStatus.Unknown, Source: var source } => StepsText.SearchUnknown.With(Of(source)),
        _ when activation.Verdict is { Row: Row.D01 } => StepsText.SearchNotNeeded,
        _ => activation.Handler is null ? StepsText.SearchWaiting : StepsText.SearchBusy,
    };

    /// <summary>The step's name.</summary>
    public static string Of(WizardStep step) => StepsText.ResourceManager.Word($"Step{step}");

    /// <summary>
    /// The lines of the instruction along which a person does it by hand; the section of the route has words of its own for some.
    /// </summary>
    public static IReadOnlyList<string> PathOf(EffectKind effect, Route? route = null)
    {
        var words = InstructionText.ResourceManager;
        return (words.GetString($"Path{effect}{route}", CultureInfo.CurrentUICulture) ?? words.Word($"Path{effect}")).Split('~');
    }

    /// <summary>The text with its places filled in, by the culture of the reader.</summary>
    public static string With(this string text, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.CurrentCulture, text, values);

    /// <summary>The word under this key in the reader's language; throws when there is none.</summary>
    public static string Word(this ResourceManager words, string key) =>
        words.GetString(key, CultureInfo.CurrentUICulture)
            ?? throw new MissingManifestResourceException($"No word for {key} in {words.BaseName}.");
}
