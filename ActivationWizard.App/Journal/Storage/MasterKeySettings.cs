using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>The master key among the settings of the journal, and the one before it while keys are rotated.</summary>
internal static class MasterKeySettings
{
    private const string Section = JournalOptions.Section;

    private static readonly Setting<byte[]?> Key = new($"{Section}:MasterKey", Kinds.Bytes(MasterKey.Length), null)
    {
        Meaning = "The key that wraps every case's key. Without it nothing in the journal can be read.",
        IsSecret = true,
        NeverEmpty = true,
        DefaultInWords = "made at the first start in Demo",
        RequiredWhen = new($"in Production, unless `{Section}:MasterKeyFile` is set", NeedsKey),
    };

    private static readonly Setting<byte[]?> File = new($"{Section}:MasterKeyFile", MasterKeyFile.Kind, null)
    {
        Meaning = "A file with that key, instead of the key itself: closed to everybody but its owner and group, and in "
            + "Production outside `Installation:DataFolder`.",
        NeverEmpty = true,
    };

    private static readonly Setting<byte[]?> Previous = new(
        $"{Section}:PreviousMasterKey", Kinds.Bytes(MasterKey.Length), null)
    {
        Meaning = "The master key before this one, from before `--rotate-master-key` until it is done: what it wrapped is read, "
            + "too.",
        IsSecret = true,
        NeverEmpty = true,
    };

    private static readonly Setting<byte[]?> PreviousFile = new($"{Section}:PreviousMasterKeyFile", MasterKeyFile.Kind, null)
    {
        Meaning = "A file with that key, instead of the key itself, as `MasterKeyFile`.",
        NeverEmpty = true,
    };

    /// <summary>In the order in which they are described.</summary>
    public static IReadOnlyList<Setting> All { get; } = [Key, File, Previous, PreviousFile];

    /// <summary>What must hold between them.</summary>
    public static IReadOnlyList<SettingsRule> Rules { get; } =
    [
        new(File, "cannot be set along with Journal:MasterKey: give one of the two",
            read => !read.IsSet(Key) || !read.IsSet(File)),
        new(PreviousFile, "cannot be set along with Journal:PreviousMasterKey: give one of the two",
            read => !read.IsSet(Previous) || !read.IsSet(PreviousFile)),
        .. MasterKeyFile.Rules(File),
        .. MasterKeyFile.Rules(PreviousFile),
        NotTheFingerprints(File),
        NotTheNew(Previous, File),
        NotTheNew(PreviousFile, Key, File),
    ];

    /// <summary>The key; null when a demonstration makes its own.</summary>
    public static MasterKey? Read(SettingsReader read) => (read.Of(Key) ?? read.Of(File)) is { } key ? new MasterKey(key) : null;

    /// <summary>The one before it; null when none is set.</summary>
    public static MasterKey? ReadPrevious(SettingsReader read) =>
        (read.Of(Previous) ?? read.Of(PreviousFile)) is { } key ? new MasterKey(key) : null;

    private static bool NeedsKey(SettingsReader read) => read.IsDemo is false && !read.IsSet(File);

    private static SettingsRule NotTheFingerprints(Setting<byte[]?> key) => new(
        key, $"must not hold the key of {ActivationSection.Fingerprint.Key}: make one for each",
        read => read.Of(key) is not { } bytes || read.Of(ActivationSection.Fingerprint) is not { } other
            || !bytes.AsSpan().SequenceEqual(other),
        ActivationSection.Fingerprint);

    // Two secrets in the settings themselves that are the same are refused as any two are.
    private static SettingsRule NotTheNew(Setting<byte[]?> previous, params Setting<byte[]?>[] others) => new(
        previous, "must not hold the key of Journal:MasterKey: that is the new one",
        read => read.Of(previous) is not { } bytes
            || !others.Select(read.Of).OfType<byte[]>().Any(other => bytes.AsSpan().SequenceEqual(other)),
        [.. others]);
}
