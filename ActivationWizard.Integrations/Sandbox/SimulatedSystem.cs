namespace ActivationWizard.Integrations.Sandbox;

/// <summary>One foreign system: its calls, who it lets in, and how it says no.</summary>
internal abstract class SimulatedSystem
{
    /// <summary>The first segment of its base address, and its name in ledger, calls and faults.</summary>
    public abstract string Name { get; }

    public abstract IReadOnlyList<SandboxRoute> Routes { get; }

    /// <summary>The refusal of a caller who may not come in, or null.</summary>
    public abstract SandboxReply? Refuse(SandboxRequest request);

    /// <summary>This system's own error shape.</summary>
    public abstract SandboxReply Error(int status, string code, string message);

    /// <summary>How long an answer is kept for a repeat with the same key; null when keys are not honoured.</summary>
    public virtual TimeSpan? KeepsResponse(SandboxRequest request) => null;

    public SandboxReply Answer(SandboxRequest request)
    {
        var methodKnown = false;
        foreach (var route in Routes)
        {
            if (route.Match(request.Path) is not { } values) continue;
            methodKnown = true;
            if (route.Method != request.Method) continue;
            if (request.Text.Length > 0 && request.Body is null && request.Method != "GET" && !route.TakesText)
                return Error(400, "ongeldig-verzoek", "The body is not JSON.");
            return route.Answer(request with { Values = values });
        }

        // A path that is no call of the contract must not read as "there is no such account".
        return methodKnown ? Error(405, "methode", "This path has no such method.") : SandboxReply.Html(404, "Niet gevonden");
    }
}
