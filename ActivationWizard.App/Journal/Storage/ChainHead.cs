using System.Linq.Expressions;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>The part of a summary row that holds a case's chain.</summary>
public sealed record ChainHead(long Case, int Version, byte[] Hash, byte[] Seal, Guid KeyId, string? RulesVersion, long? ErasedAt)
{
    /// <summary>Those columns, for a query.</summary>
    public static Expression<Func<SummaryRow, ChainHead>> OfRow { get; } = row =>
        new ChainHead(row.Case, row.Version, row.HeadHash, row.HeadSeal, row.KeyId, row.RulesVersion, row.ErasedAt);
}
