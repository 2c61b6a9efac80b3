using ActivationWizard.App.Journal;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Contracts;

namespace ActivationWizard.App.SystemChecks;

/// <summary>What is tried as one: something of the installation's own, or one system.</summary>
public enum CheckSubject
{
    /// <summary>The identity provider.</summary>
    SignIn,

    /// <summary>The databases.</summary>
    Database,

    /// <summary>The disk of the data folder.</summary>
    Disk,

    Umbrella,
    Viewpoint,
    Postex,
    Mailbox,
}

/// <summary>One line of the table.</summary>
/// <param name="Name">What was tried; unique in its subject.</param>
/// <param name="Observation">What came of it.</param>
public sealed record CheckLine(CheckSubject Subject, string Name, Observation Observation)
{
    /// <summary>What is wrong with the databases; empty for nothing, and for what is no database.</summary>
    public IReadOnlyList<DatabaseFault> Faults { get; init; } = [];
}

/// <summary>Tries something of the installation itself, without changing it.</summary>
public interface IOwnCheck
{
    /// <summary>What it tries.</summary>
    CheckSubject Subject { get; }

    /// <summary>What came of it; no line where the installation has no use for it.</summary>
    Task<IReadOnlyList<CheckLine>> RunAsync(CancellationToken cancellation);
}

/// <summary>Tries the settings against the real things, one subject at a time, and changes nothing anywhere.</summary>
public sealed class InstallationCheck(
    IEnumerable<IOwnCheck> own, IEnumerable<ISystemContract> contracts, IPartyLookup parties)
{
    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<CheckSubject> Subjects { get; } = Enum.GetValues<CheckSubject>();

    /// <summary>
    /// The lines of one subject. <paramref name="party"/> is Viewpoint's id of whom the systems are asked about; without one
    /// what needs somebody cannot be told.
    /// </summary>
    public async Task<IReadOnlyList<CheckLine>> RunAsync(CheckSubject subject, string? party, CancellationToken cancellation)
    {
        if (SystemOf(subject) is not { } system)
            return await own.Single(one => one.Subject == subject).RunAsync(cancellation);
        var contract = contracts.Single(one => one.System == system);
        var known = string.IsNullOrWhiteSpace(party) ? null : await parties.FindAsync(party.Trim(), cancellation);
        return
        [
            .. (await contract.CheckAsync(known, cancellation))
                .Select(one => new CheckLine(subject, one.Assumption.Name, one.Observation)),
        ];
    }

    /// <summary>The system that a subject is; null for one of the installation's own.</summary>
    public static ForeignSystem? SystemOf(CheckSubject subject) => subject switch
    {
        CheckSubject.Umbrella => ForeignSystem.Umbrella,
        CheckSubject.Viewpoint => ForeignSystem.Viewpoint,
        CheckSubject.Postex => ForeignSystem.Postex,
        CheckSubject.Mailbox => ForeignSystem.Mailbox,
        _ => null,
    };
}
