using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.App.Journal.AccessLog;

/// <summary>What is wrong with a reason.</summary>
public enum ReasonFault
{
    /// <summary>None was chosen, or none of the list.</summary>
    NotChosen,

    /// <summary>It is another than those of the list, and was not said.</summary>
    NotSaid,

    /// <summary>What was said is longer than <see cref="GivenReason.LongestNote"/>.</summary>
    TooLong,
}

/// <summary>Why somebody opens a case that is not theirs; only one that is enough can be made.</summary>
public sealed record GivenReason
{
    /// <summary>The most characters that are said with it.</summary>
    public const int LongestNote = 300;

    private GivenReason(AccessReason reason, string? note) => (Reason, Note) = (reason, note);

    /// <summary>The one that was chosen.</summary>
    public AccessReason Reason { get; }

    /// <summary>What was said with it; null for nothing.</summary>
    public string? Note { get; }

    /// <summary>What is wrong; null when nothing is.</summary>
    public static ReasonFault? FaultOf(AccessReason? reason, string? note) =>
        reason is not { } chosen || !Enum.IsDefined(chosen) ? ReasonFault.NotChosen
        : Said(note)?.Length > LongestNote ? ReasonFault.TooLong
        : chosen is AccessReason.Other && Said(note) is null ? ReasonFault.NotSaid
        : null;

    /// <summary>The reason; null when something is wrong with it.</summary>
    public static GivenReason? Of(AccessReason? reason, string? note) =>
        FaultOf(reason, note) is null ? new GivenReason(reason!.Value, Said(note)) : null;

    private static string? Said(string? note) => SearchText.Storable(note ?? "").Trim() is { Length: > 0 } said ? said : null;
}
