using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.AccessLog;

/// <summary>What came of asking to see a case. Closed.</summary>
public abstract record Admission
{
    private Admission()
    {
    }

    /// <summary>The case. That it was opened is written down.</summary>
    public sealed record Admitted(ActivationCase Case) : Admission;

    /// <summary>
    /// Without a reason nothing is told, not even whether there is such a case: it is somebody else's, or there is none.
    /// </summary>
    public sealed record ReasonNeeded : Admission;

    /// <summary>There is no such case.</summary>
    public sealed record NoSuchCase : Admission;
}

/// <summary>
/// Lets somebody see a case, and writes down who, in which role, when and on what ground, before it is shown. An employee sees
/// the own cases and those that wait for anybody; for any other a reason is given first. What the ground is follows from the
/// events, which are sealed. Opening a case again within <see cref="Pause"/> is the same opening: it asks for nothing and is
/// written down once, unless the ground has become another.
/// </summary>
public sealed class CaseAdmission(
    ICaseJournal journal, CaseReading reading, IDbContextFactory<JournalContext> contexts, AccessNotes notes,
    CaseAccesses accesses, TimeProvider time)
{
    /// <summary>How long after an access opening the case again is still the same one.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromMinutes(15);

    private const string Opened = nameof(AccessKind.Case);

    /// <summary>
    /// The case for this person; the reason is for one that is somebody else's, and null when none was given. Throws <see
    /// cref="UnauthorizedAccessException"/> for a role that sees no cases, and <see cref="UnreadableCaseException"/> for a case
    /// that this person may see and nobody can read.
    /// </summary>
    public async Task<Admission> OpenAsync(
        CaseNumber number, Actor actor, GivenReason? reason, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeCase);
        var (activation, unreadable) = await LoadAsync(number, cancellation);
        var isThere = activation is not null || unreadable is not null;
        var ground = await GroundAsync(number, activation, unreadable, actor, cancellation);
        var before = isThere ? await BeforeAsync(number, actor, cancellation) : [];
        if (ground is null && before.Count is 0 && reason is null)
            return new Admission.ReasonNeeded();

        if (ground is null && before.Count is 0)
            await RecordAsync(number, isThere ? AccessKind.Case : AccessKind.NoCase, reason!, actor, cancellation);
        else if (isThere && ground is { } right && !before.Contains($"{right}"))
            await accesses.RecordAsync([number], AccessKind.Case, right, null, actor, cancellation);

        if (unreadable is not null)
            throw unreadable;
        return activation is null ? new Admission.NoSuchCase() : new Admission.Admitted(activation);
    }

    /// <summary>
    /// The case as it is now, for who was let in and still has it before them; null when there is none. Not written down again.
    /// </summary>
    public async Task<ActivationCase?> FollowAsync(CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeCase);
        return await journal.LoadAsync(number, cancellation);
    }

    private async Task<(ActivationCase? Case, UnreadableCaseException? Unreadable)> LoadAsync(
        CaseNumber number, CancellationToken cancellation)
    {
        try
        {
            return (await journal.LoadAsync(number, cancellation), null);
        }
        catch (UnreadableCaseException unreadable)
        {
            return (null, unreadable);
        }
    }

    // Null where a reason is needed, for what there is and for what there is not alike.
    private async Task<AccessGround?> GroundAsync(
        CaseNumber number, ActivationCase? activation, UnreadableCaseException? unreadable, Actor actor,
        CancellationToken cancellation)
    {
        if (actor.May(Operation.SeeAllFinishedCases))
            return AccessGround.TeamLead;
        if (unreadable is not null)
        {
            var raw = await reading.ReadAsync(number, cancellation);
            return raw.Case?.Handler?.Id == actor.Id || raw.TookPart.Contains(actor.Id) ? AccessGround.OwnCase : null;
        }

        return activation switch
        {
            { Handler: { } handler } when handler.Id == actor.Id =>
                activation.WasTakenOver ? AccessGround.TakenOver : AccessGround.OwnCase,
            { Handler: null, State.IsFinal: false } => AccessGround.Waiting,
            _ => null,
        };
    }

    // The grounds on which this person, in this role, opened the case a moment ago.
    private async Task<IReadOnlyList<string>> BeforeAsync(CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        var (key, since, role) = (CaseKey.Of(number), (time.GetUtcNow() - Pause).UtcTicks, actor.Role.ToString());
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Looks
            .Where(row => row.Case == key && row.At > since && row.What == Opened && row.ActorId == actor.Id
                && row.ActorRole == role && row.Ground != null)
            .Select(row => row.Ground!)
            .Distinct()
            .ToListAsync(cancellation);
    }

    private async Task RecordAsync(
        CaseNumber number, AccessKind kind, GivenReason reason, Actor actor, CancellationToken cancellation)
    {
        var key = reason.Note is null ? null : await notes.KeyOfAsync(number, cancellation);
        var row = AccessRows.Of(
            CaseKey.Of(number), kind, AccessGround.Reason, actor, time.GetUtcNow().UtcTicks, reason.Reason, noteKey: key?.Id);
        if (key is not null)
            AccessNotes.Write(row, key, reason.Note!);
        await accesses.WriteAsync([row], cancellation);
    }
}
