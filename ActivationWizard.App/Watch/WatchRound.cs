using ActivationWizard.App.Journal.Notes;

namespace ActivationWizard.App.Watch;

/// <summary>
/// Notes what begins to be wrong and what is over, and has people told once of each: also over restarts, for what was told is in
/// the database.
/// </summary>
public sealed class WatchRound(
    WatchSigns signs, DisturbanceNotes notes, AlertSender sender, AlertSettings settings, TimeProvider time)
{
    /// <summary>How long the history is.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    // Templates of a mailbox are not known before it was read for the first time, and may be changed one after the other.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(5);

    /// <summary>Once. For one instance at a time; a second one at the same moment tells nothing twice.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var wrong = await signs.ReadAsync(now, cancellation);
        var known = await notes.SinceAsync(now - Kept, cancellation);
        var open = known.Where(one => one.OverAt is null).ToList();
        foreach (var sign in wrong.Where(sign => !open.Exists(one => one.Key == (sign.Kind, sign.Subject))))
            await notes.BeginAsync(sign.Kind, sign.Subject, sign.Since, null, cancellation);
        foreach (var one in open.Where(one => !wrong.Any(sign => (sign.Kind, sign.Subject) == one.Key)))
        {
            if (signs.IsOver(one, now))
                await notes.EndAsync(one.Id, now, cancellation);
        }

        await notes.ForgetAsync(now - Kept - TimeSpan.FromDays(1), cancellation);
        if (settings.AreAsked)
            await TellAsync(now, cancellation);
    }

    private async Task TellAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        List<Disturbance> mine = [];
        foreach (var one in await notes.SinceAsync(now - Kept, cancellation))
        {
            if (IsToTell(one, now) && await notes.ClaimAsync(one.Id, one.OverAt is not null, now, cancellation))
                mine.Add(one);
        }

        if (mine.Count is 0 || await sender.SendAsync(mine, now, cancellation))
            return;
        foreach (var one in mine)
            await notes.ReturnAsync(one.Id, one.OverAt is not null, cancellation);
    }

    // That it is over only to who was told that it began.
    private bool IsToTell(Disturbance one, DateTimeOffset now) => one.OverAt is not null
        ? one is { IsTold: true, IsOverTold: false }
        : !one.IsTold && now - one.Since >= AfterOf(one.Kind);

    private TimeSpan AfterOf(DisturbanceKind kind) => kind switch
    {
        DisturbanceKind.Unanswered or DisturbanceKind.Disk => settings.Unanswered,
        DisturbanceKind.Templates => Settled,
        _ => TimeSpan.Zero,
    };
}
