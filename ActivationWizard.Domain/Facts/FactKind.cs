namespace ActivationWizard.Domain.Facts;

/// <summary>What the decision table asks about, in the order of the sources: the person first, money near the end.</summary>
public enum FactKind
{
    /// <summary>Who asks, from the request.</summary>
    Requester,

    /// <summary>First or new code, from the request.</summary>
    CodeKind,

    /// <summary>Which party the request is about, from Viewpoint.</summary>
    Person,

    /// <summary>What that party rents, from Viewpoint.</summary>
    Tenancy,

    /// <summary>Bewind, curatele or none, from Viewpoint.</summary>
    Protection,

    /// <summary>Whether the court administrator is who he says, from Viewpoint and the employee.</summary>
    Administrator,

    /// <summary>Privé and zakelijk mail address under bewind, from Viewpoint.</summary>
    Contacts,

    /// <summary>Whether an arrangement stands in the way of an administrator, from settings or a team lead.</summary>
    ArrangementPolicy,

    /// <summary>Payment arrangement, from Viewpoint.</summary>
    Arrangement,

    /// <summary>The portal account, from Umbrella.</summary>
    Account,

    /// <summary>How the request's e-mail address compares, from Viewpoint and Umbrella.</summary>
    Email,

    /// <summary>Whether a letter can be delivered, from Viewpoint.</summary>
    Address,

    /// <summary>Post on paper or by e-mail, from Postex (guard G1).</summary>
    Preference,

    /// <summary>When a code was last sent to this tenant, from our own journal (guard G2).</summary>
    RecentCode,
}
