namespace ActivationWizard.App.Journal.Storage;

/// <summary>A logout token that was taken, so that none is taken twice, at whichever instance.</summary>
public sealed class LogoutTokenRow
{
    /// <summary>The token's own id.</summary>
    public required string Id { get; init; }

    /// <summary>UTC, in ticks.</summary>
    public long TakenAt { get; init; }
}
