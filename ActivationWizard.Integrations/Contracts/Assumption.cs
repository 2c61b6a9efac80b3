using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Contracts;

/// <summary>
/// Something that the wizard counts on in another system, and that nobody has promised. Its sentence for people is under
/// <c>{System}{Name}</c> in the words of the page that shows it.
/// </summary>
/// <param name="System">Whose it is.</param>
/// <param name="Name">Unique in its system.</param>
/// <param name="IsTried">False when only a change in the system could tell; then it is never tried.</param>
public sealed record Assumption(ForeignSystem System, string Name, bool IsTried);

/// <summary>What a look at the real thing came to.</summary>
public enum CheckResult
{
    /// <summary>As expected.</summary>
    Works,

    /// <summary>It answered, and not as the contract has it.</summary>
    Differs,

    /// <summary>It cannot be told.</summary>
    Untold,
}

/// <summary>Why something cannot be told.</summary>
public enum UntoldReason
{
    /// <summary>Only a change would show it, and nothing is changed.</summary>
    NeedsChange,

    /// <summary>The system gave no answer that can be used.</summary>
    NoAnswer,

    /// <summary>Nobody was named to look at, or the system does not know whom it was.</summary>
    NoParty,

    /// <summary>The party that was named has nothing of the kind, or there is too little of it to see.</summary>
    NothingThere,

    /// <summary>There is no interface: the employee works in the system's own screens.</summary>
    ByHand,
}

/// <summary>What is odd about an answer, where there is nothing of it to show.</summary>
public enum OddAnswer
{
    /// <summary>What was looked for is not there.</summary>
    NotThere,

    /// <summary>Something was found where there is nothing.</summary>
    Found,

    /// <summary>The answer is no JSON.</summary>
    NoJson,

    /// <summary>It cannot be read on this machine.</summary>
    NotRead,
}

/// <summary>
/// Something that a look came to and that people read as a sentence in their language, under <c>{type}{value}</c> of its kind in
/// the words of the page that shows it.
/// </summary>
/// <param name="Kind">A <see cref="FailureReason"/>, an <see cref="OddAnswer"/>, or of a kind that one system has.</param>
/// <param name="Subject">What it is about, such as a file; null where the line says so.</param>
public sealed record CheckFault(Enum Kind, string? Subject = null);

/// <summary>What a look came to.</summary>
/// <param name="Came">
/// What was answered, as it came and with every value masked; empty where there is nothing to show. No word of ours is in it.
/// </param>
/// <param name="Reason">Why it cannot be told; null where it can.</param>
public sealed record Observation(CheckResult Result, string Came, UntoldReason? Reason = null)
{
    /// <summary>What is told of it in words beside what came.</summary>
    public IReadOnlyList<CheckFault> Faults { get; init; } = [];

    /// <summary>As expected.</summary>
    public static Observation Works { get; } = new(CheckResult.Works, "");

    /// <summary>Not as expected.</summary>
    public static Observation Differs(string came, params IReadOnlyList<CheckFault> faults) =>
        new(CheckResult.Differs, came) { Faults = faults };

    /// <summary>It cannot be told.</summary>
    public static Observation Untold(UntoldReason reason, params IReadOnlyList<CheckFault> faults) =>
        new(CheckResult.Untold, "", reason) { Faults = faults };
}

/// <summary>One line of a check.</summary>
public sealed record CheckedAssumption(Assumption Assumption, Observation Observation);

/// <summary>The party at which the systems are looked at.</summary>
/// <param name="Id">Viewpoint's id.</param>
/// <param name="Number">The relation number.</param>
/// <param name="Postcode">Where it lives; null when that is not known.</param>
/// <param name="HouseNumber">The number alone; null when that is not known.</param>
public sealed record CheckedParty(string Id, string Number, string? Postcode, string? HouseNumber);

/// <summary>The contract with one system as it is assumed, held against the real thing. Nothing is changed there.</summary>
public interface ISystemContract
{
    /// <summary>Whose.</summary>
    ForeignSystem System { get; }

    /// <summary>Every assumption, once.</summary>
    IReadOnlyList<Assumption> Assumptions { get; }

    /// <summary>
    /// An observation for each assumption. Throws for a caller who cancels, and for nothing that a system can do.
    /// </summary>
    /// <param name="party">At whom; null when nobody was named, or nobody is known by that name.</param>
    Task<IReadOnlyList<CheckedAssumption>> CheckAsync(CheckedParty? party, CancellationToken cancellation);
}

/// <summary>Knows the party that somebody names by its id in Viewpoint.</summary>
public interface IPartyLookup
{
    /// <summary>Null when there is none, or Viewpoint does not answer.</summary>
    Task<CheckedParty?> FindAsync(string id, CancellationToken cancellation);
}
