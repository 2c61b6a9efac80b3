using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Background;

/// <summary>
/// One line for each trouble of a case that comes into the journal: the system, the case, what was tried, which attempt it was
/// and what comes next. A system that is worked by hand is no trouble.
/// </summary>
public sealed partial class TroubleLog(ILogger<TroubleLog> log)
{
    private const string APersonDecides = "a person decides";

    /// <summary>Writes them for what was appended to <paramref name="before"/>.</summary>
    public void Tell(ActivationCase before, ActivationCase after, IReadOnlyList<CaseEvent> events)
    {
        foreach (var one in events)
        {
            switch (one)
            {
                case EffectNotDone missed:
                    Tell(after, missed.Effect, $"not done ({missed.Why})", AtOr(missed.Again));
                    break;
                case AnswerLost lost:
                    Tell(after, lost.Effect, $"no answer ({lost.Why}), it may have been done", AtOr(lost.Again));
                    break;
                case EffectRefused refused:
                    Tell(after, refused.Effect, "refused", APersonDecides);
                    break;
                case OutcomeUnknown { Why: not FailureReason.WorkedByHand } unknown:
                    Tell(after, unknown.Effect, $"not known ({unknown.Why})", APersonDecides);
                    break;
                case ReplyNotComposed { Why: { } why }:
                    Line(ForeignSystem.Mailbox, after.Number, "its template", 1, $"no answer ({why})", APersonDecides);
                    break;
                case FactsGathered or FactsRechecked or FactsChanged:
                    TellOfFacts(before, after);
                    break;
            }
        }
    }

    private static string AtOr(DateTimeOffset? again) =>
        again is { } at ? $"next try {at:yyyy-MM-dd'T'HH:mm:sszzz}" : APersonDecides;

    private void Tell(ActivationCase after, EffectKind effect, string what, string next) =>
        Line(effect.System, after.Number, $"{effect}", Math.Max(1, after.Failures), what, next);

    // What was unknown before, for the same reason, was told then.
    private void TellOfFacts(ActivationCase before, ActivationCase after)
    {
        var silent = from kind in Enum.GetValues<FactKind>()
                     let origin = after.Facts.OriginOf(kind)
                     where origin is { Status: FactStatus.Unknown, Why: not null and not FailureReason.WorkedByHand }
                     where before.Facts.OriginOf(kind) != origin
                     group kind by (origin.Source, origin.Why) into one
                     select one;
        foreach (var one in silent)
            FactsLine(one.Key.Source, after.Number, string.Join(", ", one), $"{one.Key.Why}");
    }

    private void Line(ForeignSystem system, CaseNumber number, string effect, int attempt, string what, string next) =>
        Troubled(log, system, number, effect, attempt, what, next);

    private void FactsLine(Source source, CaseNumber number, string facts, string why) =>
        FactsMissing(log, source, number, facts, why);

    [LoggerMessage(1, LogLevel.Warning, "{System}: case {Number}, {Effect}, attempt {Attempt}: {What}; {Next}.")]
    private static partial void Troubled(
        ILogger logger, ForeignSystem system, CaseNumber number, string effect, int attempt, string what, string next);

    [LoggerMessage(2, LogLevel.Warning,
        "{Source}: case {Number}, facts {Facts}: no answer ({Why}); an employee fills them in, or has them asked again.")]
    private static partial void FactsMissing(ILogger logger, Source source, CaseNumber number, string facts, string why);
}
