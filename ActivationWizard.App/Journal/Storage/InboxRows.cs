using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// What a person, or everybody in a role, is told or asked. Written in the transaction of the events that it follows from;
/// nothing of tenants but the number of a case.
/// </summary>
public sealed class InboxItemRow
{
    public Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string Role { get; init; }

    /// <summary>Null for everybody in the role.</summary>
    public string? PersonId { get; init; }

    public long? Case { get; init; }

    public int? Sequence { get; init; }

    public int? Count { get; init; }

    public Guid? Subject { get; init; }

    public required string ById { get; init; }

    public required string ByName { get; init; }

    public required string ByRole { get; init; }

    /// <summary>UTC, in ticks.</summary>
    public long At { get; init; }

    /// <summary>When it was over, or seen by the one person whom it is for. UTC, in ticks; null while it is open.</summary>
    public long? ClosedAt { get; init; }

    /// <summary>A random number: the sum over what is open says whether it is the same as before.</summary>
    public int Mark { get; init; }
}

/// <summary>That one of a role has seen what is for the whole role.</summary>
public sealed class InboxSeenRow
{
    public Guid Item { get; init; }

    public required string PersonId { get; init; }

    /// <summary>UTC, in ticks.</summary>
    public long At { get; init; }

    /// <summary>As that of the item.</summary>
    public int Mark { get; init; }
}

/// <summary>Between an item and its row.</summary>
public static class InboxRows
{
    /// <summary>The row of an item that is open.</summary>
    public static InboxItemRow Of(InboxItem item) => new()
    {
        Id = item.Id,
        Kind = item.Kind.ToString(),
        Role = item.To.Role.ToString(),
        PersonId = item.To.PersonId,
        Case = item.Case is { } number ? CaseKey.Of(number) : null,
        Sequence = item.Sequence,
        Count = item.Count,
        Subject = item.Subject,
        ById = item.By.Id,
        ByName = item.By.Name,
        ByRole = item.By.Role.ToString(),
        At = item.At.UtcTicks,
        Mark = NewMark(),
    };

    /// <summary>The item of a row; null for one that a later version wrote and this one does not know.</summary>
    public static InboxItem? Read(InboxItemRow row, IEnumerable<string> seenBy) =>
        Enum.TryParse<InboxKind>(row.Kind, out var kind) && Enum.TryParse<Role>(row.Role, out var role)
            && Enum.TryParse<Role>(row.ByRole, out var byRole)
            ? new InboxItem(
                row.Id, kind, new InboxAddress(role, row.PersonId), new Actor(row.ById, row.ByName, byRole),
                new DateTimeOffset(row.At, TimeSpan.Zero))
            {
                Case = row.Case is { } @case ? CaseKey.TryNumberOf(@case) : null,
                Sequence = row.Sequence,
                Count = row.Count,
                Subject = row.Subject,
                SeenBy = [.. seenBy],
            }
            : null;

    /// <summary>A number for a row.</summary>
    public static int NewMark() => Random.Shared.Next(1, int.MaxValue);

    internal static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<InboxItemRow>(row =>
        {
            row.ToTable("InboxItems").HasKey(one => one.Id);
            row.Property(one => one.Id).ValueGeneratedNever();
            row.HasIndex(one => one.Case).HasFilter("\"Case\" IS NOT NULL");
            row.HasIndex(one => one.Mark).HasFilter("\"ClosedAt\" IS NULL");
        });
        modelBuilder.Entity<InboxSeenRow>().ToTable("InboxSeen").HasKey(row => new { row.Item, row.PersonId });
    }
}
