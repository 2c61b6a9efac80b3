using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.AccessLog;

/// <summary>Between an access and its row.</summary>
internal static class AccessRows
{
    /// <summary>A row that is not numbered and sealed yet; case zero is of no single case.</summary>
    public static AccessRow Of(
        long @case, AccessKind kind, AccessGround ground, Actor actor, long at, AccessReason? reason = null,
        string? detail = null, int? found = null, Guid? noteKey = null) => new()
        {
            Id = Guid.NewGuid(),
            Case = @case,
            What = kind.ToString(),
            ActorId = actor.Id,
            ActorName = actor.Name,
            ActorRole = actor.Role.ToString(),
            At = at,
            Ground = ground.ToString(),
            Reason = reason?.ToString(),
            Detail = detail,
            Found = found,
            KeyId = noteKey,
        };

    /// <summary>Null for one of a version that knows more kinds.</summary>
    public static CaseAccess? Read(AccessRow row, string? note = null) =>
        Known<AccessKind>(row.What) is { } kind && Known<Role>(row.ActorRole) is { } role
            ? new CaseAccess(kind, new Actor(row.ActorId, row.ActorName, role), new DateTimeOffset(row.At, TimeSpan.Zero))
            {
                Number = CaseKey.TryNumberOf(row.Case),
                Ground = Known<AccessGround>(row.Ground),
                Reason = Known<AccessReason>(row.Reason),
                Note = note,
                // The name of a comment or of a message tells nobody anything; how a review judges stands with the review.
                Detail = kind is AccessKind.Comment or AccessKind.Settled or AccessKind.Message or AccessKind.Review
                    ? null : row.Detail,
                Found = row.Found,
            }
            : null;

    /// <summary>What the words of a search are.</summary>
    public static SearchedBy SortOf(string words) =>
        !words.Any(char.IsDigit) ? SearchedBy.Name
        : words.Any(char.IsLetter) ? SearchedBy.Address
        : SearchedBy.Number;

    private static T? Known<T>(string? name)
        where T : struct, Enum => Enum.TryParse<T>(name, out var value) && Enum.IsDefined(value) ? value : null;
}
