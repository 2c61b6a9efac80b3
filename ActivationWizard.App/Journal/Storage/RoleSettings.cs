using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>The accounts in PostgreSQL among the settings of the journal.</summary>
internal static class RoleSettings
{
    /// <summary>The setting that accepts one account for everything.</summary>
    public const string OneRoleKey = $"{JournalOptions.Section}:OneRole";

    /// <summary>The setting of the account that may erase.</summary>
    public const string ErasureKey = $"{JournalOptions.Section}:ErasureConnectionString";

    private static readonly SettingCondition OnSqlite = new(
        $"when `{JournalOptions.Section}:Provider` is `Sqlite`", read => JournalOptions.IsOn(read, JournalProvider.Sqlite));

    private static readonly Setting<string> Events = new(ErasureKey, ConnectionKind.Postgres, "")
    {
        Meaning = "The same database of the events, under the account that may erase: see `--database-roles`.",
        IsSecret = true,
        MayBeShared = true,
        NeverEmpty = true,
        DefaultInWords = "that of the events",
        RefusedWhen = OnSqlite,
    };

    private static readonly Setting<string> Keys = new(
        $"{JournalOptions.Section}:ErasureKeyStore", ConnectionKind.Postgres, "")
    {
        Meaning = "The same database of the keys, under the account that may erase.",
        IsSecret = true,
        MayBeShared = true,
        NeverEmpty = true,
        DefaultInWords = "`Journal:ErasureConnectionString` where `Journal:KeyStore` is not set, else that",
        RefusedWhen = OnSqlite,
    };

    private static readonly Setting<bool> OneRole = new(OneRoleKey, Kinds.Switch, false)
    {
        Meaning = "Whether Production accepts one account in PostgreSQL for everything: one that may change events, or that "
            + "reads events and keys. Refused otherwise.",
        RefusedWhen = OnSqlite,
    };

    /// <summary>In the order in which they are described.</summary>
    public static IReadOnlyList<Setting> All { get; } = [Events, Keys, OneRole];

    /// <summary>What must hold for them.</summary>
    public static IReadOnlyList<SettingsRule> Rules { get; } =
        [ConnectionKind.IsProtected(Events), ConnectionKind.IsProtected(Keys)];

    /// <summary>The connection string of the events for erasing; null for that of the app.</summary>
    public static string? EventsOf(SettingsReader read) => read.TextOf(Events);

    /// <summary>The connection string of the keys for erasing; null for the default.</summary>
    public static string? KeysOf(SettingsReader read) => read.TextOf(Keys);

    /// <summary>Whether one account for everything is accepted.</summary>
    public static bool IsAccepted(SettingsReader read) => read.Of(OneRole);
}
