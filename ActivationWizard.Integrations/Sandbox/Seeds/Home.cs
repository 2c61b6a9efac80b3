namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>Somebody, where they live, and what the systems know. As it stands: an ordinary tenant without e-mail.</summary>
internal sealed record Home(string Naam, string Geboren, string Straat, string Huisnummer, string Postcode)
{
    public string Plaats { get; init; } = "Eindhoven";
    public string? Huisletter { get; init; }
    public string? Toevoeging { get; init; }

    /// <summary>A company rents: <see cref="Naam"/> is its name.</summary>
    public bool Company { get; init; }

    public string? Private { get; init; }
    public string? Business { get; init; }

    /// <summary>As Viewpoint has it written; null when none is registered.</summary>
    public string? Telephone { get; init; }


    /// <summary>The tenancy's role; null when there is no agreement.</summary>
    public string? Role { get; init; } = "HUU";

    public string Status { get; init; } = "LOP";

    /// <summary>When the tenancy begins, in days from today.</summary>
    public int BeginsInDays { get; init; } = -1500;

    public int? EndsInDays { get; init; }
    public string UnitSoort { get; init; } = "WOO";

    /// <summary>The unit's message lacks its town.</summary>
    public bool NoTown { get; init; }

    /// <summary>The address is not one of ours.</summary>
    public bool NoUnit { get; init; }

    public bool NoDossier { get; init; }

    /// <summary>How many customers Umbrella has for this party.</summary>
    public int Customers { get; init; } = 1;

    /// <summary>The account's status; null is no account.</summary>
    public string? Account { get; init; } = "GER";

    public string? PortalEmail { get; init; }

    /// <summary>How long the code that is there stays valid, in days; null is no code.</summary>
    public int? CodeDays { get; init; }

    public SeedAddress Address => new(Straat, Huisnummer, Postcode, Plaats) { Huisletter = Huisletter, Toevoeging = Toevoeging };
}
