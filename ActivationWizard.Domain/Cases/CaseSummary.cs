using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Cases;

/// <summary>
/// One line about a case, for lists: written in the same transaction as the events it follows from. Name and address stand in it
/// in clear, for lists that show and sort them; erasing a case overwrites them. One that was read from the journal has pseudonyms
/// for the party and the household.
/// </summary>
public sealed record CaseSummary(
    CaseNumber Number,
    int Version,
    ActivationState State,
    string Name,
    string Address,
    Requester Requester,
    CodeKind CodeKind,
    Channel Channel,
    DateTimeOffset ReceivedAt,
    DateTimeOffset OpenedAt,
    DateTimeOffset ChangedAt)
{
    /// <summary>The tenant, once found: Viewpoint's id, or what stands in for it. Guard G2 goes by it.</summary>
    public string? PartyId { get; init; }

    /// <summary>Everybody at the address of the request. Guard G2 goes by it where one of two cases knows no id.</summary>
    public string? Household { get; init; }

    /// <summary>What people call it by, once proposed.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>The way it goes or went, once proposed.</summary>
    public Route? Route { get; init; }

    /// <summary>The row of the last verdict.</summary>
    public Row? Row { get; init; }

    /// <summary>The ground, for a refusal.</summary>
    public RefusalGround? Ground { get; init; }

    /// <summary>Why it is on hold, or was when it was tried out; null when it is not.</summary>
    public HoldReason? Hold { get; init; }

    /// <summary>Who has it; null while nobody took it.</summary>
    public Actor? Handler { get; init; }

    /// <summary>When it was over; null while open.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>From the request to the decision; null before.</summary>
    public TimeSpan? Waited { get; init; }

    /// <summary>How long an employee had it in hand; null where an earlier version did not count it.</summary>
    public TimeSpan? Handled { get; init; }

    /// <summary>When a code left for the tenant or the administrator, also the old way; null when none did.</summary>
    public DateTimeOffset? CodeSentAt { get; init; }

    /// <summary>A step was done by hand.</summary>
    public bool HasManualStep { get; init; }

    /// <summary>A person chose, or did the old way, otherwise than was proposed.</summary>
    public bool HasDeviation { get; init; }

    /// <summary>Somebody gave it back to the list undone, once at least.</summary>
    public bool WasSkipped { get; init; }

    /// <summary>It ended with a reply that came back: nobody was told by mail.</summary>
    public bool WasReturned { get; init; }

    /// <summary>It cannot go on by itself: an effect was not done, or its outcome is not known.</summary>
    public bool IsStuck { get; init; }

    /// <summary>When it came into its state; where an earlier version wrote the row, when it last changed.</summary>
    public DateTimeOffset StateSince { get; init; } = ChangedAt;

    /// <summary>When it comes back by itself to whoever put it aside; null when it is not put aside.</summary>
    public DateTimeOffset? AsideUntil { get; init; }

    /// <summary>A team lead was asked something about it, and has not answered.</summary>
    public bool AsksTeamLead { get; init; }

    /// <summary>It waits for a day or for a team lead.</summary>
    public bool IsParked => AsideUntil is not null || AsksTeamLead;

    /// <summary>What was out of the ordinary, per system.</summary>
    public CaseMarks Marks { get; init; } = CaseMarks.None;

    /// <summary>The summary of the case as it is.</summary>
    public static CaseSummary Of(ActivationCase activation)
    {
        var proposal = Proposal.Of(activation);
        return new CaseSummary(
            activation.Number,
            activation.Version,
            activation.State,
            activation.Request.Name,
            activation.Facts.Tenancy.Value?.Home?.ToString() ?? activation.Request.Address.ToString(),
            activation.Request.Requester,
            activation.CodeKind,
            activation.Request.Channel,
            activation.Request.ReceivedAt,
            activation.OpenedAt,
            activation.ChangedAt)
        {
            PartyId = activation.PartyId,
            Household = TenantKeys.At(activation.Request.Address),
            Scenario = proposal?.Route.Scenario,
            Route = proposal?.Route,
            Row = activation.Verdict?.Row,
            Ground = proposal?.Refusal?.Ground,
            Hold = activation.State is ActivationState.OnHold or ActivationState.ChoosingTenant or ActivationState.TriedOut
                ? activation.Hold : null,
            Handler = activation.Handler,
            CompletedAt = activation.CompletedAt,
            Waited = activation.Times.WaitedSince(activation.Request.ReceivedAt),
            Handled = activation.Times.Handled,
            StateSince = activation.StateSince,
            CodeSentAt = activation.CodeSentAt,
            HasManualStep = activation.Effects.Any(one => one.Status is EffectStatus.DoneByHand),
            HasDeviation = activation.RefusalReason is not null || activation.IsPracticeDifferent,
            WasSkipped = activation.Skipped is not null,
            WasReturned = activation.Settled is not null,
            IsStuck = activation.Trouble is not null and not EffectNotDone { Again: not null },
            AsideUntil = activation.State.IsFinal ? null : activation.Aside?.ComesBackAt,
            AsksTeamLead = !activation.State.IsFinal && activation.LeadQuestion is { IsOpen: true },
            Marks = activation.Marks,
        };
    }
}
