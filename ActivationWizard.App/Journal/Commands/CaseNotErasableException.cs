namespace ActivationWizard.App.Journal.Commands;

/// <summary>A case is not there, is open, or is being acted for: it is not erased now. The message is for a terminal.</summary>
public sealed class CaseNotErasableException(string message) : InvalidOperationException(message);
