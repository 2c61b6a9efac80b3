namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>A test needs a browser and this machine cannot run one.</summary>
public sealed class BrowserUnavailableException(string reason) : Exception($"No browser can run here: {reason}");
