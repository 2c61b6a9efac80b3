using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.App.Journal.Integrity;

/// <summary>
/// Seals what stands beside the chains of the cases: epochs, erasures, access records, and what is noted outside the database. As
/// with the chains, whoever has not the master key cannot make one that fits.
/// </summary>
public sealed class RecordSeals(MasterKey master)
{
    // Asked for each time: a rotation of the master key keeps the one that the seals were made with.
    private byte[] Key => master.Derive("records");

    /// <summary>The seal of an epoch: all of it but what changes while it runs.</summary>
    public byte[] Of(EpochRow row) => Of(
        "epoch", row.Number, row.Epoch, row.Reason, row.BeganAt, row.Year, row.SkippedFrom, row.SkippedTo);

    /// <summary>The seal of an erasure, and of what is left of the case's summary; null where there is no summary.</summary>
    public byte[] Of(ErasureRow row, SummaryRow? left) => Of(
        "erasure", row.Case, row.At, row.By, row.Reason, left?.State, left?.Requester, left?.CodeKind, left?.Channel,
        left?.ReceivedAt, left?.OpenedAt, left?.ChangedAt, left?.Scenario, left?.Route, left?.Row, left?.Ground, left?.Hold,
        left?.HandlerId, left?.HandlerName, left?.HandlerRole, left?.CompletedAt, left?.CodeSentAt, left?.HasManualStep,
        left?.HasDeviation, left?.IsStuck, left?.Took, left?.Signs, left?.Marks, left?.ErasedAt);

    /// <summary>
    /// The seal of an access record, which takes in the seal of the one before it; empty before the first. One of before grounds
    /// were written down has the seal that it always had.
    /// </summary>
    public byte[] Of(AccessRow row, byte[] previous)
    {
        object?[] parts =
        [
            row.Number, row.Id, row.Case, row.What, row.ActorId, row.ActorName, row.ActorRole, row.At,
            Convert.ToBase64String(previous),
        ];
        object?[] since =
        [
            row.Ground, row.Reason, row.Detail, row.Found, row.Note is { } note ? Convert.ToBase64String(note) : null, row.KeyId,
        ];
        return since.All(part => part is null) ? Of("access", parts) : Of("access", [.. parts, .. since]);
    }

    /// <summary>The seal of the head of the access records.</summary>
    public byte[] Of(RecordHeadRow row) => row.Forgotten is null
        ? Of("access head", row.Accesses, Convert.ToBase64String(row.LastAccess), row.Unsealed)
        : Of(
            "access head", row.Accesses, Convert.ToBase64String(row.LastAccess), row.Unsealed, row.Forgotten,
            Convert.ToBase64String(row.ForgottenSeal ?? []));

    /// <summary>The seal of a text, in base64; one that was made for another purpose does not fit.</summary>
    public string OfText(string purpose, string text) => Convert.ToBase64String(Of(purpose, text));

    /// <summary>True for a seal that was made by this master key for this; false for none.</summary>
    public static bool Fits(byte[]? seal, byte[] made) => seal is not null && HashChain.Same(seal, made);

    // Each part with its length before it, so that no two lists are one text.
    private byte[] Of(string purpose, params object?[] parts)
    {
        var text = new StringBuilder(purpose);
        foreach (var part in parts)
        {
            var one = part is null ? null : Convert.ToString(part, CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $";{one?.Length ?? -1};{one}");
        }

        return HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
