using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// One line per case for the lists, and the head of its chain: what the last event was, sealed, so that a shortened chain is
/// seen.
/// </summary>
public sealed class SummaryRow
{
    /// <summary>The case, see <see cref="CaseKey"/>.</summary>
    public long Case { get; init; }

    /// <summary>Sequence of the last event; with <see cref="HeadHash"/> what an append is conditional on.</summary>
    public int Version { get; set; }

    /// <summary>Hash of the last event.</summary>
    public byte[] HeadHash { get; set; } = [];

    /// <summary>HMAC over case, version and head hash.</summary>
    public byte[] HeadSeal { get; set; } = [];

    /// <summary>The key of the case in the key store.</summary>
    public Guid KeyId { get; set; }

    /// <summary>The rules version of the last verdict.</summary>
    public string? RulesVersion { get; set; }

    public string State { get; set; } = "";

    public string Name { get; set; } = "";

    public string Address { get; set; } = "";

    /// <summary>Empty; an earlier version wrote here what it found the case by, and nobody reads it.</summary>
    public string Search { get; set; } = "";

    /// <summary>The beginning of the name as it is sorted by.</summary>
    public string SortName { get; set; } = "";

    public string Requester { get; set; } = "";

    public string CodeKind { get; set; } = "";

    public string Channel { get; set; } = "";

    public long ReceivedAt { get; set; }

    public long OpenedAt { get; set; }

    public long ChangedAt { get; set; }

    /// <summary>
    /// A pseudonym of the tenant, see <see cref="CasePseudonyms"/>; in clear where an earlier version wrote it.
    /// </summary>
    public string? PartyId { get; set; }

    /// <summary>The same of everybody at the address; empty where an earlier version kept none.</summary>
    public string? Household { get; set; }

    public string? Scenario { get; set; }

    public string? Route { get; set; }

    public string? Row { get; set; }

    public string? Ground { get; set; }

    public string? Hold { get; set; }

    public string? HandlerId { get; set; }

    public string? HandlerName { get; set; }

    public string? HandlerRole { get; set; }

    public long? CompletedAt { get; set; }

    public long? CodeSentAt { get; set; }

    public bool HasManualStep { get; set; }

    public bool HasDeviation { get; set; }

    public bool IsStuck { get; set; }

    /// <summary>From opening to end, in ticks; null while open. Lists no longer go by it.</summary>
    public long? Took { get; set; }

    /// <summary>From the request to the decision, in ticks; null before it, and where an earlier version wrote the row.</summary>
    public long? Waited { get; set; }

    /// <summary>How long an employee had it in hand, in ticks; null where an earlier version wrote the row.</summary>
    public long? Handled { get; set; }

    /// <summary>When it came into its state; null where an earlier version wrote the row.</summary>
    public long? StateSince { get; set; }

    /// <summary>When it comes back to whoever put it aside; null when it is not put aside.</summary>
    public long? AsideUntil { get; set; }

    /// <summary>What was out of the ordinary: <see cref="CaseSigns"/>.</summary>
    public int Signs { get; set; }

    /// <summary>How many faults, retries and steps by hand per system, see <see cref="MarksColumns"/>; null for none.</summary>
    public string? Marks { get; set; }

    /// <summary>When the case was erased; its personal data is gone from this row since.</summary>
    public long? ErasedAt { get; set; }
}
