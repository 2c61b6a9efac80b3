namespace ActivationWizard.Integrations.Sandbox.Faults;

/// <summary>
/// The faults still to come. The first line that has a turn for a call gets it; every line that meets it counts it.
/// </summary>
internal sealed class FaultScript
{
    private readonly Lock _gate = new();
    private readonly List<FaultRule> _rules = [];

    public IReadOnlyList<FaultRule> Rules
    {
        get
        {
            lock (_gate) return [.. _rules];
        }
    }

    public void Add(FaultRule rule)
    {
        lock (_gate) _rules.Add(rule with { Met = 0 });
    }

    public void Clear()
    {
        lock (_gate) _rules.Clear();
    }

    public FaultRule? Next(SandboxRequest request)
    {
        lock (_gate)
        {
            FaultRule? chosen = null;
            foreach (var rule in _rules.Where(rule => rule.Meets(request)))
            {
                rule.Met++;
                var due = rule.Met > rule.After && (rule.Times == 0 || rule.Met <= rule.After + rule.Times);
                if (due && chosen is null) chosen = rule;
            }

            return chosen;
        }
    }
}
