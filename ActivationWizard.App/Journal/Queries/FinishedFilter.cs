using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>In which order finished cases come.</summary>
public enum FinishedSort
{
    /// <summary>The last finished first.</summary>
    Newest,

    /// <summary>The first finished first.</summary>
    Oldest,

    /// <summary>By the tenant's name.</summary>
    Name,

    /// <summary>Those that took longest first.</summary>
    Longest,

    /// <summary>The highest number first.</summary>
    Number,
}

/// <summary>Which finished cases; null is any.</summary>
/// <param name="Search">Words that each begin a word of name, address or number, whatever their letter case or accents.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="From">Ended at this moment or later.</param>
/// <param name="Before">Ended before this moment.</param>
public sealed record FinishedFilter(
    string? Search = null, ActivationState? Ending = null, DateTimeOffset? From = null, DateTimeOffset? Before = null)
{
    /// <summary>What people call it by.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>Why no code was given.</summary>
    public RefusalGround? Ground { get; init; }

    /// <summary>Id of the employee who handled it.</summary>
    public string? Handler { get; init; }

    /// <summary>All of these signs; with <see cref="CaseSigns.None"/> any.</summary>
    public CaseSigns Signs { get; init; }

    /// <summary>Anything out of the ordinary at all, a comment that is open included.</summary>
    public bool IsSpecial { get; init; }

    /// <summary>Something was said about it.</summary>
    public bool HasComment { get; init; }

    /// <summary>Whoever asked waited at least this long for the decision.</summary>
    public TimeSpan? AtLeast { get; init; }

    /// <summary>The order.</summary>
    public FinishedSort Sort { get; init; }
}

/// <summary>Where the next page of finished cases begins: after this case.</summary>
public sealed record FinishedCursor(CaseNumber Number);

/// <summary>How many comments a case has, and how many of those are open.</summary>
public sealed record CommentCount(int All, int Open);

/// <summary>One page in the order that was asked; no <paramref name="Next"/> on the last page.</summary>
/// <param name="Cases">The cases.</param>
/// <param name="Next">Where the next page begins.</param>
/// <param name="Comments">The comments of those that have any.</param>
public sealed record FinishedPage(
    IReadOnlyList<CaseSummary> Cases, FinishedCursor? Next, IReadOnlyDictionary<CaseNumber, CommentCount> Comments);
