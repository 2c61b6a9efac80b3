using System.Text.Json;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Incoming;

/// <summary>Between a message and its row.</summary>
public sealed class MessageRows(MasterKey master)
{
    /// <summary>What a message is kept as: a pseudonym of what the same message is known by.</summary>
    public string PseudonymOf(string identity) => master.PseudonymOf($"mail {identity}");

    /// <summary>
    /// What a sender's address is kept as; null for none. Letter case does not matter, as for the address itself.
    /// </summary>
    public string? SenderOf(string? address) =>
        EmailAddress.TryParse(address, out var one) ? SenderOf(one) : null;

    /// <inheritdoc cref="SenderOf(string?)"/>
    public string SenderOf(EmailAddress address) => master.PseudonymOf($"sender {address}".ToUpperInvariant());

    /// <summary>The key that the intake opens one case under for the message of this pseudonym.</summary>
    public static string IntakeKeyOf(string pseudonym) => $"mail:{pseudonym}";

    /// <summary>Sealed for the message with this id; null for nothing to seal.</summary>
    internal byte[]? Seal(Guid id, SealedHead? head) => head is null ? null
        : SealedBox.Close(Key, JsonSerializer.SerializeToUtf8Bytes(head), id.ToByteArray());

    /// <summary>What was sealed; null for nothing, and for what was not sealed here.</summary>
    internal SealedHead? Open(IncomingMessageRow row) =>
        row.Sealed is { } box && SealedBox.TryOpen(Key, box, row.Id.ToByteArray()) is { } content
            ? JsonSerializer.Deserialize<SealedHead>(content)
            : null;

    /// <summary>False when what is sealed of it was not sealed here, or for another message.</summary>
    internal bool IsWhole(IncomingMessageRow row) => row.Sealed is null || Open(row) is not null;

    /// <summary>The message of a row.</summary>
    internal StoredMessage Read(IncomingMessageRow row) => new(
        row.Id, row.Version, Named<MessageKind>(row.Kind), Named<MessageState>(row.State), Moment(row.ReceivedAt),
        Moment(row.ReadAt))
    {
        Head = Open(row) is { Sender: { } sender, Subject: { } subject } head
            ? new MessageHead(sender, head.Address, subject) : null,
        Reason = row.Reason,
        Case = row.Case is { } key ? CaseKey.TryNumberOf(key) : null,
        Effect = EffectKey.TryParse(row.Effect, out var effect) ? effect : null,
        DecidedBy = row.ActorName,
        DecidedAt = row.DecidedAt is { } at ? Moment(at) : null,
        TakenBack = row is { TakenBackAt: { } back, TakenBackFrom: { } from, TakenBackReason: { } why, TakenBackByName: { } who }
            ? new TakenBack(Named<MessageState>(from), Named<TakeBackReason>(why), who, Moment(back)) : null,
        Filing = Named<MessageFiling>(row.Filing),
        IntakeKey = IntakeKeyOf(row.Identity),
    };

    private byte[] Key => master.KeyOfBoxes("heads of messages");

    private static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);

    // One of a later version, which knows more, is as good as the last of ours: nothing is done with it.
    private static T Named<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) ? value : Enum.GetValues<T>()[^1];
}

/// <summary>
/// What is sealed of a message. Sender and subject are null once it is dealt with; the Message-ID stays until it was put where it
/// belongs, to find it again.
/// </summary>
internal sealed record SealedHead(string? Sender, string? Address, string? Subject, string? MessageId);
