using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>
/// A message that came in to the mailbox, and what became of it; what it says stays in the mailbox. All times are UTC, in ticks.
/// </summary>
public sealed class IncomingMessageRow
{
    public Guid Id { get; init; }

    /// <summary>A pseudonym of what the same message is known by, whichever way it comes.</summary>
    public required string Identity { get; init; }

    /// <summary>What it is, such as <c>Form</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What became of it, such as <c>Open</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why it was skipped, or is no request, also when it was taken back since; null for anything else.</summary>
    public string? Reason { get; init; }

    /// <summary>The case that it became or belongs to; null for none.</summary>
    public long? Case { get; init; }

    /// <summary>The effect whose mail it answers or returns, as it says; null for none.</summary>
    public string? Effect { get; init; }

    /// <summary>When what it does to its case was done; null while it is not, and for a message that does nothing.</summary>
    public long? TakenInAt { get; init; }

    /// <summary>Nonce, tag and ciphertext of sender and subject; null once nobody has to see them any more.</summary>
    public byte[]? Sealed { get; init; }

    /// <summary>
    /// A pseudonym of the sender's address, by which a sender who asks finds it; null for none, and once it is of a case.
    /// </summary>
    public string? Sender { get; init; }

    /// <summary>When it came into the mailbox, by the server's clock.</summary>
    public long ReceivedAt { get; init; }

    /// <summary>When it was read.</summary>
    public long ReadAt { get; init; }

    /// <summary>Who decided what becomes of it; null while nobody did.</summary>
    public string? ActorId { get; init; }

    /// <summary>Their name.</summary>
    public string? ActorName { get; init; }

    /// <summary>When; null while nobody did.</summary>
    public long? DecidedAt { get; init; }

    /// <summary>When it was taken back, and waited for somebody again; null when it never was.</summary>
    public long? TakenBackAt { get; init; }

    /// <summary>Who took it back.</summary>
    public string? TakenBackById { get; init; }

    /// <summary>Their name.</summary>
    public string? TakenBackByName { get; init; }

    /// <summary>Why, such as <c>IsRequest</c>.</summary>
    public string? TakenBackReason { get; init; }

    /// <summary>What had become of it before, such as <c>Skipped</c>.</summary>
    public string? TakenBackFrom { get; init; }

    /// <summary>Where it was put: <c>None</c>, <c>InProgress</c>, <c>Done</c>, or <c>Lost</c> when it is nowhere.</summary>
    public required string Filing { get; init; }

    /// <summary>Grows with each decision.</summary>
    public int Version { get; init; }
}

/// <summary>Where a copy of a message was seen in the mailbox: a message that is here is known without reading it.</summary>
public sealed class MessagePlaceRow
{
    /// <summary>The path of the folder, as settings write it.</summary>
    public required string Folder { get; init; }

    /// <summary>What the mailbox knows it by there: UIDVALIDITY and UID, or an id of Graph.</summary>
    public required string Key { get; init; }

    /// <summary>The message.</summary>
    public Guid Message { get; init; }
}

/// <summary>
/// The one worker over all instances that takes in mail, and how it fares: one row. All times are UTC, in ticks.
/// </summary>
public sealed class MailWorkRow
{
    public int Id { get; init; } = 1;

    /// <summary>Which process does it.</summary>
    public string Holder { get; init; } = "";

    /// <summary>Until when, at least; zero when none does.</summary>
    public long HeldUntil { get; init; }

    /// <summary>What is in its way, such as <c>NoFolder</c>; null for nothing.</summary>
    public string? Trouble { get; init; }

    /// <summary>Why the mailbox gave no answer; null when it did.</summary>
    public string? Silence { get; init; }

    /// <summary>When the folder was last listed, and everything in it handled.</summary>
    public long? SucceededAt { get; init; }

    /// <summary>When something was last in its way.</summary>
    public long? FailedAt { get; init; }
}

/// <summary>The tables of what comes in by mail.</summary>
internal static class IncomingRows
{
    public static void Configure(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<IncomingMessageRow>(row =>
        {
            row.ToTable("IncomingMessages").HasKey(one => one.Id);
            row.Property(one => one.Id).ValueGeneratedNever();
            row.HasIndex(one => one.Identity).IsUnique();
            row.HasIndex(one => new { one.State, one.ReadAt });
            row.HasIndex(one => one.Case).HasFilter("\"Case\" IS NOT NULL");
            row.HasIndex(one => new { one.Filing, one.State });
            row.HasIndex(one => one.Sender).HasFilter("\"Sender\" IS NOT NULL");
        });
        modelBuilder.Entity<MessagePlaceRow>().ToTable("MessagePlaces").HasKey(row => new { row.Folder, row.Key });
        modelBuilder.Entity<MessagePlaceRow>().HasIndex(row => row.Message);
        modelBuilder.Entity<MailWorkRow>().ToTable("MailWork").HasKey(row => row.Id);
        modelBuilder.Entity<MailWorkRow>().Property(row => row.Id).ValueGeneratedNever();
    }
}
