using System.Text;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Reviews;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Notes;

/// <summary>A case that is reviewed, and what came of it.</summary>
/// <param name="Why">Why it is.</param>
/// <param name="Assessment">Null while nobody reviewed it, as are the others.</param>
/// <param name="Reason">What the remark is about; null without one.</param>
/// <param name="Remark">Null without one.</param>
/// <param name="Reviewer">Who reviewed it, by name.</param>
/// <param name="At">When.</param>
public sealed record CaseReview(
    SampleReason Why, Assessment? Assessment, ReviewReason? Reason, string? Remark, string? Reviewer, DateTimeOffset? At);

/// <summary>
/// Reviews of finished cases. They are beside the case's chain and change nothing of it; a remark is encrypted with the case's
/// own key, and gone when the case is erased. That one was given is among the access records, which are sealed.
/// </summary>
public sealed class CaseReviews(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, CaseKeys keys, ReplayRights rights, RecordSeals seals,
    TimeProvider time)
{
    /// <summary>
    /// The review of a case that this person may replay; null when it is not reviewed, and, for who reviews none, as long as
    /// nobody did.
    /// </summary>
    public async Task<CaseReview?> OfAsync(CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        if (!await rights.MayAsync(number, actor, cancellation))
            return null;
        var key = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Reviews.SingleOrDefaultAsync(row => row.Case == key, cancellation) is { } row
            && (row.ReviewedAt is not null || actor.May(Operation.Review))
            ? Read(row, row.KeyId is { } id ? await keys.FindAsync(id, cancellation) : null)
            : null;
    }

    /// <summary>Gives a review; null when it was taken, else why not.</summary>
    public async Task<ReviewObstacle?> GiveAsync(
        CaseNumber number, ReviewGiven given, Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Operation.Review))
            return ReviewObstacle.NotAllowed;
        if (await rights.ReadAsync(number, actor, cancellation) is not { Case: { } activation, Break: null })
            return ReviewObstacle.NotDrawn;
        if (ReviewRules.Judge(activation, given, actor) is { } obstacle)
            return obstacle;

        var @case = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var head = await context.Summaries.Where(row => row.Case == @case).Select(ChainHead.OfRow).SingleAsync(cancellation);
        if (await keys.FindAsync(head.KeyId, cancellation) is not { } key)
            return ReviewObstacle.NotDrawn;
        var told = activation.Handler is { Role: Role.Employee } handler
            ? InboxItem.New(InboxKind.Reviewed, InboxAddress.To(handler), actor, time.GetUtcNow()) with { Case = number } : null;
        var giving = new Giving(Row(@case, given, actor, key), told, seals, actor);
        await writer.WriteAsync(giving, cancellation);
        return giving.IsDone ? null
            : await context.Reviews.AnyAsync(row => row.Case == @case, cancellation) ? ReviewObstacle.AlreadyReviewed
            : ReviewObstacle.NotDrawn;
    }

    /// <summary>A row as it is shown; without a remark that cannot be read.</summary>
    internal static CaseReview Read(ReviewRow row, DataKey? key) => new(
        Known<SampleReason>(row.Why) ?? SampleReason.Drawn,
        Known<Assessment>(row.Assessment),
        Known<ReviewReason>(row.Reason),
        key is not null && row.Payload is { } payload
            && SealedBox.TryOpen(key.Bytes, payload, Envelope.PlaceOf(row)) is { } remark
            ? Encoding.UTF8.GetString(remark) : null,
        row.ReviewerName,
        row.ReviewedAt is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null);

    private ReviewRow Row(long @case, ReviewGiven given, Actor actor, DataKey key)
    {
        var now = time.GetUtcNow().UtcTicks;
        var said = given.Assessment is Assessment.Right ? "" : SearchText.Storable(given.Remark!).Trim();
        return said.Length is 0
            ? With(null) : With(SealedBox.Close(key.Bytes, Encoding.UTF8.GetBytes(said), Envelope.PlaceOf(With(null))));

        ReviewRow With(byte[]? payload) => new()
        {
            Case = @case,
            Why = "",
            Assessment = $"{given.Assessment}",
            Reason = given.Assessment is Assessment.Right ? null : $"{given.Reason}",
            ReviewerId = actor.Id,
            ReviewerName = actor.Name,
            ReviewedAt = now,
            Payload = payload,
            KeyId = payload is null ? null : key.Id,
        };
    }

    private static T? Known<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : null;

    // With its record, or not at all; and only once.
    private sealed class Giving(ReviewRow given, InboxItem? told, RecordSeals seals, Actor actor) : IJournalWrite
    {
        public string Subject { get; } = $"review {given.Case}";

        /// <summary>It was this one.</summary>
        public bool IsDone { get; private set; }

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            IsDone = await session.Context.Reviews.Where(row => row.Case == given.Case && row.ReviewedAt == null)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Assessment, given.Assessment)
                        .SetProperty(row => row.Reason, given.Reason)
                        .SetProperty(row => row.ReviewerId, given.ReviewerId)
                        .SetProperty(row => row.ReviewerName, given.ReviewerName)
                        .SetProperty(row => row.ReviewedAt, given.ReviewedAt)
                        .SetProperty(row => row.Payload, given.Payload)
                        .SetProperty(row => row.KeyId, given.KeyId),
                    cancellation) is 1;
            if (!IsDone)
                return;
            if (told is not null)
                session.Context.Add(InboxRows.Of(told));
            var record = AccessRows.Of(
                given.Case, AccessKind.Review, AccessGround.TeamLead, actor, given.ReviewedAt!.Value, detail: given.Assessment);
            await new AccessAppending([record], seals).StageAsync(session, cancellation);
        }
    }
}
