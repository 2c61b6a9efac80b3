using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Sessions;

/// <summary>A session as every instance knows it.</summary>
/// <param name="LastActAt">The last act of the person that was written.</param>
/// <param name="IsEnded">Somebody ended it; whether its time is over is another matter.</param>
public sealed record SessionRecord(Guid Id, string PersonId, DateTimeOffset BegunAt, DateTimeOffset LastActAt, bool IsEnded)
{
    /// <summary>The person's name; null for a session of an earlier version.</summary>
    public string? Name { get; init; }

    /// <summary>The role it is in; null while the person has not chosen one, and for a session of an earlier version.</summary>
    public Role? Role { get; init; }

    /// <summary>Every role that the person can choose.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>The identity provider's own session; null where it has no name for it.</summary>
    public string? ProviderSession { get; init; }

    /// <summary>When the identity provider last said what roles the person has; null where none is asked.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>When it was last asked; null where there is nothing to ask with.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>What it is asked with, sealed; null where there is nothing.</summary>
    public string? Grant { get; init; }

    internal static SessionRecord Of(SessionRow row) =>
        new(row.Id, row.PersonId, At(row.BegunAt), At(row.LastActAt), row.EndedAt is not null)
        {
            Name = row.Name,
            Role = row.Role,
            Roles = RolesIn(row.Roles),
            ProviderSession = row.ProviderSession,
            CheckedAt = row.CheckedAt is { } seen ? At(seen) : null,
            AskedAt = row.AskedAt is { } asked ? At(asked) : null,
            Grant = row.Grant,
        };

    internal SessionRow ToRow() => new()
    {
        Id = Id,
        PersonId = PersonId,
        BegunAt = BegunAt.UtcTicks,
        LastActAt = LastActAt.UtcTicks,
        Name = Name,
        Role = Role,
        Roles = Written(Roles),
        ProviderSession = ProviderSession,
        CheckedAt = CheckedAt?.UtcTicks,
        AskedAt = AskedAt?.UtcTicks,
        Grant = Grant,
    };

    /// <summary>Roles as the row has them.</summary>
    internal static string Written(IEnumerable<Role> roles) => string.Join(',', roles);

    private static IReadOnlyList<Role> RolesIn(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
