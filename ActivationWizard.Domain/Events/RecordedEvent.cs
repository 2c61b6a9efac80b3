using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Events;

/// <summary>
/// An event with its envelope. <paramref name="Sequence"/> counts from 1 without gaps; <paramref name="At"/> is UTC.
/// </summary>
public sealed record RecordedEvent(CaseNumber Number, int Sequence, CaseEvent Event, Actor Actor, DateTimeOffset At);
