namespace ActivationWizard.Domain.Values;

/// <summary>What a person may do.</summary>
public enum Role
{
    /// <summary>Medewerker: handles own cases, replays own finished cases.</summary>
    Employee,

    /// <summary>Teamleider: sees all cases, replays every finished case, settles what is not known.</summary>
    TeamLead,

    /// <summary>Beheerder: settings, templates, health; no tenant data.</summary>
    SystemManager,

    /// <summary>The wizard itself: carries out what a person decided.</summary>
    Machine,
}

/// <summary>Who did something. <paramref name="Id"/> is stable and is what the journal's envelope holds.</summary>
public sealed record Actor(string Id, string Name, Role Role)
{
    /// <summary>The wizard itself, for events that no person caused.</summary>
    public static Actor Wizard { get; } = new("wizard", "ActivationWizard", Role.Machine);
}
