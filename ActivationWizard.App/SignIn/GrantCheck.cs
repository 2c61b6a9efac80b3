using System.Text.Json;
using ActivationWizard.App.Journal.Sessions;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Identity;
using Microsoft.AspNetCore.Authentication;

namespace ActivationWizard.App.SignIn;

/// <summary>How somebody who has signed in stands with the identity provider now.</summary>
public enum Standing
{
    /// <summary>It says which roles the person has.</summary>
    Known,

    /// <summary>It knows the sign-in no more.</summary>
    Gone,

    /// <summary>It did not say, or there is nothing to ask it by.</summary>
    NotKnown,
}

/// <summary>What the provider said when it was asked again.</summary>
/// <param name="Roles">For <see cref="Standing.Known"/>; may be empty.</param>
/// <param name="Grant">What the next question is asked by, sealed.</param>
public sealed record AskedAgain(Standing Standing, IReadOnlyList<Role> Roles, string? Grant);

/// <summary>Asks the identity provider again who somebody is, by what it gave at the sign-in.</summary>
public sealed class GrantCheck(IdentityProviderCalls provider, SessionGrants grants, TimeProvider time)
{
    /// <summary>Asks for this session. What goes wrong on the way is no answer.</summary>
    public async Task<AskedAgain> AskAsync(SessionRecord session, CancellationToken cancellation)
    {
        if (grants.Open(session.Grant) is not { } grant)
            return new(Standing.NotKnown, [], session.Grant);
        string? identityToken = null;
        try
        {
            if (grant.RefreshToken is not null)
            {
                (var fresh, identityToken) = await provider.RefreshAsync(grant, time.GetUtcNow(), cancellation);
                if (fresh is null)
                    return new(Standing.Gone, [], null);
                grant = fresh;
            }

            return await AskAsync(session.PersonId, grant, identityToken, cancellation);
        }
        catch (UserinfoException refused) when (refused.IsRefused)
        {
            return new(Standing.Gone, [], null);
        }
        catch (Exception cause) when (IsNoAnswer(cause, cancellation))
        {
            return new(Standing.NotKnown, [], grants.Seal(grant));
        }
    }

    // What the provider says of itself cannot be read either: that is an invalid operation, or took too long.
    private static bool IsNoAnswer(Exception cause, CancellationToken cancellation) =>
        cause is IdentityProviderAwayException or JsonException or AuthenticationFailureException or InvalidOperationException
        || (cause is OperationCanceledException && !cancellation.IsCancellationRequested);

    private async Task<AskedAgain> AskAsync(
        string personId, SessionGrant grant, string? identityToken, CancellationToken cancellation)
    {
        var kept = grants.Seal(grant);
        if (identityToken is null && (grant.AccessToken is null || grant.AccessUntil <= time.GetUtcNow()))
            return new(Standing.NotKnown, [], kept);
        var read = await provider.ReadAgainAsync(personId, identityToken, grant.AccessToken, cancellation);
        if (read.Identity is { } identity)
            return new(Standing.Known, identity.Roles, kept);
        // A claim that is gone from where it was says that the roles are; one that was elsewhere says nothing.
        var isSaid = read.Fault is IdentityFault.NoRole && (grant.IsByUserinfo || identityToken is not null);
        return new(isSaid ? Standing.Known : Standing.NotKnown, [], kept);
    }
}
