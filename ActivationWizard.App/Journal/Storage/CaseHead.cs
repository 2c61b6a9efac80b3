using ActivationWizard.App.Journal.Encryption;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>A case's head as a writer knows it: what the next event is chained to, and the key it is encrypted with.</summary>
public sealed record CaseHead(int Version, byte[] Hash, string? RulesVersion, DataKey Key)
{
    /// <summary>Before the first event.</summary>
    public static CaseHead BeforeFirst(DataKey key) => new(0, [], null, key);
}
