namespace ActivationWizard.App.Journal.AccessLog;

/// <summary>What somebody looked at, searched or took along. The names are in the database.</summary>
public enum AccessKind
{
    /// <summary>The case was replayed, or followed.</summary>
    Replay,

    /// <summary>It was held against today's rules.</summary>
    TodaysRules,

    /// <summary>A source was asked what it says now.</summary>
    SourceNow,

    /// <summary>It was taken out of the wizard.</summary>
    Export,

    /// <summary>The page of the case was opened.</summary>
    Case,

    /// <summary>A reason was given for a number that no case has.</summary>
    NoCase,

    /// <summary>It stood in a list that was taken along.</summary>
    List,

    /// <summary>Cases were searched by words.</summary>
    Search,

    /// <summary>People in Viewpoint were searched.</summary>
    PeopleSearch,

    /// <summary>The access log itself was taken along.</summary>
    AccessLog,

    /// <summary>It is in what was put together for a tenant who asked what is known.</summary>
    AccessRequest,

    /// <summary>A comment on it was written: which one is in the detail.</summary>
    Comment,

    /// <summary>That comment was settled.</summary>
    Settled,

    /// <summary>A message of the mailbox was read: which one is in the detail.</summary>
    Message,

    /// <summary>It was reviewed.</summary>
    Review,
}

/// <summary>On what ground somebody was let in. The names are in the database.</summary>
public enum AccessGround
{
    /// <summary>The case is, or was, this person's own.</summary>
    OwnCase,

    /// <summary>The same, and it came from a colleague.</summary>
    TakenOver,

    /// <summary>The case is open and nobody has it: it waits for anybody.</summary>
    Waiting,

    /// <summary>A team lead reviews all cases.</summary>
    TeamLead,

    /// <summary>It is somebody else's, and a reason was given.</summary>
    Reason,

    /// <summary>To find the request, or the tenant, that somebody asks about.</summary>
    Work,

    /// <summary>A tenant asked what is known.</summary>
    AccessRequest,

    /// <summary>To keep watch over who sees what.</summary>
    Supervision,
}

/// <summary>Why somebody opens a case that is not theirs: the list to choose from. The names are in the database.</summary>
public enum AccessReason
{
    /// <summary>The tenant calls, writes or stands at the counter.</summary>
    TenantAsks,

    /// <summary>A colleague asked for help, or is away.</summary>
    ForColleague,

    /// <summary>Another request of the same tenant, or from the same address, is being handled.</summary>
    OtherRequest,

    /// <summary>There is a complaint, or something may have gone wrong.</summary>
    Complaint,

    /// <summary>Anything else, which has to be said.</summary>
    Other,
}

/// <summary>What a search goes by. The words themselves are not written down.</summary>
public enum SearchedBy
{
    /// <summary>The number of a case, or figures only.</summary>
    Number,

    /// <summary>A postcode or a house number, perhaps with more.</summary>
    Address,

    /// <summary>A name.</summary>
    Name,
}
