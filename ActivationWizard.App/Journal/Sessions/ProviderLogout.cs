using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Sessions;

/// <summary>Whose sessions end, by a logout token of the identity provider.</summary>
/// <param name="TokenId">The token's own id.</param>
/// <param name="PersonId">The person; null for whoever has the session.</param>
/// <param name="ProviderSession">The provider's own session; null for all of the person.</param>
public sealed record ProviderLogout(string TokenId, string? PersonId, string? ProviderSession);

/// <summary>Ends the sessions of a logout token, in one transaction with taking the token.</summary>
internal sealed class ProviderEnding(ProviderLogout logout, long at, long forgetBefore) : IJournalWrite
{
    public string Subject { get; } = $"logout {logout.TokenId}";

    /// <summary>Null when the token was taken before.</summary>
    public IReadOnlyList<SessionRecord>? Ended { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        Ended = null;
        await session.Context.LogoutTokens.Where(row => row.TakenAt < forgetBefore).ExecuteDeleteAsync(cancellation);
        if (await session.Context.LogoutTokens.AnyAsync(row => row.Id == logout.TokenId, cancellation))
            return;
        session.Context.Add(new LogoutTokenRow { Id = logout.TokenId, TakenAt = at });
        var ends = session.Context.Sessions.Where(row => row.EndedAt == null
            && (logout.PersonId == null || row.PersonId == logout.PersonId)
            && (logout.ProviderSession == null || row.ProviderSession == logout.ProviderSession));
        Ended = [.. (await ends.AsNoTracking().ToListAsync(cancellation)).Select(SessionRecord.Of)];
        await ends.ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, at), cancellation);
    }
}
