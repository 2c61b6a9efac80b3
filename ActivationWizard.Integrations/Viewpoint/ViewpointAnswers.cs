using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Contracts;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>What Viewpoint answers about one party to every reading that the wizard does. Null is a question not put.</summary>
internal sealed record ViewpointAnswers(SystemProbe Probe, CheckedParty Party, ProbeAnswer ById)
{
    public ProbeAnswer? NoParty { get; init; }

    public ProbeAnswer? ByName { get; init; }

    public string? Surname { get; init; }

    public ProbeAnswer? ByCode { get; init; }

    public ProbeAnswer? ByContact { get; init; }

    public string? Contact { get; init; }

    public ProbeAnswer? UnitsInStreet { get; init; }

    public string? Street { get; init; }

    public ProbeAnswer? Administrators { get; init; }

    public ProbeAnswer? Flags { get; init; }

    public ProbeAnswer? Agreements { get; init; }

    public ProbeAnswer? UnitAgreements { get; init; }

    public ProbeAnswer? Ended { get; init; }

    public string? UnitId { get; init; }

    public ProbeAnswer? Unit { get; init; }

    public ProbeAnswer? UnitsAtAddress { get; init; }

    public string? AgreementId { get; init; }

    public ProbeAnswer? Arrangements { get; init; }

    public ProbeAnswer? Dossiers { get; init; }

    public ProbeAnswer? Letters { get; init; }

    public ProbeAnswer? LettersByCode { get; init; }

    public string LetterCode { get; init; } = "";

    public ProbeAnswer? Contacts { get; init; }

    public ProbeAnswer? ContactsByCode { get; init; }

    public string ContactCode { get; init; } = "";

    public ProbeAnswer? FirstPage { get; init; }

    public ProbeAnswer? SecondPage { get; init; }

    /// <summary>Every reference to reference data that came, with the list that its code has to be in.</summary>
    public IEnumerable<(JsonNode? Reference, VeraList List)> References =>
    [
        .. Of([ById.Body], (VeraList.PartyKind, ["soort"])),
        .. Of(ById.Body.Each("contactgegevens"), (VeraList.ContactKind, ["soort"]), (VeraList.ContactDetail, ["detailSoort"]),
            (VeraList.ContactStatus, ["status"])),
        .. Of(ById.Body.Each("adressen"), (VeraList.PartyAddressKind, ["soort"])),
        .. Of([.. AllAgreements], (VeraList.AgreementKind, ["soort"]), (VeraList.AgreementStatus, ["status"])),
        .. Of(AllAgreements.SelectMany(one => one.Each("relaties")).SelectMany(one => one.Each("rollen")),
            (VeraList.RoleKind, ["soort"])),
        .. Of(UnitsAtAddress?.Items ?? [], (VeraList.UnitKind, ["soort"])),
        .. Of(Flags?.Items ?? [], (VeraList.FlagKind, ["soort"]), (VeraList.FlagDetail, ["detailSoort"]),
            (VeraList.FlagStatus, ["status"])),
        .. Of(Arrangements?.Items ?? [], (VeraList.ArrangementStatus, ["status"])),
    ];

    /// <summary>Every day that came.</summary>
    public IEnumerable<JsonNode> Days =>
    [
        .. new[] { ById.Body.At("geboortedatum"), ById.Body.At("overlijdensdatum") }.OfType<JsonNode>(),
        .. AllAgreements.SelectMany(one => new[] { one.At("begindatum"), one.At("einddatum") }).OfType<JsonNode>(),
    ];

    /// <summary>The id of every message that came.</summary>
    public IEnumerable<JsonNode?> Ids =>
    [
        ById.Body.At("id"),
        .. AllAgreements.Concat(UnitsAtAddress?.Items ?? []).Concat(Dossiers?.Items ?? []).Select(one => one.At("id")),
    ];

    /// <summary>The agreements of the party and of its home.</summary>
    public IEnumerable<JsonObject> AllAgreements => [.. Agreements?.Items ?? [], .. UnitAgreements?.Items ?? []];

    // What is absent is judged where it is needed.
    private static IEnumerable<(JsonNode?, VeraList)> Of(
        IEnumerable<JsonNode?> messages, params (VeraList List, string[] Path)[] fields) =>
        from message in messages
        from field in fields
        let value = message.At(field.Path)
        where value is not null
        select (value, field.List);
}
