namespace ActivationWizard.Domain.Ports;

/// <summary>What a system shows under our reference, held against what was asked for under it.</summary>
public enum ReferenceMatch
{
    /// <summary>Nothing is there.</summary>
    Nothing,

    /// <summary>It is there, and party, recipient and kind are those that were asked for.</summary>
    Ours,

    /// <summary>Something is there for another party or recipient, or of another kind.</summary>
    OfAnother,

    /// <summary>Something is there, and the answer does not say enough to tell whose it is.</summary>
    CannotCompare,
}

/// <summary>Several things under one reference, as one.</summary>
public static class ReferenceMatches
{
    /// <summary>Ours only when all of them are; what is of another counts most.</summary>
    public static ReferenceMatch Together(this IReadOnlyCollection<ReferenceMatch> found) =>
        found.Count is 0 ? ReferenceMatch.Nothing
        : found.Contains(ReferenceMatch.OfAnother) ? ReferenceMatch.OfAnother
        : found.Contains(ReferenceMatch.CannotCompare) ? ReferenceMatch.CannotCompare
        : ReferenceMatch.Ours;

    /// <summary>What two texts come to; a text that is not given compares with nothing.</summary>
    public static ReferenceMatch Compared(string? seen, string asked) =>
        seen is null ? ReferenceMatch.CannotCompare : seen == asked ? ReferenceMatch.Ours : ReferenceMatch.OfAnother;
}
