namespace ActivationWizard.Integrations.Sandbox.Control;

/// <summary>A change that cannot be made; the message is the answer.</summary>
internal sealed class SandboxChangeException(string message) : Exception(message);
