using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Replay;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.Kit.Components;

/// <summary>Cases to replay, one event every ten seconds.</summary>
internal static class Replays
{
    public static readonly CaseNumber Number = CaseNumber.Of(2026, 412);

    /// <summary>A code by e-mail from beginning to end: 13 events.</summary>
    public static IReadOnlyList<RecordedEvent> ByEmail { get; } = Entries([.. Story.ToTheEnd(Number, DemoPeople.Sanne)]);

    /// <summary>
    /// As <see cref="ByEmail"/> up to the activation, whose outcome stays unknown: a person looks, and confirms it by hand. 11
    /// events.
    /// </summary>
    public static IReadOnlyList<RecordedEvent> WithTrouble { get; } = Entries(
    [
        .. Story.ToTheEnd(Number, DemoPeople.Sanne).Take(8),
        (Actor.Wizard, new OutcomeUnknown(EffectKind.ActivateAccount, FixedEpoch.Key(Number, 9), FailureReason.Unreachable)),
        (DemoPeople.Els, new AccountActivated(FixedEpoch.Key(Number, 9), Story.Email, null)),
    ]);

    /// <summary>As <see cref="ByEmail"/>, but the activation was asked for twice before there was an answer. 15 events.</summary>
    public static IReadOnlyList<RecordedEvent> WithASecondAttempt { get; } = Entries(
    [
        .. Story.ToTheEnd(Number, DemoPeople.Sanne).Take(8),
        (Actor.Wizard, new AnswerLost(
            EffectKind.ActivateAccount, FixedEpoch.Key(Number, 9), FailureReason.Unreachable, FixedTime.Start.AddMinutes(2),
            FixedTime.Start.AddMinutes(2))),
        (Actor.Wizard, new RequestRepeated(EffectKind.ActivateAccount, FixedEpoch.Key(Number, 9))),
        .. Story.ToTheEnd(Number, DemoPeople.Sanne).Skip(8),
    ]);

    /// <summary>The session over these events.</summary>
    public static ReplaySession Of(IReadOnlyList<RecordedEvent> entries, JournalBreak? broken = null) =>
        ReplaySession.Of(new RawCase(Number, entries, broken));

    /// <summary>One event as a moment of its own, whatever state the case was in.</summary>
    public static ReplayMoment Alone(CaseEvent happened, Actor actor)
    {
        var moment = Of(ByEmail).At(5);
        return moment with { Entry = new RecordedEvent(Number, 5, happened, actor, moment.Entry.At), Before = moment.Case };
    }

    /// <summary>These events after the first of a case.</summary>
    public static IReadOnlyList<RecordedEvent> Entries(params (Actor Actor, CaseEvent Fact)[] events) =>
    [
        .. events.Prepend((Actor.Wizard, new CaseOpened(Number, Story.Request())))
            .Select((one, at) => new RecordedEvent(Number, at + 1, one.Item2, one.Item1, FixedTime.Start.AddSeconds(at * 10))),
    ];
}
