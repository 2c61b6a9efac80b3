using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Encryption;

/// <summary>What a rotation came to.</summary>
/// <param name="CaseKeys">How many keys of cases are wrapped by the new master key, and open with it.</param>
/// <param name="SignInKeys">How many keys of sign-in are.</param>
/// <param name="Unreadable">How many open with neither master key: they did not before either.</param>
public sealed record RotatedKeys(int CaseKeys, int SignInKeys, int Unreadable);

/// <summary>
/// Wraps everything by the new master key that the one before it wrapped, while instances that have both go on. Each row says
/// what wrapped it, and is changed in one piece: whatever stops it, the same again goes on where it was.
/// </summary>
public sealed class KeyRotation(IDbContextFactory<KeyStoreContext> contexts, KeyRing ring, TimeProvider time)
{
    private readonly string _id = ring.Master.Id;

    /// <summary>
    /// Until everything is wrapped by the new key, and was found to open with it. <paramref name="told"/> is called after each
    /// transaction.
    /// </summary>
    public async Task<RotatedKeys> RunAsync(int rowsAtATime, Func<Task> told, CancellationToken cancellation)
    {
        await BeginAsync(cancellation);
        await told();
        await CaseKeysAsync(rowsAtATime, told, cancellation);
        await SignInKeysAsync(cancellation);
        await told();
        return await VerifyAsync(cancellation);
    }

    // The key for what is new and the keys that outlive a master key change together: an instance starts with either.
    private async Task BeginAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await KeyRing.HoldAsync(context, cancellation);
        if (await context.KeyRings.Where(row => row.KeyId != _id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.KeyId, _id), cancellation) is 0)
            return;
        await context.LastingKeys.ExecuteDeleteAsync(cancellation);
        context.AddRange(ring.LastingRows());
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task CaseKeysAsync(int rowsAtATime, Func<Task> told, CancellationToken cancellation)
    {
        var unreadable = 0;
        while (true)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            // What cannot be opened stays in the way, in the same order.
            var rows = await context.DataKeys.Where(row => row.WrappedBy == null || row.WrappedBy != _id).OrderBy(row => row.Id)
                .Skip(unreadable).Take(rowsAtATime).ToListAsync(cancellation);
            if (rows.Count is 0)
                return;
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            foreach (var row in rows)
            {
                if (CaseKeys.Opened(ring, row) is not { } key)
                {
                    unreadable++;
                    continue;
                }

                // Changed and never added: a case that was erased meanwhile does not get its key back.
                var wrapped = CaseKeys.Wrapped(ring.Master, row.Id, key);
                await context.DataKeys.Where(one => one.Id == row.Id).ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.Wrapped, wrapped).SetProperty(one => one.WrappedBy, _id), cancellation);
            }

            await transaction.CommitAsync(cancellation);
            await told();
        }
    }

    private async Task SignInKeysAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        foreach (var row in await context.SignInKeys.Where(row => row.SealedBy == null || row.SealedBy != _id)
            .ToListAsync(cancellation))
        {
            if (SignInKeys.ContentOf(ring, row) is not { } content)
                continue;
            var made = SignInKeys.Closed(ring.Master, row.Id, content);
            await context.SignInKeys.Where(one => one.Id == row.Id).ExecuteUpdateAsync(
                set => set.SetProperty(one => one.Sealed, made).SetProperty(one => one.SealedBy, _id), cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    // With the new key alone, as every instance opens them from now on.
    private async Task<RotatedKeys> VerifyAsync(CancellationToken cancellation)
    {
        var alone = new KeyRing(ring.Master, null);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await alone.OpenAsync(context, cancellation);
        var (cases, signIns, unreadable) = (0, 0, 0);
        await foreach (var row in context.DataKeys.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (row.WrappedBy == _id && CaseKeys.Opened(alone, row) is not null)
                cases++;
            else
                unreadable++;
        }

        foreach (var row in await context.SignInKeys.ToListAsync(cancellation))
        {
            if (row.SealedBy == _id && SignInKeys.ContentOf(alone, row) is not null)
                signIns++;
            else
                unreadable++;
        }

        var now = time.GetUtcNow().UtcTicks;
        if (unreadable is 0)
            await context.KeyRings.ExecuteUpdateAsync(set => set.SetProperty(row => row.RotatedAt, now), cancellation);
        return new RotatedKeys(cases, signIns, unreadable);
    }
}
