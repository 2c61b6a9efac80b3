namespace ActivationWizard.Domain.Effects.Recovery;

/// <summary>What a system says about an effect, when it is asked afterwards.</summary>
public enum EvidenceKind
{
    /// <summary>It is there: it happened.</summary>
    Present,

    /// <summary>It is not there.</summary>
    Absent,

    /// <summary>The system answers, and that does not say whether it happened; or it cannot be asked at all.</summary>
    CannotTell,

    /// <summary>The system does not answer.</summary>
    Silent,
}

/// <summary>What there was to see; nothing personal.</summary>
public enum EvidenceDetail
{
    NoAccount,
    AccountRegistered,
    AccountActive,
    AccountBlocked,
    OtherAccount,
    CodeReady,
    NoCode,
    SessionBusy,
    SessionDone,
    SessionFailed,
    FoundTwice,

    /// <summary>Under our reference stands something for another party or recipient, or of another kind.</summary>
    OfAnother,

    /// <summary>Something stands under our reference, and the answer does not say for whom.</summary>
    CannotCompare,

    /// <summary>Nothing is there, and nothing of ours was ever found there: that says nothing.</summary>
    NeverSeen,

    /// <summary>Viewpoint has something of the case that its journal does not know.</summary>
    Traces,

    /// <summary>Viewpoint has nothing of the case that its journal does not know.</summary>
    NoTraces,
    OnPaper,
    OtherAddress,
    PartyGone,
    CannotBeAsked,
}

/// <summary>The look as it was, and when.</summary>
public sealed record Evidence(EvidenceKind Kind, EvidenceDetail? Detail, DateTimeOffset At);
