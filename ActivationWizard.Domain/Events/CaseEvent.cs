namespace ActivationWizard.Domain.Events;

/// <summary>Something that happened in a case. Who, when and in what order are the journal envelope's.</summary>
public abstract record CaseEvent;
