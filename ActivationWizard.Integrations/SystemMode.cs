namespace ActivationWizard.Integrations;

/// <summary>How an installation works with one system.</summary>
public enum SystemMode
{
    /// <summary>The real thing, over its interface.</summary>
    Http,

    /// <summary>The simulator that ships with the product, over real HTTP on loopback.</summary>
    Sandbox,

    /// <summary>There is no interface: the employee works in the system's own screens and says what came of it.</summary>
    Manual,
}
